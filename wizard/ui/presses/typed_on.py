"""Words that somebody types on while a button or a list has the focus, as behind Tab in a table."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from wizard.ui.presses.first_heard import FirstHeard

IN_A_ROW = 1_500
"""Milliseconds between two keys of somebody who is typing."""

PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Keys that press a button, and stand between words and behind them."""


class TypedOn(FirstHeard):
    """Keeps the blanks between words from the button: nobody who types presses it.

    The first blank of the next risk removed the one just written, or said that a plan was done.
    Of what is picked from a list, figures among the words pick none.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._letter = QElapsedTimer()

    def keeps_off(self, event: QEvent) -> bool:
        """Keep what presses a button off, and figures off a list, behind a letter for neither."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(self.window.focusWidget(), (QAbstractButton, QComboBox)):
            self._letter.invalidate()
            return False
        is_in_a_row = self._letter.isValid() and not self._letter.hasExpired(IN_A_ROW)
        is_kept_off = is_in_a_row and (event.key() in PRESSES or event.text().isdigit())
        if is_kept_off:
            self._letter.start()
        return is_kept_off

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know of each letter that no part took: a figure that picks an answer is none."""
        if watched is self.window and isinstance(event, QKeyEvent) and is_written(event):
            self._letter.start()
        return super().eventFilter(watched, event)


def is_written(event: QKeyEvent) -> bool:
    """Say whether a key that goes down writes something that can be seen."""
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    # With both of these the third letter of a key comes on Windows.
    is_chord = event.modifiers() & (alt | control) == alt
    is_down = event.type() == QEvent.Type.KeyPress
    return is_down and event.text().isprintable() and bool(event.text().strip()) and not is_chord
