"""The head of every paper as it would be with what is written at the school's profile."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.desk.school.draft import Head
from wizard.ui.parts.card import Card
from wizard.ui.parts.paper.paper_picture import PaperPicture
from wizard.ui.parts.paper.paper_pieces import head_drawing, head_in_words
from wizard.ui.parts.text import Quiet, SectionTitle
from wizard.words import say


class HeadCard(Card):
    """A picture of the head, and who signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heading = say("school.head")
        super().__init__(heading, parent)
        self.rows.addWidget(SectionTitle(heading, self))
        self._picture = PaperPicture(self)
        self.rows.addWidget(self._picture)
        self._signs = Quiet(parent=self)
        self.rows.addWidget(self._signs)

    def show_head(self, shown: Head) -> None:
        """Draw a head; the picture may grow, and push down what stands below it."""
        self._picture.show_drawing(head_drawing(shown), head_in_words(shown))
        label, name = shown.signs
        signs = say("school.head.signs", label=label, name=name or say("school.head.nobody"))
        self._signs.setText(signs)
