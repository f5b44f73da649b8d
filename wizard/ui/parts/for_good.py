"""The button that does what can not be undone."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.parts.buttons import PlainButton
from wizard.ui.presses.second_press import A_READ, NEAR, last_pressed


class ForGoodButton(PlainButton):
    """``meant`` tells that it was pressed by somebody who could see what it asks.

    It may come to lie under what was pressed to be asked, and whoever presses there twice, fast or
    slow, has read no question yet: near that it takes no press before there was time to read, nor
    ever from a mouse that did not move.  Elsewhere it takes none as soon as a double click's.  A
    voice or a screen reader may press what is out of sight.
    """

    meant = Signal()

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, parent)
        self._seen, self._quiet = QElapsedTimer(), QElapsedTimer()
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        if self.isVisible():
            self.meant.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to be seen."""
        self._seen.start()
        self._quiet.start()
        self._brought = last_pressed(self)
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave what follows on a press before it alone."""
        is_late = self._quiet.restart() > QApplication.doubleClickInterval()
        if is_late and not self._is_unread(event):
            super().mousePressEvent(event)

    def _is_unread(self, event: QMouseEvent) -> bool:
        """Say whether a hand presses again where it pressed to be asked, and read nothing."""
        if self._brought is None:
            return False
        away = event.globalPosition() - self._brought.place
        # Two lines of large text are more.
        if max(abs(away.x()), abs(away.y())) > max(NEAR, 2 * self.fontMetrics().lineSpacing()):
            return False
        # A finger lies at the same place again, with all the time to read.
        is_mouse = event.source() is Qt.MouseEventSource.MouseEventNotSynthesized
        if is_mouse and away.manhattanLength() < QApplication.startDragDistance():
            return True
        # By the system's time, too, if it tells one: a busy window hears late of a press.
        since = event.timestamp() - self._brought.moment
        return self._seen.elapsed() < A_READ or 0 < since < A_READ
