"""How the answers stand against last time: what turned, named; what stayed, counted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.desk.assessment.last_time import LastTime, Turn, Turned
from wizard.model.status import Status
from wizard.ui.parts.card import Card
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.text import Points, Quiet, SectionTitle
from wizard.words import say, say_day

NAMED = (Turn.BETTER, Turn.WORSE, Turn.CHANGED_MEANING, Turn.NEW, Turn.RETIRED)
"""The turns told question by question; what stayed the same is only counted."""


class TurnsCard(Card):
    """No score and no trend: a count for each turn, and the questions folded beneath."""

    def __init__(self, last: LastTime, parent: QWidget | None = None) -> None:
        title = say("ui.turns.title", date=say_day(last.finished))
        super().__init__(title, parent)
        self.rows.addWidget(SectionTitle(title, self))
        same = sum(one.turn is Turn.SAME for one in last.turned)
        told = [one for one in last.turned if one.turn in NAMED and not _is_open(one)]
        if same:
            self.rows.addWidget(Quiet(say("ui.turns.same", count=same), self))
        for turn in NAMED:
            mine = [one for one in told if one.turn is turn]
            self._add(say(f"ui.turns.{turn.value}", count=len(mine)), mine)
        still = [one for one in last.turned if _is_open(one)]
        self._add(say("ui.turns.open", count=len(still)), still)

    def _add(self, words: str, mine: list[Turned]) -> None:
        if not mine:
            return
        fold = FoldButton(words, "", self)
        self.rows.addWidget(fold)
        self.rows.addWidget(Folded(fold, lambda: Points(map(_line, mine), self), self))


def _is_open(one: Turned) -> bool:
    """What has no answer yet is not worse than it was: nobody has said how it is."""
    return one.turn is Turn.WORSE and one.now is Status.NOT_ANSWERED


def _line(one: Turned) -> str:
    then = say(f"paper.status.{one.then.value}") if one.then else ""
    now = say(f"paper.status.{one.now.value}") if one.now else ""
    if one.turn in (Turn.BETTER, Turn.WORSE):
        return say("ui.turns.line", question=one.text, then=then, now=now)
    return say("ui.turns.now", question=one.text, now=now) if now else one.text
