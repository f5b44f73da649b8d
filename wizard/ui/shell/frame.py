"""How the window is laid out: side list, the stage, message and footer.

Where there is little room beside large letters, the side list folds into a bar; where a
window is low for them, bar and footer scroll with the page.  What only a journey needs is
made when the first journey is opened: home is painted sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.shell.stage import Stage
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from wizard.ui.shell.footer import Footer
    from wizard.ui.shell.message import Message, Way
    from wizard.ui.shell.side import Side

SIDE, LEAST = 17, 52
"""Width of the side list, and the least width of a window that has it, in ems."""

LOW = 16
"""The height of a window below which the page needs all of it, in ems."""

MOST = 0.6
"""How much of the height a message may take from the page."""


class Frame(QWidget):
    """Made anew when text size or colours change; everything else stays where it is.

    Its signals are those of the side list and the footer, whether or not they are made.
    """

    chosen = Signal(str)
    home = Signal()
    back = Signal()
    on = Signal()
    retry = Signal()
    elsewhere = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept_note: Callable[[], str] = str
        """Gives what is said in the place of "Saved" where nothing is kept."""
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._right = QWidget(self)
        self._down = QVBoxLayout(self._right)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        self.stage = Stage(self._right)
        self._down.addWidget(self.stage, 1)
        self._across.addWidget(self._right, 1)
        self._in_journey = self._is_unfolded = self._is_low = False

    @cached_property
    def side(self) -> Side:
        """The list of sections."""
        from wizard.ui.shell.side import Side

        side = Side(self)
        side.chosen.connect(self.chosen)
        side.home.connect(self.home)
        self._across.insertWidget(0, side)
        return side

    @cached_property
    def footer(self) -> Footer:
        """Back, how the answers stand, and on."""
        from wizard.ui.shell.footer import Footer

        footer = Footer(self.kept_note, self._right)
        footer.back.connect(self.back)
        footer.on.connect(self.on)
        footer.retry.connect(self.retry)
        footer.elsewhere.connect(self.elsewhere)
        footer.wanted.connect(self.wanted)
        # What could not be saved is told in sight, however little room there is.
        footer.went_wrong.connect(self._fit)
        self._down.addWidget(footer)
        return footer

    @cached_property
    def message(self) -> Message:
        """What went wrong, above the footer."""
        from wizard.ui.shell.message import Message

        message = Message(self._right)
        message.told.connect(self._seat_message)
        message.told.connect(lambda: self.stage.show_above(message))
        return message

    @property
    def sentence(self) -> str:
        """What is told as having gone wrong; empty where nothing is."""
        return self.message.sentence if "message" in self.__dict__ else ""

    @property
    def told(self) -> tuple[str, Way | None, bool, bool] | None:
        """What is told and where it leads, for the frame that takes this one's place."""
        return self.message.says if self.sentence else None

    def turn_page(self) -> None:
        """Another page comes: let go of what was told on the one before, if all is well."""
        if "message" in self.__dict__:
            self.message.turn_page()

    def show_journey(self, is_in: bool) -> None:
        """Show side list and footer, or only the stage."""
        if is_in == self._in_journey and not is_in:
            return
        # A page beside the journey may have hidden it.
        self.footer.stand(is_asked=is_in, has_ways=is_in)
        if is_in != self._in_journey or self._is_unfolded:
            self._in_journey = is_in
            self._is_unfolded = False
            self._fit()
        if not is_in:
            self.side.leave()

    def show_words_wait(self, are_waiting: bool) -> None:
        """Show in the footer that words are on the screen alone, where there is one."""
        if "footer" in self.__dict__:
            self.footer.show_words_wait(are_waiting)

    def around(self) -> list[QWidget]:
        """Return what Tab comes to after the page: message and footer, then the side list."""
        made = self.__dict__
        return [made[name] for name in ("message", "footer", "side") if name in made]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side list where there is no room for it."""
        super().resizeEvent(event)
        if self._in_journey:
            self._fit()
        if "message" in self.__dict__ and not self.message.isHidden():
            self._seat_message()

    @cached_property
    def _bar(self) -> QWidget:
        look = theme.look()
        bar = QWidget(self._right)
        bar.setObjectName("bar")
        bar.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
        inside = QHBoxLayout(bar)
        inside.setContentsMargins(look.gap(1), look.gap(0.375), look.gap(1), look.gap(0.375))
        from wizard.ui.parts.buttons import LinkButton

        sections = LinkButton(say("ui.side.name"), "list", bar)
        sections.clicked.connect(self._unfold)
        inside.addWidget(sections)
        inside.addStretch(1)
        self._down.insertWidget(0, bar)
        return bar

    def _fit(self) -> None:
        look = theme.look()
        is_narrow = self.width() < look.text(LEAST)
        shows_side = self._in_journey and (not is_narrow or self._is_unfolded)
        self._bar.setVisible(self._in_journey and is_narrow)
        self._give_way(self.height() < look.text(LOW) and not self.footer.is_wrong)
        self._right.setVisible(not (is_narrow and self._is_unfolded and self._in_journey))
        if is_narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(look.text(SIDE))
        self.side.setVisible(shows_side)

    def _give_way(self, is_low: bool) -> None:
        """Let the bar and the footer scroll with the page, or stand around it."""
        if is_low == self._is_low:
            return
        self._is_low = is_low
        if is_low:
            self.stage.take_around(self._bar, self.footer)
        else:
            self._down.insertWidget(0, self._bar)
            self._down.addWidget(self.footer)

    def _seat_message(self) -> None:
        """Put the message above the footer, or above the page where it would leave none of it."""
        message = self.message
        if message.heightForWidth(self._right.width()) > self.height() * MOST:
            self.stage.take_above(message)
        else:
            self._down.insertWidget(self._down.indexOf(self.stage) + 1, message)

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._fit()
        self.side.focus_here()
