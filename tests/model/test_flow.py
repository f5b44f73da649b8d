"""The flow, walked by feeding answers: no window, no store."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny import JOURNEY, write_tiny
from wizard.model import flow
from wizard.model.answers import Answer, Answers
from wizard.model.journey import Journey
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

EMPTY = Answers()


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    """The tiny journey: a picture, faces if there is one, words."""
    return open_pack(FolderSource(write_tiny(tmp_path)), "tiny").journey


def given(**values: str) -> Answers:
    """Return answers; ``t_picture="yes"`` answers t-picture."""
    answers = Answers()
    for key, value in values.items():
        answers = answers.with_answer(key.replace("_", "-"), Answer(value))
    return answers


def ids(journey: Journey, answers: Answers) -> list[str]:
    """Return the ids of the questions asked."""
    return [question.id for question in flow.asked(journey, answers)]


def test_condition_opens_and_closes_a_question(journey: Journey) -> None:
    """A question stands only while its condition holds."""
    assert ids(journey, EMPTY) == ["t-picture", "t-words"]
    assert ids(journey, given(t_picture="yes")) == ["t-picture", "t-faces", "t-words"]
    assert ids(journey, given(t_picture="no")) == ["t-picture", "t-words"]


def test_answer_to_a_hidden_question_opens_nothing(tmp_path: Path) -> None:
    """An answer is kept when its question goes, but must not hold others open."""
    from tests.tiny import QUESTIONS

    questions = QUESTIONS.replace("kind: text", "kind: text\n    when: t-faces is yes")
    pack = open_pack(FolderSource(write_tiny(tmp_path, questions=questions)), "tiny")

    asked = ids(pack.journey, given(t_picture="no", t_faces="yes"))

    assert asked == ["t-picture"]


def test_next_goes_through_to_the_outcome_with_nothing_answered(journey: Journey) -> None:
    """Next never depends on being right, or on an answer at all."""
    walked, place = [], "t-first"
    while place != flow.OUTCOME:
        walked.append(place)
        place = flow.next_place(journey, EMPTY, place)

    assert walked == ["t-first", "t-last", flow.REVIEW]


def test_back_retraces_the_way(journey: Journey) -> None:
    """Back leads where one came from, and ends at the first page."""
    walked, place = [], flow.OUTCOME
    while place:
        walked.append(place)
        place = flow.previous_place(journey, EMPTY, place)

    assert walked == [flow.OUTCOME, flow.REVIEW, "t-last", "t-first"]


def test_folded_section_is_passed_by_and_leaves_no_gap(tmp_path: Path) -> None:
    """Optional pages wait; they are not a duty."""
    folded = JOURNEY.replace("    title: Last\n", "    title: Last\n    optional: yes\n")
    journey = open_pack(FolderSource(write_tiny(tmp_path, journey=folded)), "tiny").journey

    assert flow.next_place(journey, EMPTY, "t-first") == flow.REVIEW
    assert [question.id for question in flow.gaps(journey, EMPTY)] == ["t-picture"]
    assert flow.count(journey, EMPTY) == (0, 1)


def test_counts_and_gaps_follow_the_answers(journey: Journey) -> None:
    """What is counted is what is asked now."""
    answers = given(t_picture="yes")

    assert flow.count(journey, answers) == (1, 3)
    assert [question.id for question in flow.gaps(journey, answers)] == ["t-faces", "t-words"]


@pytest.mark.parametrize(
    ("kept", "opened"),
    [("t-last", "t-last"), ("gone", "t-first"), ("", "t-first"), ("review", "review")],
)
def test_resume_opens_the_kept_place_or_the_first(journey: Journey, kept: str, opened: str) -> None:
    """A place that content no longer has must not strand anybody."""
    assert flow.resume_place(journey, EMPTY, kept) == opened
