"""Arrow keys that somebody reads on by, while a button has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton

from wizard.ui.presses.first_heard import FirstHeard

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_WITH = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class ReadOn(FirstHeard):
    """Hands them to what is around the button, which scrolls: Tab goes from one to the next.

    In Qt they go on, too, and so came to answers, where each picked another.
    """

    def keeps_off(self, event: QEvent) -> bool:
        """Keep one from any button but an answer that is one of several."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        button = self.window.focusWidget()
        is_plain = event.key() in ARROWS and not event.modifiers() & _WITH
        is_read = isinstance(button, QAbstractButton) and not isinstance(button, QRadioButton)
        if is_plain and is_read and (around := button.parentWidget()) is not None:
            QApplication.sendEvent(around, event)
            return True
        return False
