"""A button that saves something as a file, and a line that says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk import files
from wizard.ui import accessible, settings, theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.text import Body
from wizard.words import say

SLOW = 300
"""Milliseconds before it is worth saying that something is under way."""


@dataclass(frozen=True, slots=True)
class SavedAs:
    """What is saved: words for the button and its icon, what the file is called and its kind."""

    label: str
    icon: str
    name: tuple[str, ...]
    ending: str
    kind: str


class FileDesk(QWidget):
    """``make`` does the writing; it is given the place and returns when it is done."""

    def __init__(
        self,
        bridge: Bridge,
        what: SavedAs,
        make: Callable[[Path], Future[None]],
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._what, self._make = bridge, what, make
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.5))
        self.button = (LinkButton if quiet else PlainButton)(what.label, what.icon, self)
        self.button.clicked.connect(self._ask)
        self._says = Body(parent=self)
        self._says.hide()
        rows.addWidget(self.button)
        rows.addWidget(self._says)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self._tell(say("ui.file.making")))

    def _ask(self) -> None:
        what = self._what
        offered = files.suggest(settings.paper_folder(), *what.name, ending=what.ending)
        dialog = QFileDialog(self, what.label, str(offered.parent), what.kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(what.ending.removeprefix("."))
        dialog.selectFile(offered.name)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the file, and say what came of it."""
        self._slow.start()
        made = say("ui.file.saved", name=path.name)
        self._bridge.when_done(
            self._make(path), lambda _done: self._end(made), lambda fault: self._end(str(fault))
        )

    def _end(self, sentence: str) -> None:
        # Whoever left the page meanwhile finds the file all the same.
        if isValid(self):
            self._slow.stop()
            self._tell(sentence)

    def _tell(self, text: str) -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        accessible.announce(self, text)
