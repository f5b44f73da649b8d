"""With which earlier self-assessment one is compared, if with any."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.assessment.last_time import Turn, last_time, turns
from wizard.desk.places import Places
from wizard.model.answers import Answer, Answers
from wizard.model.run import Run, RunCard
from wizard.model.status import Status
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.session import Session

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(days=300)


@pytest.mark.parametrize(
    ("journey", "is_compared"), [("privacy-checkup", True), ("something-wrong", False)]
)
def test_what_happened_once_is_not_measured_by_another_time(
    journey: str, is_compared: bool, tmp_path: Path
) -> None:
    """Two check-ups tell something side by side; two things that went wrong do not."""
    places = Places(tmp_path, clock=FixedClock(NOW))
    pack = answers.open_journey(places, journey)
    session = Session(pack, Run("now", journey, pack.digest, NOW, NOW), places.clock)
    card = RunCard("before", journey, "", 1, 1, EARLIER, EARLIER, EARLIER)

    assert last_time([card], session) == (card if is_compared else None)
    assert last_time([card._replace(finished=None)], session) is None
    assert last_time([card._replace(id="now")], session) is None


def test_of_two_questions_that_became_one_the_one_that_goes_on_is_compared(
    tmp_path: Path,
) -> None:
    """What was asked last stood for both: a question looked worse that was as it had been."""
    only = QUESTIONS[QUESTIONS.index("  - id: t-faces") : QUESTIONS.index("  - id: t-words")]
    content = write_tiny(tmp_path)
    old = open_pack(FolderSource(content), "tiny")
    write_tiny(
        content,
        questions=QUESTIONS.replace(only, "").replace("t-picture", "t-both"),
        journey=JOURNEY.replace("[t-picture, t-faces]", "[t-both]"),
        retired="kind\tid\tbecame\tin\ttext\nquestion\tt-picture\tt-both\t2\tA picture?\n"
        "question\tt-faces\tt-both\t2\tA face?\n",
    )
    new = open_pack(FolderSource(content), "tiny")
    then = Answers({"t-picture": Answer("yes"), "t-faces": Answer("no")})
    now = Answers({"t-both": Answer("yes")})
    clock = FixedClock(NOW)
    before = Session(old, Run("then", "tiny", old.digest, EARLIER, EARLIER, answers=then), clock)
    today = Session(new, Run("now", "tiny", new.digest, NOW, NOW, answers=now), clock)

    first = turns(before, today).turned[0]

    assert (first.text, first.turn) == ("Does it have a picture?", Turn.SAME)
    assert (first.then, first.now) == (Status.TO_DO, Status.TO_DO)
