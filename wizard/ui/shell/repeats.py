"""Tells a key that is held down from one that is pressed again."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

A_MOMENT, A_WHILE = 0.005, 0.06
"""Seconds within which no hand lets a key go and presses it again: by the system's time of the
two, and by ours where a screen reader was asked first, and the system's is gone."""


class Repeats:
    """Knows when each key was let go.

    Over X11 a computer that is busy takes what a key held down sends for one that is let go and
    pressed again, in the same moment: Qt marks as repeats only what it reads at once.
    """

    def __init__(self) -> None:
        self._let_go: dict[int, tuple[float, float]] = {}

    def has(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down."""
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go[event.key()] = event.timestamp() / 1000, monotonic()
            return event.isAutoRepeat()
        return event.isAutoRepeat() or self.is_unmarked(event)

    def is_unmarked(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down and Qt takes it for pressed again."""
        if event.isAutoRepeat() or event.key() not in self._let_go:
            return False
        told, heard = self._let_go[event.key()]
        now = event.timestamp() / 1000
        return now - told <= A_MOMENT if now and told else monotonic() - heard <= A_WHILE
