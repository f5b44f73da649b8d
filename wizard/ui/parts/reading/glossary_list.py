"""The whole glossary: each word beside its meaning."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from wizard.model.glossary import Term
from wizard.ui import theme
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, Strong

WORD = 13
"""Width of the column of words, in ems."""


class GlossaryList(Card):
    """Words on the left, meanings on the right; below each other beside very large letters."""

    def __init__(self, name: str, terms: Iterable[Term], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        look = theme.look()
        is_wide = look.scale < 1.6
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for term in terms:
            line = QBoxLayout(across if is_wide else down)
            line.setSpacing(look.gap(1) if is_wide else 0)
            word = Strong(term.term, self)
            if is_wide:
                word.setFixedWidth(look.text(WORD))
            word.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(word)
            line.addWidget(Body(term.meaning, self), 1)
            self.rows.addLayout(line)
