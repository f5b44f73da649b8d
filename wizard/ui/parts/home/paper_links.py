"""The ways to paper and back, on home."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui import theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.words import say


class PaperLinks(QWidget):
    """Blank checklists, a form or paper that comes back, a sheet to type up."""

    blanks_wanted = Signal()
    file_wanted = Signal()
    entry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowRow(theme.look().gap(0.75))
        self.setLayout(row)
        for words, icon, wanted in (
            ("papers.blank.link", "printer", self.blanks_wanted),
            ("papers.file.link", "folder-open", self.file_wanted),
            ("papers.entry.link", "pencil", self.entry_wanted),
        ):
            link = LinkButton(say(words), icon, self)
            link.clicked.connect(wanted)
            row.addWidget(link)
