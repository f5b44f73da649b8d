"""Tells a key that is held down from one that is pressed again."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

A_MOMENT = 5
"""Milliseconds within which no hand lets a key go and presses it again."""


class Repeats:
    """Knows when each key was let go.

    Over X11 a computer that is busy takes what a key held down sends for one that is let go and
    pressed again, in the same moment: Qt marks as repeats only what it reads at once.
    """

    def __init__(self) -> None:
        self._let_go: dict[int, int] = {}

    def has(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down."""
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go[event.key()] = event.timestamp()
            return event.isAutoRepeat()
        return event.isAutoRepeat() or self.is_unmarked(event)

    def is_unmarked(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down and Qt takes it for pressed again."""
        gone = self._let_go.get(event.key(), 0)
        return not event.isAutoRepeat() and 0 < event.timestamp() <= gone + A_MOMENT
