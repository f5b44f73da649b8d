"""Answers that wait while no content asks them: what they answer goes with them."""

from __future__ import annotations

import pytest

from tests.model.conftest import Build
from tests.tiny import JOURNEY, QUESTIONS
from wizard.assess.readings import planned
from wizard.model.answers import Action, Answer, Answers, Earlier
from wizard.model.carry import carry

GIVEN = Answers({"t-picture": Answer("yes", "A note")}, {"t-picture": Action("Me", "2026-12-01")})
PLANNED = "Plan: Me, by 1 December 2026"


def away(build: Build, answers: Answers, hops: int = 1) -> Answers:
    """Return answers as they wait, opened so often where nobody asks the first question."""
    without = build(
        QUESTIONS.replace("t-picture", "t-other"), JOURNEY.replace("t-picture", "t-other")
    )
    old = build()
    for _ in range(hops):
        answers = carry(old, without, {}, answers, planned).answers
        old = without
    return answers


def back(build: Build, answers: Answers, questions: str = QUESTIONS) -> Answers:
    """Return answers that waited, where their question, or one of its id, is asked again."""
    without = build(
        QUESTIONS.replace("t-picture", "t-other"), JOURNEY.replace("t-picture", "t-other")
    )
    return carry(without, build(questions), {}, answers, planned).answers


OTHER = QUESTIONS.replace(
    "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
).replace("Does it have a picture?", "Has each parent signed?")


@pytest.mark.parametrize("hops", [1, 3])
@pytest.mark.parametrize(
    "answer",
    [
        Answer("yes", "A note", show_note=True),
        Answer("", "A note", show_note=True),
        Answer(),
    ],
)
def test_what_waited_is_there_again_where_its_question_is(
    build: Build, hops: int, answer: Answer
) -> None:
    """From home back to school: the school's own question has its answer, tick and plan."""
    plan = {"t-picture": Action("Me", "2026-12-01", done=True)}
    given = Answers({}, plan).with_answer("t-picture", answer)

    assert back(build, away(build, given, hops)) == given


@pytest.mark.parametrize("hops", [1, 3])
def test_what_waited_is_no_answer_to_other_words_by_its_id(build: Build, hops: int) -> None:
    """A yes to what the school had taken out stood at what it asked the next term."""
    ticked = Answers({"t-picture": Answer("yes", "A note", show_note=True)}, GIVEN.actions)

    now = back(build, away(build, ticked, hops), OTHER)

    assert not now.answers
    assert not now.actions
    assert now.earlier["t-picture"] == (
        Earlier("Does it have a picture?", "Yes", "A note", is_picked=True),
        Earlier("Does it have a picture?", "", PLANNED),
    )


def test_a_note_that_waited_is_shown_to_nobody_under_other_words(build: Build) -> None:
    """It was ticked for SLT under words that are gone."""
    ticked = Answers(
        {"t-picture": Answer("", "Ask about her", show_note=True)}, {"t-words": Action("Me")}
    )

    now = back(build, away(build, ticked), OTHER)

    assert not now.answers
    (said,) = now.earlier["t-picture"]
    assert (said.question, said.note) == ("Does it have a picture?", "Ask about her")


def test_a_plan_alone_that_waited_stands_at_no_other_words(build: Build) -> None:
    """Its answer had been taken back, and nobody knew any more what it was planned for."""
    now = back(build, away(build, Answers({}, GIVEN.actions), 2), OTHER)

    assert not now.actions
    (said,) = now.earlier["t-picture"]
    assert (said.question, said.note) == ("Does it have a picture?", PLANNED)


def test_what_was_kept_before_anybody_wrote_down_what_it_answers_is_no_answer(
    build: Build,
) -> None:
    """Nobody knows under which words it was given: it fits by its kind alone."""
    now = back(build, GIVEN)

    assert not now["t-picture"].is_given
    assert now.earlier["t-picture"][0] == Earlier("Does it have a picture?", "yes", "A note")
