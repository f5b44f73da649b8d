"""How long words may be on the screen alone while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QTimer
from PySide6.QtWidgets import QWidget

PAUSE = 700
"""Milliseconds without a key after which what was typed is told."""

LONGEST = 3_000
"""Milliseconds of typing without such a pause after which it is told all the same."""


class WordsWait(QEvent):
    """Sent to the window of a field: its words are on the screen alone, or no longer so."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, are_waiting: bool) -> None:
        super().__init__(self.KIND)
        self.are_waiting = are_waiting


class TypingPause(QTimer):
    """Ends when the typing does, or has gone on for long: a crash must not take it all.

    One that ``is_long`` waits for the end, however late: half a day is another day.
    """

    def __init__(self, field: QWidget, *, is_long: bool = False) -> None:
        super().__init__(field, singleShot=True)
        self._field, self._is_long, self._typing = field, is_long, QElapsedTimer()
        self._is_waiting = False

    def typed(self, *, is_composed: bool = False) -> None:
        """Begin to wait anew; words that are still being composed wait as long as any may."""
        if not self.isActive():
            self._typing.start()
        pause = LONGEST if is_composed else PAUSE
        left = PAUSE if self._is_long else LONGEST - self._typing.elapsed()
        self.start(max(0, min(pause, left)))
        # Where nobody writes, the program put there what is kept already.
        if not self._is_waiting and self._field.hasFocus():
            self._tell(True)

    def end(self) -> None:
        """Wait no longer: what was typed is told now, or was never typed."""
        self.stop()
        if self._is_waiting:
            self._tell(False)

    def _tell(self, are_waiting: bool) -> None:
        self._is_waiting = are_waiting
        QCoreApplication.sendEvent(self._field.window(), WordsWait(are_waiting))
