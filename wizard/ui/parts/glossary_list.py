"""The whole glossary: each word beside its meaning."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from wizard.model.glossary import Term
from wizard.ui import theme
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.text import Body, Strong


class GlossaryList(Card):
    """Words on the left, meanings on the right; below each other where there is no room."""

    def __init__(self, name: str, terms: Iterable[Term], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        for term in terms:
            line = QWidget(self)
            columns = Columns(theme.look().text(14), theme.look().gap(1))
            line.setLayout(columns)
            columns.addWidget(Strong(term.term, line))
            columns.addWidget(Body(term.meaning, line))
            self.rows.addWidget(line)
