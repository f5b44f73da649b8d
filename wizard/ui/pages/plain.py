"""Pages of plain words: the sheet of keys, and where the answers are."""

from __future__ import annotations

from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.reading.term_line import TermLine


class PlainPage(AsidePage):
    """A heading and lines of two words each, or of one."""

    def __init__(self, bridge: Bridge, title: str, lead: str, lines: list[tuple[str, str]]) -> None:
        super().__init__(bridge, title, lead)
        card = Card(title, self)
        card.rows.setSpacing(theme.look().gap(0.75))
        for name, text in lines:
            card.rows.addWidget(TermLine(name, text, card))
        self.rows.addWidget(card)
        self.let_escape_leave()
        self.rows.addStretch(1)
