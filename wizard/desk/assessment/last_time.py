"""This time beside last time: how each question turned, told without a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wizard.assess.compare import Turn, compare
from wizard.assess.readings import planned
from wizard.clock import local_day
from wizard.desk.assessment.weighing import findings
from wizard.model.carry import carry
from wizard.model.finding import Finding
from wizard.model.run import RunCard
from wizard.model.status import Status
from wizard.session import Session

__all__ = ["LastTime", "Turn", "Turned", "last_time", "turns"]


@dataclass(frozen=True, slots=True)
class Turned:
    """One question: its words, how it turned, and its status then and now."""

    text: str
    turn: Turn
    then: Status | None
    now: Status | None


@dataclass(frozen=True, slots=True)
class LastTime:
    """What was compared: the day the earlier one was finished, and each question."""

    finished: date
    turned: tuple[Turned, ...]


def last_time(cards: Iterable[RunCard], session: Session) -> RunCard | None:
    """Return the self-assessment of this journey that was finished last before this one.

    A record has none: what happened once is not measured by what happened another time.
    """
    if session.journey.is_record:
        return None
    mine = session.run
    before = [
        card
        for card in cards
        if card.journey == mine.journey
        and card.id != mine.id
        and card.finished is not None
        and card.started < mine.started
    ]
    return max(before, key=lambda card: card.started, default=None)


def turns(then: Session, now: Session) -> LastTime:
    """Compare a finished self-assessment with the one on screen.

    Each is weighed by its own questions and its own policy.
    """
    carried = carry(then.journey, now.journey, now.pack.renamed, then.answers, planned)
    old = [_under_new_id(finding, carried.goes_on) for finding in findings(then)]
    texts = {finding.question.id: finding.question.text for finding in (*old, *findings(now))}
    compared = compare(old, findings(now), carried.fates)
    turned = tuple(Turned(texts[one.question], one.turn, one.then, one.now) for one in compared)
    return LastTime(local_day(then.run.finished or then.run.changed), turned)


def _under_new_id(finding: Finding, goes_on: Mapping[str, str]) -> Finding:
    question = finding.question
    return replace(finding, question=replace(question, id=goes_on.get(question.id, question.id)))
