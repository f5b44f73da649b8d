"""The button that does what can not be undone."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.parts.buttons import PlainButton


class ForGoodButton(PlainButton):
    """``meant`` tells that it was pressed by somebody who could see what it asks.

    It takes no click before it could be seen: it may come to lie under the mouse, and whoever
    presses twice to be asked has read no question yet.  A voice or a screen reader may press
    what is out of sight.
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
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave what follows on a click before it alone."""
        if self._seen.restart() > QApplication.doubleClickInterval():
            super().mousePressEvent(event)
