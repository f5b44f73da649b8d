"""What is underlined in a field: words that a keyboard is still composing there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


class Underlined:
    """Follows one field.  ``put`` puts words where they were underlined.

    Some methods end with nothing as the focus goes, or as something else is done (anthy and
    fcitx do), and so does who gives a word up by Escape.  What goes with the focus was meant,
    and what was told by then has been called saved: neither may go.
    """

    def __init__(self, field: QWidget, put: Callable[[str], None]) -> None:
        self._field, self._put = field, put
        self.words = ""
        self._is_told = False
        self._gone = ""

    def follow(self, event: QInputMethodEvent) -> bool:
        """Know what is underlined after an event, and say whether that is something else."""
        before, self.words = self.words, event.preeditString()
        self._gone = ""
        if before and not self.words and not event.commitString():
            # The last letter of a word goes as it is taken back.
            if self._is_told and len(before) > 1:
                self._put(before)
            else:
                self._gone = before
                QTimer.singleShot(0, self._field, self._forget)
        self._is_told = self._is_told and bool(self.words)
        return self.words != before

    def tell(self) -> None:
        """What is underlined now is told."""
        self._is_told = bool(self.words)

    def leave(self) -> None:
        """The focus goes: what went with it in the same moment was meant."""
        if self._gone:
            gone, self._gone = self._gone, ""
            self._put(gone)

    def _forget(self) -> None:
        self._gone = ""
