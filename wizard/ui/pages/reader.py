"""Something to read: a guide page, or a paper as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.document import Document
from wizard.words import say


class ReaderPage(Page):
    """One document, with the way back above it."""

    left = Signal()

    def __init__(self, bridge: Bridge, title: str, lead: str, html: str) -> None:
        super().__init__(bridge, title, lead)
        self._back = LinkButton(say("ui.reader.back"), "arrow-left", self)
        self._back.clicked.connect(self.left)
        self.rows.insertWidget(0, self._back)
        card = Card(title, self)
        self._document = Document(title, html, card)
        card.rows.addWidget(self._document)
        self.rows.addWidget(card)
        self.rows.addStretch(1)

    def first(self) -> QWidget | None:
        """The way back: arrow keys then scroll, Tab goes on to the text."""
        return self._back
