"""Which keys a field keeps for itself, and what keyboards may learn of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

OUTCOME = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
"""The window's key for the outcome."""


def keep_to_itself(field: QWidget) -> None:
    """Ask keyboards that learn words, on screen or of other scripts, to learn none of these.

    At a login that several use, the next person would be offered them.
    """
    field.setInputMethodHints(field.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)


def is_for_the_window(
    event: QEvent, has_undo: Callable[[], bool], has_redo: Callable[[], bool]
) -> bool:
    """Leave Ctrl+Z to the window where a field has no words of its own to take back any more.

    Qt's fields claim the key even then, and what was done before would not come back; so it is
    with the key that brings it back again.  On Linux they claim the key of the outcome, too, for
    the end of a line, which has its own.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_undo = event.matches(QKeySequence.StandardKey.Undo) and not has_undo()
    is_redo = event.matches(QKeySequence.StandardKey.Redo) and not has_redo()
    if not (is_undo or is_redo) and event.keyCombination() != OUTCOME:
        return False
    event.ignore()
    return True
