"""Check your answers: what is missing first, then everything, section by section.

Last, folded, what is kept and stands on no page just now: it is shown here alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.assessment import weighing
from wizard.model.answers import NO_ANSWER
from wizard.model.journey import Section
from wizard.model.question import Question
from wizard.ui import tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.question.answer_line import AnswerLine
from wizard.ui.parts.question.aside_card import AsideCard
from wizard.ui.parts.text import Body, SectionTitle, Strong
from wizard.words import say

FIRST_GAPS = 6
"""Gaps named at first; the others are folded away, or they would bury what was answered."""


class ReviewPage(Page):
    """Nothing is judged here; every line leads to its question and back."""

    tells = True

    wanted = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("ui.review.title"), say("ui.review.lead"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.look().gap(1))
        self.rows.addLayout(self._list)
        self.rows.addStretch(1)
        self._lines: dict[str, AnswerLine] = {}
        self._cards: list[Card] = []
        self._shown: tuple[object, ...] = ()

    def arrive(self) -> None:
        """Show everything as it is now."""
        shown = self._what()
        if shown != self._shown:
            self._shown = shown
            self._build()
        answers = self.bridge.session.answers
        for key, line in self._lines.items():
            line.show_answer(answers[key])

    def part_of(self, question_id: str) -> QWidget | None:
        """Return the line of a question."""
        return self._lines.get(question_id)

    def first(self) -> QWidget | None:
        """The first gap, else the first line."""
        found = [stop for card in self._cards for stop in tab_order.stops(card)]
        return found[0] if found else None

    def group_of(self, control: QWidget) -> QWidget | None:
        """The line itself: beside very large letters the first one lies below the edge."""
        return control

    def stops(self) -> list[QWidget]:
        """The cards in order."""
        return [*self._cards]

    def _listed(self) -> list[tuple[Section, tuple[Question, ...]]]:
        session = self.bridge.session
        listed = []
        for section, asked in session.by_section():
            if section.optional:
                # What is folded leaves no gap: only what was put down is worth a line.
                asked = tuple(q for q in asked if session.answers[q.id] != NO_ANSWER)
            if asked:
                listed.append((section, asked))
        return listed

    def _what(self) -> tuple[object, ...]:
        gaps = tuple(question.id for question in self.bridge.session.gaps())
        listed = tuple(q.id for _section, asked in self._listed() for q in asked)
        return gaps, listed, weighing.set_aside(self.bridge.session)

    def _build(self) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self._lines = [], {}
        self._put(self._gaps_card())
        lines = self.bridge.session.journey.lines
        listed = self._listed()
        letters = max((len(lines[q.id]) for _section, asked in listed for q in asked), default=0)
        for section, asked in listed:
            card = Card(section.title, self)
            card.rows.setSpacing(theme.look().gap(0.125))
            card.rows.addWidget(SectionTitle(section.title, card))
            for question in asked:
                line = AnswerLine(lines[question.id], question, letters, card)
                line.clicked.connect(self._asker(question.id))
                card.rows.addWidget(line)
                self._lines[question.id] = line
            self._put(card)
        if kept := weighing.set_aside(self.bridge.session):
            self._put(AsideCard(kept, self))

    def _put(self, card: Card) -> None:
        self._list.addWidget(card)
        self._cards.append(card)
        card.show()

    def _gaps_card(self) -> Card:
        session = self.bridge.session
        gaps = session.gaps()
        card = Card(say("ui.review.gaps-name"), self)
        if not gaps:
            card.rows.addWidget(Strong(say("ui.review.no-gaps"), card))
            return card
        card.rows.addWidget(Strong(say("ui.review.gaps", count=len(gaps)), card))
        card.rows.addWidget(Body(say("ui.review.gaps-lead"), card))
        card.rows.addWidget(self._ways(gaps[:FIRST_GAPS]))
        if others := gaps[FIRST_GAPS:]:
            fold = FoldButton(say("ui.review.more-gaps", count=len(others)), parent=card)
            card.rows.addWidget(fold)
            card.rows.addWidget(Folded(fold, lambda: self._ways(others), card))
        return card

    def _ways(self, gaps: tuple[Question, ...]) -> QWidget:
        """A line for each of these questions, which leads to it."""
        ways = QWidget(self)
        rows = QVBoxLayout(ways)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.5))
        for question in gaps:
            line = self.bridge.session.journey.lines[question.id]
            name = say("ui.question.name", line=line, question=question.text)
            link = LinkButton(name, "", ways)
            link.clicked.connect(self._asker(question.id))
            rows.addWidget(link)
        return ways

    def _asker(self, question_id: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(question_id)
