"""Answers below each other, of which the arrow keys pick one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget

from wizard.ui.presses.by_mouse import reads_on

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
"""How far each arrow key goes in the answers."""


class Stepped(QWidget):
    """An arrow picks the answer before or after; who goes by mouse reads on by it.

    Qt's own arrows go by where the answers stand: while the line of advice is making room,
    fast keys would pass an answer by.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QAbstractButton] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one on from the radio button that has the focus, and pick that."""
        buttons = list(self._buttons.values())
        here = next((n for n, one in enumerate(buttons) if one.hasFocus()), -1)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_step = is_plain and event.key() in STEPS and not reads_on(self)
        if is_step and here >= 0 and isinstance(buttons[here], QRadioButton):
            place = here + STEPS[Qt.Key(event.key())]
            if 0 <= place < len(buttons):
                self._pick(buttons[place])
                return
        super().keyPressEvent(event)

    def _hold(self, key: str, button: QAbstractButton) -> None:
        """Have one more, below the others."""
        self._buttons[key] = button

    def _pick(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()
