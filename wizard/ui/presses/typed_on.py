"""Words that somebody types on while a button or a list has the focus, as behind Tab in a table."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
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
        # A hold on it would outlive a page, or a lock.
        self._at: ref[QWidget] | None = None
        self._sign, self._has_letters = QElapsedTimer(), False

    def keeps_off(self, event: QEvent) -> bool:
        """Know of each sign that goes to a button, and keep what presses it behind that off."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        focus: QWidget | None = self.window.focusWidget()
        if not isinstance(focus, (QAbstractButton, QComboBox)):
            self._at = None
            return False
        # A figure that picks an answer goes to it; what comes then is meant for that.
        is_there = self._at is not None and self._at() is focus
        is_in_a_row = is_there and not self._sign.hasExpired(IN_A_ROW)
        if not is_in_a_row:
            self._at, self._has_letters = None, False
        is_figure = event.text().isdigit() and self._has_letters
        is_kept_off = is_in_a_row and (event.key() in PRESSES or is_figure)
        is_sign = event.text().isprintable() and bool(event.text().strip())
        if is_sign or is_kept_off:
            # Words may begin with a figure, or a dash.
            self._at, self._has_letters = ref(focus), self._has_letters or event.text().isalpha()
            self._sign.start()
        return is_kept_off
