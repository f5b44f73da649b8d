"""PDFs and the system: asking where one goes, or which to open, and opening it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from wizard import there
from wizard.desk.files import suggest
from wizard.ui import file_dialogs, settings
from wizard.words import say


def ask_where(parent: QWidget, parts: tuple[str, ...], then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to put a PDF, offering a good name in the folder used last."""
    offered = suggest(settings.paper_folder(), *parts, ending=".pdf")

    def chosen(path: Path) -> None:
        settings.keep_paper_folder(path.parent)
        then(path)

    return file_dialogs.ask_where(
        parent, say("ui.paper.where"), offered, say("ui.paper.kind"), chosen
    )


def ask_which(parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Ask which PDF to open, beginning in the folder used last."""
    folder = settings.paper_folder()
    return file_dialogs.ask_which(parent, say("papers.which"), folder, say("ui.paper.kind"), then)


def open_file(path: Path) -> bool:
    """Open a file in the system's own viewer.  False where it is gone or nothing opens it."""
    return there.soon(path, there.is_any, otherwise=True) and QDesktopServices.openUrl(
        QUrl.fromLocalFile(str(path))
    )
