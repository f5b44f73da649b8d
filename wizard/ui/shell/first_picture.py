"""The window as it stands before the desk is open: home already, and its look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from wizard.ui import settings, theme
from wizard.ui.cover.coverable import Coverable
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from wizard.desk.front import Front
    from wizard.ui.shell.entrance import Entrance

FRAME = 16
"""Milliseconds that a picture needs to reach the screen."""

AGAIN = 1_000
"""Milliseconds after which the system's colours are followed, where a dialog was open."""


class FirstPicture(Coverable):
    """Shows home from what is known of it.  ``seen`` tells once that it is on the screen.

    ``stands`` is what is shown until the desk is open, and ``chosen_first`` the journey
    that somebody chose from it by then.
    """

    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(say("ui.title"))
        self.stands: Entrance | None = None
        self.chosen_first = ""
        self._is_seen = False

    def begin(self, front: Front | None = None) -> None:
        """Show home, or only greet where nothing is known of it yet.

        Best done at the size the window will have: any other would be laid out, too.
        """
        if front is None:
            from wizard.ui.shell.greeting import Greeting

            self.setCentralWidget(Greeting(self))
            return
        from wizard.ui.shell import entrance

        self.stands = entrance.build(front)
        self.stands.home.started.connect(self.start_soon)
        self.setCentralWidget(self.stands.frame)
        first = self.stands.home.first()
        if first is not None:
            first.setFocus()

    def start_soon(self, journey_id: str) -> None:
        """Remember what was chosen before the desk is open; it is done as soon as it is."""
        self.chosen_first = journey_id

    def choose_size(self, percent: int) -> None:
        """Change the size of text, and remember it."""
        settings.keep_text_size(percent)
        self.dress()

    def choose_theme(self, name: str) -> None:
        """Change the colours, and remember them."""
        settings.keep_theme(name)
        self.dress()

    def follow_system(self) -> None:
        """Follow the system's colours where the person left it to the system."""
        if QApplication.activeModalWidget() is not None or self.is_covered:
            # A dialog lies over a page that would be made anew; behind a sheet all its words would
            # be told to whoever hears the screen.
            QTimer.singleShot(AGAIN, self, self.follow_system)
        elif settings.theme_name() == "system" and settings.colours() != theme.look().colours:
            self.dress()

    def dress(self) -> None:
        """Put the look on anew.  What stands was made by the old one, so it is made again."""
        self.stands = None
        theme.change(settings.colours(), settings.text_size() / 100, is_wide=settings.is_wide())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, the first time, that there is something to see."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(FRAME, self, self.seen.emit)
