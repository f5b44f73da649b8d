"""A digit that was wrong, where the next line came by itself: Backspace belongs to the digit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ENDS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.FocusOut,
     QEvent.Type.MouseButtonPress}
)  # fmt: skip
"""After any of these a person is on the new line."""


class Slip(QObject):
    """Calls ``back`` where Backspace is the first key on a part that nobody asked for.

    There it would take away what stands on the new line, by somebody with eyes on the paper.
    """

    def __init__(self, part: QWidget, back: Callable[[], object]) -> None:
        super().__init__(part)
        self._back = back
        part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        """Take the first key, if it is that one, and leave all else."""
        if event.type() not in ENDS:
            return False
        part.removeEventFilter(self)
        self.deleteLater()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backspace:
            self._back()
            return True
        return False
