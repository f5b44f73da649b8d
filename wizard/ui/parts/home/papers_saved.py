"""The PDFs saved last, each with the way to open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wizard.ui import days
from wizard.ui.parts.home.home_part import HomePart
from wizard.ui.parts.paper.paper_row import PaperRow
from wizard.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.model.paper import Paper

SHOWN = 5
"""How many papers stand here."""


class PapersSaved(HomePart):
    """The latest first; out of sight where there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("ui.home.papers"), parent)
        self._lines: list[PaperRow] = []

    def show_papers(self, made: Sequence[Paper]) -> None:
        """Show those that were saved here, of all ``made``, in the place of what stood here."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        saved = [(paper, paper.path) for paper in made if paper.path is not None]
        for paper, path in saved[:SHOWN]:
            day = days.spoken(paper.made.astimezone().date().isoformat())
            line = PaperRow(path, paper.reader, day, self)
            self.rows.addWidget(line)
            self._lines.append(line)
        self.setVisible(bool(saved))
