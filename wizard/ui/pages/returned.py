"""A PDF that somebody handed in: what it is, what it holds, what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk.handover import looking
from wizard.desk.handover.comparing import Difference
from wizard.desk.handover.looking import Kind, Looked
from wizard.errors import Problem
from wizard.session import Session
from wizard.ui import accessible, days, sight, tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.buttons import LinkButton, PlainButton, PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.reading.term_line import TermLine
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Small
from wizard.words import say

ILL = frozenset({Kind.ALTERED, Kind.STRANGER})
"""What a person should stop at."""

MOST = 30
"""Lines that differ told one by one; more than that is another paper."""


class ReturnedPage(AsidePage):
    """Looks at the file in a child process, and says kindly what it found.

    ``decided`` gives the paper's file and the self-assessment it was made from, ``again`` asks
    for another file.
    """

    decided = Signal(object, object)
    again = Signal()

    def __init__(self, bridge: Bridge, path: Path, opened: Callable[[str], None]) -> None:
        """``opened`` is told which self-assessment to show; by then the page may be gone."""
        super().__init__(bridge, path.name)
        self._path, self._opened = path, opened
        self._parts: list[QWidget] = []
        self._looking = Quiet(say("papers.looking", name=path.name), self)
        self.rows.addWidget(self._looking)
        self.rows.addStretch(1)
        work = bridge.in_background(lambda: looking.look_here(path, bridge.desk))
        bridge.when_done(work, self._found, self._failed)

    def stops(self) -> list[QWidget]:
        """The way back, then what was found."""
        return [self.back, *self._parts]

    def _found(self, looked: Looked) -> None:
        if not isValid(self):
            return
        self._looking.hide()
        tone = "warn" if looked.kind in ILL else "info"
        self._put(Notice(say(f"papers.is.{looked.kind.value}"), looked.sentence, tone, self))
        facts = self._facts(looked)
        if facts:
            self._put(self._facts_card(facts))
        if looked.left:
            self._put(self._left_card(looked))
        self._put(self._acts_card(looked))
        accessible.announce(self, say(f"papers.is.{looked.kind.value}"))

    def _failed(self, problem: Problem) -> None:
        if isValid(self):
            self._looking.hide()
            self._put(Notice(say("papers.is.unread"), str(problem), "warn", self))
            self._put(self._acts_card(None))
            accessible.announce(self, str(problem))

    def _put(self, part: QWidget) -> None:
        self.rows.insertWidget(self.rows.count() - 1, part)
        part.show()
        self._parts.append(part)
        tab_order.follow(self.stops())

    def _facts(self, looked: Looked) -> list[tuple[str, str]]:
        facts = [(say("papers.fact.journey"), looked.title)] if looked.title else []
        paper = looked.paper
        if paper is not None:
            made = days.spoken(paper.day)
            facts += [
                (say("papers.fact.reader"), say(f"ui.paper.for-{paper.data.reader}")),
                (say("papers.fact.made"), made),
                (say("papers.fact.reference"), paper.reference),
                (say("papers.fact.fingerprint"), paper.fingerprint),
            ]
        if looked.kept is not None:
            kept = looked.kept.title or looked.title
            facts.append((say("papers.fact.kept"), kept))
        return facts

    def _facts_card(self, facts: list[tuple[str, str]]) -> Card:
        card = Card(say("papers.facts"), self)
        card.rows.addWidget(SectionTitle(say("papers.facts"), card))
        for label, text in facts:
            self._line(card, label, text)
        if any(label == say("papers.fact.fingerprint") for label, _text in facts):
            card.rows.addWidget(Small(say("paper.code.limits"), card))
        return card

    def _left_card(self, looked: Looked) -> Card:
        card = Card(say("papers.left"), self)
        card.rows.addWidget(SectionTitle(say("papers.left"), card))
        card.rows.addWidget(Body(say("papers.left.lead"), card))
        for one in looked.left:
            self._line(card, one.label, one.words)
        card.rows.addSpacing(theme.look().gap(0.5))
        copy = PlainButton(say("papers.left.copy"), "list", card)
        card.rows.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        copied = Body(parent=card)
        copied.hide()
        card.rows.addWidget(copied)
        copy.clicked.connect(lambda: self._copy(looked, copied))
        return card

    def _copy(self, looked: Looked, copied: Body) -> None:
        lines = (f"{one.label}: {one.words}" for one in looked.left)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._tell(say("papers.left.copied"), copied)

    def _line(self, card: Card, label: str, text: str) -> None:
        card.rows.addWidget(TermLine(label, text, card))

    def _acts_card(self, looked: Looked | None) -> Card:
        card = Card(say("papers.acts"), self)
        card.rows.addWidget(SectionTitle(say("papers.acts"), card))
        row = FlowRow(theme.look().gap(0.75))
        acts = QWidget(card)
        acts.setLayout(row)
        for button in self._acts(looked, acts):
            row.addWidget(button)
        card.rows.addWidget(acts)
        self._came = Body(parent=card)
        self._came.hide()
        card.rows.addWidget(self._came)
        return card

    def _acts(self, looked: Looked | None, acts: QWidget) -> list[QWidget]:
        buttons: list[QWidget] = []

        def add(kind: type[PlainButton], words: str, icon: str, act: Callable[[], None]) -> None:
            button = kind(say(words), icon, acts)
            button.clicked.connect(act)
            buttons.append(button)

        if looked is not None and looked.has_answers:
            add(PrimaryButton, "papers.act.open", "file-text", lambda: self._take_in(looked))
        if looked is not None and looked.kept is not None:
            kept = looked.kept
            add(PlainButton, "papers.act.compare", "list", lambda: self._compare(looked))
            if looked.kind is Kind.INTACT:
                add(PlainButton, "papers.decide.record", "pencil",
                    lambda: self.decided.emit(self._path, kept))  # fmt: skip
            add(LinkButton, "papers.act.kept", "arrow-right", lambda: self._opened(kept.id))
        add(LinkButton, "papers.act.another", "folder-open", self.again.emit)
        return buttons

    def _take_in(self, looked: Looked) -> None:
        bridge = self.bridge
        take = partial(looking.take_in, looked, bridge.desk)
        work = bridge.once(("open", self._path), lambda: bridge.in_background(take))
        if work is None:
            return

        def tell(_run_id: str) -> None:
            # From elsewhere nobody would know that it is here.
            bridge.done.emit(say("ui.bring.done", count=1))

        bridge.files.add(work)
        bridge.leads(work, self._opened, late=tell)

    def _compare(self, looked: Looked) -> None:
        assert looked.kept is not None
        bridge, places = self.bridge, self.bridge.desk.places

        def compare(kept: Session) -> None:
            work = bridge.in_background(lambda: looking.differences(looked, kept, places))
            bridge.when_done(work, self._show_differences, self._say_problem)

        bridge.when_done(bridge.desk.runs.read(looked.kept.id), compare)

    def _show_differences(self, found: tuple[Difference, ...]) -> None:
        if not found:
            self._say(say("papers.compare.same"))
            return
        lines = [_told(one) for one in found[:MOST]]
        if len(found) > MOST:
            lines.append(say("papers.compare.more", count=len(found) - MOST))
        self._say("\n".join([say("papers.compare.other", count=len(found)), *lines]))

    def _say_problem(self, problem: Problem) -> None:
        self._say(str(problem))

    def _say(self, text: str) -> None:
        if isValid(self):
            self._tell(text, self._came)

    def _tell(self, text: str, line: Body) -> None:
        line.setText(text)
        line.show()
        # Below the edge it looks as if the button had done nothing.
        sight.bring(line)
        accessible.announce(self, text)


def _told(one: Difference) -> str:
    if not one.line:
        return say("papers.compare.rest")
    nothing = say("papers.compare.nothing")
    return say(
        "papers.compare.line", line=one.line, paper=one.paper or nothing, kept=one.kept or nothing
    )
