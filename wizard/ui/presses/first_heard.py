"""What the system sends to a window, heard before Qt asks which part of it that is for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class FirstHeard(QObject):
    """Hears of each key and press in a window, and keeps off what ``keeps_off`` says."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        if window.isVisible():
            window.windowHandle().installEventFilter(self)

    @property
    def window(self) -> QWidget:
        """The window that it listens to."""
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def keeps_off(self, event: QEvent) -> bool:
        """Say whether nobody in the window shall hear of this."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen where the system sends things, as soon as that is there."""
        if not isinstance(watched, QWidget):
            return self.keeps_off(event)
        if event.type() == QEvent.Type.Show:
            watched.windowHandle().installEventFilter(self)
        return False
