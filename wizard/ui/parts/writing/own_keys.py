"""Which keys a field keeps for itself, and what keyboards may learn of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

OUTCOME = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
"""The window's key for the outcome."""


def keep_to_itself(field: QWidget) -> None:
    """Ask keyboards that learn words, on screen or of other scripts, to learn none of these.

    At a login that several use, the next person would be offered them.
    """
    field.setInputMethodHints(field.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)


def is_kept(field: QWidget) -> bool:
    """Say whether the session is told what is written here, and takes it back and brings it again.

    What a field takes back by itself would be one more thing written, and nothing that was taken
    back before would come again.
    """
    around = field.parentWidget()
    while around is not None and not getattr(around, "tells", False):
        around = around.parentWidget()
    return around is not None


def is_for_the_window(
    field: QWidget, event: QEvent, has_undo: Callable[[], bool], has_redo: Callable[[], bool]
) -> bool:
    """Leave Ctrl+Z, and the key that brings back, to the window where it keeps what is written.

    Elsewhere it has them where a field has no words of its own to take back any more: Qt's fields
    claim the keys even then.  On Linux they claim the key of the outcome, too, for the end of a
    line, which has its own.
    """
    is_press = event.type() is QEvent.Type.KeyPress
    is_asked = event.type() is QEvent.Type.ShortcutOverride
    if not isinstance(event, QKeyEvent) or not (is_press or is_asked):
        return False
    is_undo = event.matches(QKeySequence.StandardKey.Undo)
    is_redo = event.matches(QKeySequence.StandardKey.Redo)
    if (is_undo or is_redo) and is_kept(field):
        event.ignore()
        return True
    if is_press:
        return False
    is_spent = (is_undo and not has_undo()) or (is_redo and not has_redo())
    if not is_spent and event.keyCombination() != OUTCOME:
        return False
    event.ignore()
    return True


def offer(field: QWidget, menu: QMenu, at: QPoint) -> None:
    """Open a field's own menu, without the lines that do what is the window's to do."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            action.setVisible(not is_kept(field))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
