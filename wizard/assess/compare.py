"""This time against last time: better, worse, same, new, retired, changed meaning.

There is no score and no trend.  A question that is new is new, never a drop; one whose
meaning changed can not be compared and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from wizard.model.carry import Fate
from wizard.model.finding import Finding
from wizard.model.status import Status


class Turn(Enum):
    """How a question stands against last time."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    RETIRED = "retired"
    CHANGED_MEANING = "changed-meaning"


@dataclass(frozen=True, slots=True)
class Compared:
    """One question, how it turned, and its status then and now (None where it was not)."""

    question: str
    turn: Turn
    then: Status | None
    now: Status | None


# What is settled, however it was settled, is as good as can be.
_ORDER = {
    Status.IN_PLACE: 0,
    Status.DOESNT_APPLY: 0,
    Status.EXCEPTION: 1,
    Status.ASK: 2,
    Status.TO_DO: 3,
    Status.NOT_ANSWERED: 4,
}


def compare(
    then: Iterable[Finding], now: Iterable[Finding], fates: Mapping[str, Fate]
) -> tuple[Compared, ...]:
    """Return how each question turned, in the order of now, retired ones last.

    ``then`` are the findings under the content of that time, by ids as they were
    carried; ``fates`` is what became of each question since.
    """
    before = {finding.question.id: finding.status for finding in then}
    after = {finding.question.id: finding.status for finding in now}
    compared = [
        Compared(one, _turn(before.get(one), status, fates.get(one)), before.get(one), status)
        for one, status in after.items()
    ]
    gone = [
        Compared(one, Turn.RETIRED, status, None)
        for one, status in before.items()
        if fates.get(one) is Fate.RETIRED
    ]
    return (*compared, *gone)


def _turn(then: Status | None, now: Status, fate: Fate | None) -> Turn:
    if fate is Fate.MEANING_CHANGED:
        return Turn.CHANGED_MEANING
    if then is None or fate is Fate.NEW:
        return Turn.NEW
    if _ORDER[now] == _ORDER[then]:
        return Turn.SAME
    return Turn.BETTER if _ORDER[now] < _ORDER[then] else Turn.WORSE
