"""Something to read: a guide page, or a paper as it will be printed."""

from __future__ import annotations

from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.reading.document import Document


class ReaderPage(AsidePage):
    """One document, with the way back above it."""

    def __init__(self, bridge: Bridge, title: str, lead: str, html: str) -> None:
        super().__init__(bridge, title, lead)
        card = Card(title, self)
        self._document = Document(title, html, card)
        card.rows.addWidget(self._document)
        self.rows.addWidget(card)
        self.let_escape_leave()
        self.rows.addStretch(1)
