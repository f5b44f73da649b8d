"""What is kept and stands on no page just now, folded away until somebody looks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.card import Card
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.question.earlier import told
from wizard.ui.parts.text import Body, Quiet, Strong
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.aside import Aside


class AsideCard(Card):
    """Each question with all that was put down there."""

    def __init__(self, kept: tuple[Aside, ...], parent: QWidget | None = None) -> None:
        super().__init__(say("ui.aside.name"), parent)
        self._kept = kept
        fold = FoldButton(say("ui.aside.title", count=len(kept)), parent=self)
        self.rows.addWidget(fold)
        self.rows.addWidget(Folded(fold, self._build, self))

    def _build(self) -> QWidget:
        place = QWidget(self)
        rows = QVBoxLayout(place)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        rows.addWidget(Quiet(say("ui.aside.lead"), place))
        for one in self._kept:
            rows.addSpacing(theme.look().gap(0.5))
            rows.addWidget(Strong(one.question, place))
            for line in _lines(one):
                rows.addWidget(Body(line, place))
        return place


def _lines(one: Aside) -> Iterator[str]:
    if one.said:
        yield one.said
    if one.note:
        yield say("ui.earlier.note", note=one.note)
    if one.plan:
        yield one.plan
    yield from map(told, one.earlier)
