"""A file dropped on the window: what it holds is brought in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """``take_in`` is called with the file; several at once are not for this window."""

    def __init__(self, window: QWidget, take_in: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._take_in = take_in
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Welcome one file, and take it in when it falls."""
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            path = _only_file(event.mimeData())
            if path is None:
                return False
            # What is proposed may be to move it: whoever let it go might take it away then.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not isinstance(event, QDragEnterEvent):
                self._take_in(path)
            return True
        return False


def _only_file(data: QMimeData) -> Path | None:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
