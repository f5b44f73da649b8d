"""One way to keep answers: who can read what then, in honest words, and whether it is so now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, SectionTitle, Strong
from wizard.words import say


class WayCard(Card):
    """``now`` says that it is so; ``copies``, for its user to place, that they go with a change."""

    def __init__(self, way: str, parent: QWidget) -> None:
        title = say(f"ui.{way}")
        super().__init__(title, parent)
        self.rows.addWidget(SectionTitle(title, self))
        self.now = Strong(say("ui.computer.now"), self)
        self.rows.addWidget(self.now)
        self.rows.addWidget(Body(say(f"ui.{way}.about"), self))
        self.copies = Body(say("ui.computer.copies"), self)
        self.copies.hide()
