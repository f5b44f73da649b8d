"""PDFs and the system: asking where one goes, or which to open, and opening it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from wizard.desk.files import suggest
from wizard.ui import settings
from wizard.words import say


def ask_where(parent: QWidget, parts: tuple[str, ...], then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to put a PDF, offering a good name in the folder used last."""
    offered = suggest(settings.paper_folder(), *parts, ending=".pdf")
    dialog = QFileDialog(parent, say("ui.paper.where"), str(offered.parent), say("ui.paper.kind"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(offered.name)

    def chosen(name: str) -> None:
        path = Path(name)
        settings.keep_paper_folder(path.parent)
        then(path)

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_which(parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Ask which PDF to open, beginning in the folder used last."""
    dialog = QFileDialog(
        parent, say("papers.which"), str(settings.paper_folder()), say("ui.paper.kind")
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def open_file(path: Path) -> bool:
    """Open a file in the system's own viewer.  False where it is gone or nothing opens it."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
