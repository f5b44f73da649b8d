"""The words of the trade in a question: a quiet line of buttons, each opening its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.model.glossary import Term
from wizard.ui import theme
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.text import Body, Small
from wizard.words import say


class GlossaryLine(QWidget):
    """What the words in question ``line`` mean, folded until somebody asks."""

    def __init__(self, terms: Iterable[Term], line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.look()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.gap(0.25))
        row = FlowRow(look.gap(0.75))
        rows.addLayout(row)
        lead = Small(say("help.term.ask"), self)
        lead.setWordWrap(False)
        row.addWidget(lead)
        for term in terms:
            button = FoldButton(term.term, "", self)
            button.setAccessibleName(say("help.term.name", term=term.term, line=line))
            row.addWidget(button)
            rows.addWidget(Folded(button, partial(self._meaning, term), self))

    def _meaning(self, term: Term) -> QWidget:
        text = say("help.term.means", term=term.term, meaning=term.meaning)
        meaning = Body(text, self)
        meaning.setAccessibleName(text)
        return meaning
