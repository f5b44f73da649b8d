"""Tries what could not be saved again, unasked, until it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from wizard.desk.desk import Desk

AGAIN = 2_000
"""Milliseconds from one try to the next."""


class SavingAgain(QTimer):
    """Tries from ``start`` to ``stop``, on the desk that ``opened`` gives then."""

    def __init__(self, opened: Callable[[], Desk | None], parent: QObject) -> None:
        super().__init__(parent, interval=AGAIN)
        self._opened = opened
        self.timeout.connect(self._try_again)

    def _try_again(self) -> None:
        if (desk := self._opened()) is not None:
            desk.runs.retry(is_asked=False)
