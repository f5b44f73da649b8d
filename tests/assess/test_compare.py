"""Comparing with last time: each turn, and a new question is never a drop."""

from __future__ import annotations

import pytest

from tests.assess.small_pack import question
from wizard.assess.compare import Turn, compare
from wizard.model.answers import NO_ACTION, NO_ANSWER
from wizard.model.carry import Fate
from wizard.model.finding import Finding, Severity
from wizard.model.status import Status, Strength


def finding(question_id: str, status: Status) -> Finding:
    """Return a finding with this status."""
    severity = Severity(Strength.ADVISED, (), ())
    return Finding(
        question(question_id), "1", "s", NO_ANSWER, "", status, severity, "", "", NO_ACTION
    )


@pytest.mark.parametrize(
    ("then", "now", "turn"),
    [
        (Status.TO_DO, Status.IN_PLACE, Turn.BETTER),
        (Status.NOT_ANSWERED, Status.ASK, Turn.BETTER),
        (Status.ASK, Status.EXCEPTION, Turn.BETTER),
        (Status.IN_PLACE, Status.TO_DO, Turn.WORSE),
        (Status.EXCEPTION, Status.ASK, Turn.WORSE),
        (Status.IN_PLACE, Status.DOESNT_APPLY, Turn.SAME),
        (Status.TO_DO, Status.TO_DO, Turn.SAME),
    ],
)
def test_the_turn_follows_the_status(then: Status, now: Status, turn: Turn) -> None:
    """What is settled counts as settled, however it was."""
    compared = compare([finding("a", then)], [finding("a", now)], {})

    assert [one.turn for one in compared] == [turn]


def test_new_retired_and_changed_are_told_apart() -> None:
    """None of the three may look like better or worse."""
    then = [finding("gone", Status.IN_PLACE), finding("other", Status.IN_PLACE)]
    now = [finding("fresh", Status.TO_DO), finding("other", Status.NOT_ANSWERED)]
    fates = {"gone": Fate.RETIRED, "fresh": Fate.NEW, "other": Fate.MEANING_CHANGED}

    compared = {one.question: one.turn for one in compare(then, now, fates)}

    assert compared == {
        "fresh": Turn.NEW,
        "other": Turn.CHANGED_MEANING,
        "gone": Turn.RETIRED,
    }
