"""One PDF that was made here, with the way to open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import accessible, theme
from wizard.ui.paper_work import open_file
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.text import Body, Warn
from wizard.words import say


class PaperRow(QWidget):
    """A line: the file's name, whom it is for, and Open."""

    def __init__(self, path: Path, reader: str, date: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        row = QHBoxLayout()
        row.setSpacing(theme.look().gap(0.75))
        rows.addLayout(row)
        whom = say(f"ui.paper.for-{reader}")
        row.addWidget(Body(say("ui.paper.row", name=path.name, whom=whom, date=date), self), 1)
        self._path = path
        self._gone = Warn(say("ui.paper.gone"), self)
        self._gone.hide()
        # On a line of its own: beside large letters three things would not fit.
        rows.addWidget(self._gone)
        button = LinkButton(say("ui.paper.open"), "external-link", self)
        button.setAccessibleName(f"{say('ui.paper.open')}, {path.name}")
        button.clicked.connect(self._open)
        row.addWidget(button)

    def _open(self) -> None:
        is_open = open_file(self._path)
        self._gone.setVisible(not is_open)
        if not is_open:
            accessible.announce(self, self._gone.text())
