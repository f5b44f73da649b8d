"""Words that are selected and pressed with the mouse stay where they are: none are dragged out.

Dragged from a field they would leave it, whether or not they all fit where they fall.  And Qt
forgets that no button is pressed any more where a text has another size after the drag, as one
has from which words were taken: it begins the same drag again, in which the window hears
neither key nor mouse.  Whoever wants words elsewhere cuts or copies them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def let_go(text: QPlainTextEdit | QTextEdit, event: QMouseEvent) -> None:
    """Let go of what is selected before a text hears of a press; Shift goes on selecting."""
    is_left = event.button() == Qt.MouseButton.LeftButton
    if is_left and event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
        cursor = text.textCursor()
        cursor.clearSelection()
        text.setTextCursor(cursor)
