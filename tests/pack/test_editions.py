"""A finished self-assessment of an earlier edition reads and prints as it did.

``tests/fixtures/finished-edition-1.json`` was made on 21 November 2026 and must never be
made anew: it stands for what lies on people's machines.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.assess.readings import planned
from wizard.desk.paper.papers import compose_paper
from wizard.exchange.answers_file import read_answers
from wizard.model.answers import Answer
from wizard.model.carry import Fate, carry
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.model.school import NO_SCHOOL
from wizard.model.status import Status
from wizard.pack.build import open_pack
from wizard.pack.check import check
from wizard.pack.source import FolderSource, KeptSource
from wizard.report.blocks import AnswerList

FIXTURE = Path(__file__).parent.parent / "fixtures" / "finished-edition-1.json"
LATER = datetime(2028, 1, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def old() -> tuple[Pack, Run]:
    """The self-assessment of the first edition, opened from what was kept of it."""
    kept = json.loads(FIXTURE.read_text("utf-8"))
    pack = open_pack(KeptSource(json.dumps(kept["kept"]).encode()), "tiny")
    return pack, read_answers(kept["answers"], "fixture", pack, LATER)


def test_it_reads_as_it_was_finished(old: tuple[Pack, Run]) -> None:
    """Questions, answers, notes and dates are those of its day."""
    pack, run = old

    assert [question.text for question in pack.journey.questions()] == [
        "Does it have a picture?",
        "Can you see a pupil's face?",
        "What does it say?",
    ]
    assert run.finished == datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
    assert run.answers["t-picture"] == Answer("yes", "We asked the parents.", show_note=True)


def test_it_prints_as_it_was_finished(old: tuple[Pack, Run]) -> None:
    """The paper is dated by its day, not by today."""
    pack, run = old

    paper = compose_paper(pack, run, NO_SCHOOL, "me", LATER)

    rows = [row for block in paper.blocks if isinstance(block, AnswerList) for row in block.rows]
    assert [(row.line, row.status) for row in rows] == [
        ("1", Status.TO_DO),
        ("2", Status.IN_PLACE),
        ("3", Status.IN_PLACE),
    ]
    assert paper.made.startswith("2026-10-01")


def test_its_answers_go_on_in_a_later_edition(tmp_path: Path, old: tuple[Pack, Run]) -> None:
    """Renamed, reworded, changed, retired and new, all at once."""
    pack, run = old
    questions = (
        QUESTIONS.replace("t-faces", "t-face")
        .replace("Does it have a picture?", "Does it have a film?")
        .replace("    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n")
        .replace("id: t-words", "id: t-new")
    )
    journey = JOURNEY.replace("t-faces", "t-face").replace("t-words", "t-new")
    retired = (
        "kind\tid\tbecame\tin\ttext\n"
        "question\tt-faces\tt-face\t2\tCan you see a pupil's face?\n"
        "question\tt-words\t\t2\tWhat does it say?\n"
    )
    folder = write_tiny(tmp_path, questions=questions, journey=journey, retired=retired)
    new = open_pack(FolderSource(folder), "tiny")

    carried = carry(pack.journey, new.journey, new.renamed, run.answers, planned)

    assert carried.fates == {
        "t-picture": Fate.MEANING_CHANGED,
        "t-face": Fate.RENAMED,
        "t-new": Fate.NEW,
        "t-words": Fate.RETIRED,
    }
    assert carried.answers["t-face"] == Answer("no")
    assert carried.answers.earlier["t-picture"][0].said == "Yes"
    assert carried.answers["t-words"].value == "Our trip to the river, Ŵyn and Łucja"


RENAMED_TWICE = (
    "kind\tid\tbecame\tin\ttext\n"
    "question\tt-first\tt-second\t2\tWhat?\n"
    "question\tt-second\tt-words\t3\tWhat?\n"
)


def test_a_question_renamed_twice_goes_by_the_last_of_its_names(tmp_path: Path) -> None:
    """Whoever missed an edition had their answer kept where nobody asked for it."""
    folder = write_tiny(tmp_path, retired=RENAMED_TWICE)

    pack = open_pack(FolderSource(folder), "tiny")

    assert pack.renamed == {"t-first": "t-words", "t-second": "t-words"}
    assert check(FolderSource(folder))[1] == ()


@pytest.mark.parametrize("last", ["", "t-first", "t-gone"], ids=["retired", "round", "nowhere"])
def test_names_that_lead_to_no_question_are_no_way_to_one(tmp_path: Path, last: str) -> None:
    """Names that lead round in a circle must neither hang the program nor pass the check."""
    retired = RENAMED_TWICE.replace("t-words", last)
    folder = write_tiny(tmp_path, retired=retired)

    pack = open_pack(FolderSource(folder), "tiny")
    faults = check(FolderSource(folder))[1]

    assert "t-words" not in pack.renamed.values()
    assert {fault.code for fault in faults} == ({"unknown-successor"} if last else set())
