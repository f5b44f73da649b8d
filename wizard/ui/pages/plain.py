"""Pages of plain words: the sheet of keys, and where the answers are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.text import Body, Strong


class PlainPage(AsidePage):
    """A heading and lines of two words each, or of one."""

    def __init__(self, bridge: Bridge, title: str, lead: str, lines: list[tuple[str, str]]) -> None:
        super().__init__(bridge, title, lead)
        card = Card(title, self)
        for name, text in lines:
            line = QWidget(card)
            columns = Columns(theme.look().text(14), theme.look().gap(1))
            line.setLayout(columns)
            columns.addWidget(Strong(name, line))
            columns.addWidget(Body(text, line))
            card.rows.addWidget(line)
        self.rows.addWidget(card)
        self.rows.addStretch(1)
