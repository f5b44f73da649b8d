"""A file dropped on the window by somebody who keeps it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from wizard.ui.shell.window import Window


def test_a_file_that_is_dropped_is_looked_at_and_never_moved(
    window: Window, tmp_path: Path
) -> None:
    """A file manager was told that it had been moved, and may take it away then."""
    path = tmp_path / "answers.json"
    path.write_text("{}", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    enters = QDragEnterEvent(QPoint(9, 9), offered, data, left, shift)
    falls = QDropEvent(QPointF(9, 9), offered, data, left, shift)
    for event in (enters, falls):
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction
