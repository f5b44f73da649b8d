"""Does not let the window close on words that are on no disk, unless asked twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from wizard.words import say

if TYPE_CHECKING:
    from wizard.session import Session
    from wizard.ui.shell.window import Window


class Closing(QObject):
    """Watches one window; ``owed`` returns a session of which something is on no disk."""

    def __init__(self, window: Window, owed: Callable[[], Session | None]) -> None:
        super().__init__(window)
        self._window, self._owed = window, owed
        self._is_told = False
        window.installEventFilter(self)

    def begin_anew(self) -> None:
        """Everything is saved: what was told holds no more, and the next time is a first time."""
        if self._is_told:
            self._is_told = False
            self._window.frame.message.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the window open the first time, at what would be lost."""
        if event.type() is not QEvent.Type.Close or self._is_told:
            return False
        session = self._owed()
        if session is None:
            return False
        self._is_told = True
        bridge = self._window.bridge
        if not bridge.has_session or bridge.session is not session:
            # From home nobody would find it: it is on no list yet.
            self._window.enter(session)
        bridge.failed.emit(say("ui.close.unsaved", elsewhere=say("ui.footer.elsewhere")))
        event.ignore()
        return True
