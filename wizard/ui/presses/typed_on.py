"""Words that somebody types on while a button has the focus, as behind Tab in a table."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

IN_A_ROW = 1_500
"""Milliseconds between two keys of somebody who is typing."""

PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Keys that press a button, and stand between words and behind them."""


class TypedOn(QObject):
    """Keeps the blanks between words from the button: nobody who types presses it.

    The first blank of the next risk removed the one just written, or said that a plan was done.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._letter = QElapsedTimer()
        window.installEventFilter(self)
        if window.isVisible():
            window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know of each letter that goes to a button, and keep what presses it behind that off."""
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Show:
                # What the system sends goes there first, before Qt asks which part it is for.
                watched.windowHandle().installEventFilter(self)
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        window = self.parent()
        assert isinstance(window, QWidget)
        if not isinstance(window.focusWidget(), QAbstractButton):
            self._letter.invalidate()
            return False
        is_in_a_row = self._letter.isValid() and not self._letter.hasExpired(IN_A_ROW)
        is_kept_off = is_in_a_row and event.key() in PRESSES
        if event.text().isalpha() or is_kept_off:
            self._letter.start()
        return is_kept_off
