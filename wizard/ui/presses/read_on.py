"""Arrow keys that somebody reads on by, while a button has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QRadioButton, QWidget

from wizard.ui.presses.first_heard import FirstHeard

ONWARDS: dict[int, bool] = {
    Qt.Key.Key_Down: True, Qt.Key.Key_Right: True,
    Qt.Key.Key_Up: False, Qt.Key.Key_Left: False,
}  # fmt: skip
"""Which of them lead to what stands behind, in the order Tab goes."""

CHANGED = (QRadioButton, QComboBox)
"""What an arrow key changes."""


class ReadOn(FirstHeard):
    """Leads none from a button to what the next one would change: the page scrolls in its place.

    In Qt they go from button to button, and on to the answers: there each picked another.
    """

    def keeps_off(self, event: QEvent) -> bool:
        """Hand one to what is around the button where it would lead to an answer."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        button, key = self.window.focusWidget(), event.key()
        if key not in ONWARDS or not isinstance(button, QAbstractButton):
            return False
        if isinstance(button, CHANGED) or not isinstance(_beside(button, ONWARDS[key]), CHANGED):
            return False
        if (around := button.parentWidget()) is not None:
            QApplication.sendEvent(around, event)
        return True


def _beside(part: QWidget, is_on: bool) -> QWidget | None:
    """Return what Tab comes to next."""
    found: QWidget | None = part
    while found is not None:
        found = found.nextInFocusChain() if is_on else found.previousInFocusChain()
        if found is part or (found is not None and _is_stop(found)):
            break
    return found


def _is_stop(part: QWidget) -> bool:
    is_wanted = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return is_wanted and part.isEnabled() and part.isVisible()
