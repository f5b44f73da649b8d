"""What Qt's dialog of files asks from within, and something that happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMessageBox
from shiboken6 import isValid

from tests.ui.hands import PATIENCE, Key, until
from wizard.ui.paper_work import ask_which
from wizard.ui.shell.window import Window

_NAMES = ("treeView", "listView")
"""What Qt calls the two lists of names that its dialog has."""


def asks_of_a_file(window: Window, place: Path, meanwhile: Callable[[QMessageBox], None]) -> Path:
    """Press Delete on a file, do something while it is asked whether to, and wait for the end.

    Returns where the file is, in a folder of its own below ``place``.
    The dialog lies over the window as those of its pages do.
    """
    file = place / "papers" / "old.pdf"
    file.parent.mkdir()
    file.write_text("kept for years")
    dialog = ask_which(window.frame, lambda _path: None)
    dialog.setDirectory(str(file.parent))
    shown = dialog.findChildren(QAbstractItemView)
    names = next(one for one in shown if one.isVisible() and one.objectName() in _NAMES)
    until(lambda: names.model().rowCount(names.rootIndex()) == 1)
    names.setCurrentIndex(names.model().index(0, 0, names.rootIndex()))
    asked: list[QMessageBox] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isActiveWindow() and not asked:
            asked.append(box)
            meanwhile(box)

    timer = QTimer(interval=2)
    timer.timeout.connect(look)
    timer.start()
    # The key is on its way until the question is answered, and nobody may wait for that here.
    QTimer.singleShot(0, window, lambda: QTest.keyClick(names, Key.Key_Delete))
    QTimer.singleShot(
        PATIENCE // 2, window, lambda: asked and isValid(asked[0]) and asked[0].close()
    )
    until(lambda: bool(asked) and QThread.currentThread().loopLevel() <= 1)
    timer.stop()
    return file
