"""Tells a key that is held down from one that is pressed again."""

from __future__ import annotations

import sys
from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

ARE_MARKED = sys.platform in ("win32", "darwin")
"""Whether the system says of each press that it is a repeat.  On Windows Qt tells the time at which
it hears of a key: two that waited for a busy window are no further apart than those."""

A_MOMENT, A_WHILE, A_HOLD = 0.005, 0.06, 0.2
"""Seconds within which no hand lets a key go and presses it again: by the system's time of the
two, and by ours where a screen reader was asked first, and the system's is gone.  What a remote
desktop, a voice control or a busy window hands on at once lies as close together; but it has not
lain there first as long as a keyboard waits before it repeats."""


class Repeats:
    """Knows when each key was pressed and let go.

    Over X11 a computer that is busy takes what a key held down sends for one that is let go and
    pressed again, in the same moment: Qt marks as repeats only what it reads at once.
    """

    def __init__(self) -> None:
        self._pressed: dict[int, tuple[float, float]] = {}
        self._let_go: dict[int, tuple[float, float]] = {}

    def has(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down."""
        key, times = event.key(), when(event)
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go[key] = times
            self._pressed.setdefault(key, times)
            return event.isAutoRepeat()
        is_held = event.isAutoRepeat() or self.is_unmarked(event)
        if not is_held and (key not in self._let_go or not _is_at_once(self._let_go[key], times)):
            self._pressed[key] = times
        return is_held

    def is_unmarked(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down and Qt takes it for pressed again."""
        key, now = event.key(), when(event)
        if ARE_MARKED or event.isAutoRepeat() or key not in self._let_go:
            return False
        pressed, gone = self._pressed[key], self._let_go[key]
        if pressed[0] and gone[0] and now[0]:
            return gone[0] - pressed[0] >= A_HOLD and _is_at_once(gone, now)
        return gone[1] - pressed[1] >= A_HOLD and now[1] - gone[1] <= A_WHILE


def when(event: QKeyEvent) -> tuple[float, float]:
    """Return when it was by the system, 0 where that is not known, and when we heard of it."""
    return event.timestamp() / 1000, monotonic()


def _is_at_once(gone: tuple[float, float], now: tuple[float, float]) -> bool:
    """Say whether the system tells of a press in the moment in which the key was let go."""
    return bool(gone[0] and now[0]) and now[0] - gone[0] <= A_MOMENT
