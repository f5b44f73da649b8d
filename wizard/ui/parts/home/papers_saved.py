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
    from datetime import datetime
    from pathlib import Path
    from typing import Protocol

    class MadePaper(Protocol):
        """What the desk says of a PDF that was saved."""

        @property
        def reader(self) -> str:
            """Whom it is for: ``me`` or ``slt``."""

        @property
        def made(self) -> datetime:
            """When it was saved."""

        @property
        def path(self) -> Path:
            """Where it was put; it may have been moved since."""


SHOWN = 5
"""How many papers stand here."""


class PapersSaved(HomePart):
    """The latest first; out of sight where there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("ui.home.papers"), parent)
        self._lines: list[PaperRow] = []

    def show_papers(self, papers: Sequence[MadePaper]) -> None:
        """Show these in the place of those that stood here."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for paper in papers[:SHOWN]:
            day = days.spoken(paper.made.astimezone().date().isoformat())
            line = PaperRow(paper.path, paper.reader, day, self)
            self.rows.addWidget(line)
            self._lines.append(line)
        self.setVisible(bool(papers))
