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
two, and by ours where a screen reader was asked first, and the system's is gone.  A quick hand may
do it by ours; but it has not lain there first as long as a keyboard waits before it repeats."""


class Repeats:
    """Knows when each key was pressed and let go.

    Over X11 a computer that is busy takes what a key held down sends for one that is let go and
    pressed again, in the same moment: Qt marks as repeats only what it reads at once.
    """

    def __init__(self) -> None:
        self._pressed: dict[int, float] = {}
        self._let_go: dict[int, tuple[float, float]] = {}

    def has(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down."""
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go[event.key()] = event.timestamp() / 1000, monotonic()
            return event.isAutoRepeat()
        is_held = event.isAutoRepeat() or self.is_unmarked(event)
        if not is_held:
            self._pressed[event.key()] = monotonic()
        return is_held

    def is_unmarked(self, event: QKeyEvent) -> bool:
        """Say whether a key is held down and Qt takes it for pressed again."""
        if ARE_MARKED or event.isAutoRepeat() or event.key() not in self._let_go:
            return False
        told, heard = self._let_go[event.key()]
        now = event.timestamp() / 1000
        if now and told:
            return now - told <= A_MOMENT
        lay = heard - self._pressed.get(event.key(), heard)
        return lay >= A_HOLD and monotonic() - heard <= A_WHILE
