"""How long words may be on the screen alone while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

PAUSE = 700
"""Milliseconds without a key after which what was typed is told."""

LONGEST = 3_000
"""Milliseconds of typing without such a pause after which it is told all the same."""


class TypingPause(QTimer):
    """Ends when the typing does, or has gone on for long: a crash must not take it all.

    One that ``is_long`` waits for the end, however late: half a day is another day.
    """

    def __init__(self, parent: QWidget, *, is_long: bool = False) -> None:
        super().__init__(parent, singleShot=True)
        self._is_long, self._typing = is_long, QElapsedTimer()

    def typed(self) -> None:
        """Begin to wait anew."""
        if not self.isActive():
            self._typing.start()
        left = PAUSE if self._is_long else LONGEST - self._typing.elapsed()
        self.start(max(0, min(PAUSE, left)))
