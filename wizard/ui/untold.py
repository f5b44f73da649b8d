"""A mistake of ours in what a button does, which nothing would tell but the log."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class Untold(QObject):
    """Calls ``tell`` behind each that Python tells of out of Qt's midst."""

    made = Signal()

    def __init__(self, tell: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, sys.excepthook = sys.excepthook, self._hear
        # In the midst of painting, or on a thread of Qt's, nothing may be shown.
        self.made.connect(tell, Qt.ConnectionType.QueuedConnection)

    def _hear(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        self._log(kind, fault, trace)
        if isValid(self):
            self.made.emit()
