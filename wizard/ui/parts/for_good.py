"""The button that does what can not be undone."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from wizard.ui.parts.buttons import PlainButton


class ForGoodButton(PlainButton):
    """Takes no click before it could be seen: it may come to lie under the mouse.

    Whoever presses twice to be asked has read no question yet.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to be seen."""
        self._seen = QElapsedTimer()
        self._seen.start()
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave what follows on a click before it alone."""
        if self._seen.restart() > QApplication.doubleClickInterval():
            super().mousePressEvent(event)
