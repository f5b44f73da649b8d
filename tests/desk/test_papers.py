"""Papers: the fingerprint stands for what its reader sees, and for nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from wizard import paths
from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.paper.papers import compose_paper
from wizard.desk.places import Places
from wizard.model.answers import Answer
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.model.school import NO_SCHOOL
from wizard.report.blocks import Report

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PLACES = Places(clock=FixedClock(MOMENT))


@pytest.fixture(scope="module")
def checkup() -> tuple[Pack, Run]:
    """The example check-up."""
    return answers.read(paths.content_folder() / "examples" / "privacy-checkup.json", PLACES)


def paper(pack: Pack, run: Run, reader: str = "slt") -> Report:
    """Compose one reader's paper."""
    return compose_paper(pack, run, NO_SCHOOL, reader, MOMENT)


def mark(report: Report) -> str:
    """Return the fingerprint that stands on a paper."""
    return report.fingerprint


def with_note(run: Run, *, show: bool) -> Run:
    """Return the run with a note on one question."""
    answer = replace(run.answers["pc-pupils"], note="Something private", show_note=show)
    return replace(run, answers=run.answers.with_answer("pc-pupils", answer))


def test_what_slt_does_not_see_does_not_change_their_fingerprint(
    checkup: tuple[Pack, Run],
) -> None:
    """A mark made from hidden answers would let somebody try them out."""
    pack, run = checkup

    assert mark(paper(pack, with_note(run, show=False))) == mark(paper(pack, run))
    assert mark(paper(pack, with_note(run, show=True))) != mark(paper(pack, run))


def test_what_is_seen_changes_the_fingerprint(checkup: tuple[Pack, Run]) -> None:
    """Careless editing must show."""
    pack, run = checkup
    other = replace(run, answers=run.answers.with_answer("pc-pupils", Answer("no")))

    assert mark(paper(pack, other)) != mark(paper(pack, run))


def test_the_same_words_on_another_self_assessment_have_another_mark(
    checkup: tuple[Pack, Run],
) -> None:
    """The random id salts it; without, a short paper could be found by trial."""
    pack, run = checkup

    assert mark(paper(pack, replace(run, id="another"))) != mark(paper(pack, run))
    assert run.id not in str(paper(pack, run))
