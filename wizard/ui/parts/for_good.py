"""The button that does what can not be undone."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.parts.buttons import PlainButton


class ForGoodButton(PlainButton):
    """``meant`` tells that it was pressed by somebody who could see what it asks.

    It takes no click before it could be seen, nor from a mouse that did not move since: it may
    come to lie under that, and whoever presses twice, fast or slow, has read no question yet.  A
    voice or a screen reader may press what is out of sight.
    """

    meant = Signal()

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, parent)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        if self.isVisible():
            self.meant.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to be seen."""
        self._seen = QElapsedTimer()
        self._seen.start()
        self._came_at = QCursor.pos()
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave what follows on a click before it alone."""
        moved = (event.globalPosition().toPoint() - self._came_at).manhattanLength()
        is_late = self._seen.restart() > QApplication.doubleClickInterval()
        if is_late and moved >= QApplication.startDragDistance():
            super().mousePressEvent(event)
