"""Making a PDF without stopping the window: asked for, watched, told when it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from wizard.desk.files import suggest
from wizard.desk.papers import PaperJob
from wizard.errors import Problem
from wizard.ui import settings
from wizard.words import say

EVERY = 40
"""Milliseconds between two looks at the child that draws."""


class PaperWork(QObject):
    """One paper being made.  ``made`` gives its path, ``failed`` a sentence."""

    begun = Signal()
    made = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: PaperJob | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def begin(self, start: Callable[[Path], PaperJob], path: Path) -> None:
        """Start a paper; one that is under way is left to be finished first."""
        if self._job is not None:
            return
        try:
            self._job = start(path)
        except Problem as problem:
            self.failed.emit(str(problem))
            return
        self.begun.emit()
        self._timer.start()

    def cancel(self) -> None:
        """Stop; nothing is written."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    @property
    def job(self) -> PaperJob | None:
        """The paper under way, if any."""
        return self._job

    def _look(self) -> None:
        job = self._job
        assert job is not None
        try:
            if not job.poll():
                return
        except Problem as problem:
            self._end()
            self.failed.emit(str(problem))
            return
        self.made.emit(job)
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._job = None
        self.ended.emit()


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
