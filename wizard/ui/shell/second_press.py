"""The second press of a double click, where the first one moved something else under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget


class SecondPress(QObject):
    """Keeps it from what came under the mouse: nobody who presses twice meant that.

    A part that goes, a page that comes or scrolls by the first press leaves something else
    where the mouse is: a list opened, an answer was given, or the next risk was removed too.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._first: QWidget | None = None
        self._last: QWidget | None = None
        self._is_kept_off = False
        # Its hold on what was pressed would outlive a page, or a lock.
        within = QGuiApplication.styleHints().mouseDoubleClickInterval()
        self._over = QTimer(self, singleShot=True, interval=2 * within)
        self._over.timeout.connect(self._forget)
        window.installEventFilter(self)
        if window.isVisible():
            window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a second press, and letting go of it, from what was not pressed first."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget):
            # What the system sends goes there first, before Qt asks which part it is for.
            watched.windowHandle().installEventFilter(self)
        elif isinstance(watched, QWidget) or not isinstance(event, QMouseEvent):
            return False
        elif kind == QEvent.Type.MouseButtonPress:
            # Qt sends this here before a double click, too; the part itself hears of one alone.
            self._first, self._last = self._last, self._under(event)
            self._over.start()
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._is_kept_off = self._first is not self._last
            return self._is_kept_off
        elif kind == QEvent.Type.MouseButtonRelease:
            was_kept_off, self._is_kept_off = self._is_kept_off, False
            return was_kept_off
        return False

    def _under(self, event: QMouseEvent) -> QWidget | None:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window.childAt(event.position().toPoint())

    def _forget(self) -> None:
        self._first = self._last = None
