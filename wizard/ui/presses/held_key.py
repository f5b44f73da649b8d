"""A key held down, where the first press of it moved the focus to something else."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wizard.ui.presses.first_heard import FirstHeard
from wizard.ui.presses.repeats import Repeats

MOVES = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
"""Keys that write something in Qt's eyes, and are held to come somewhere else."""


class HeldKey(FirstHeard):
    """Keeps its repeats from what has the focus since: they were meant for what was pressed.

    A number typed up would answer the lines after its own, too, and Return that removes a risk
    would break the words of the next.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        # A hold on it would outlive a page, or a lock.
        self._pressed: ref[QWidget] | None = None
        self._repeats = Repeats()

    def keeps_off(self, event: QEvent) -> bool:
        """Know what each key was pressed on, and keep its repeats from all else."""
        if not isinstance(event, QKeyEvent):
            return False
        is_held = self._repeats.has(event)
        if event.type() == QEvent.Type.ShortcutOverride and self._repeats.is_unmarked(event):
            # Of what it marks, Qt does each thing once by itself.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        focus: QWidget | None = self.window.focusWidget()
        if not is_held:
            self._pressed = ref(focus) if focus is not None else None
            return False
        is_same = self._pressed is not None and self._pressed() is focus
        return bool(event.text()) and event.key() not in MOVES and not is_same
