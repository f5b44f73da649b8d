"""Several questions that came to one: one answer stands there, the rest beside it."""

from __future__ import annotations

from dataclasses import replace

from tests.model.conftest import Build
from tests.tiny import JOURNEY, QUESTIONS
from wizard.assess.readings import planned
from wizard.model.answers import Action, Answer, Answers, Earlier
from wizard.model.carry import carry

MERGED_QUESTIONS = QUESTIONS[: QUESTIONS.index("  - id: t-picture")] + (
    "  - {id: t-both, text: What and to whom?, kind: text}\n"
)
MERGED_JOURNEY = JOURNEY.replace("t-picture, t-faces", "t-both").replace(
    JOURNEY[JOURNEY.index("  - id: t-last") : JOURNEY.index("outcome:")], ""
)
APART_QUESTIONS = MERGED_QUESTIONS.replace(
    "{id: t-both, text: What and to whom?, kind: text}",
    "{id: t-what, text: What?, kind: text}\n  - {id: t-whom, text: To whom?, kind: text}",
)
APART_JOURNEY = MERGED_JOURNEY.replace("t-both", "t-what, t-whom")
MERGED = {"t-what": "t-both", "t-whom": "t-both"}
PLANNED = Answers(
    {"t-what": Answer("Our trip", "A note"), "t-whom": Answer("Mrs Price", "Another")},
    {"t-what": Action("Amir", "2027-01-02"), "t-whom": Action("Siân", "2027-03-04", done=True)},
)


def test_of_two_questions_that_became_one_both_answers_are_there_to_see(build: Build) -> None:
    """One was kept where nobody asked, and what was planned for it was nowhere to be found."""
    carried = carry(
        build(APART_QUESTIONS, APART_JOURNEY),
        build(MERGED_QUESTIONS, MERGED_JOURNEY),
        MERGED,
        PLANNED,
        planned,
    )

    assert carried.answers.answers == {"t-both": Answer("Our trip", "A note")}
    assert carried.answers.actions == {"t-both": Action("Amir", "2027-01-02")}
    assert carried.answers.earlier == {
        "t-both": (
            Earlier("To whom?", "Mrs Price", "Another"),
            Earlier("To whom?", "", "Plan: Siân, by 4 March 2027, done"),
        )
    }
    assert carried.goes_on == {"t-what": "t-both"}
    assert carried.asked_again == ()


def test_the_one_of_two_that_has_an_answer_is_the_one_that_stands(build: Build) -> None:
    """A question that was left open took the place of one that was answered."""
    old, new = build(APART_QUESTIONS, APART_JOURNEY), build(MERGED_QUESTIONS, MERGED_JOURNEY)
    given = replace(PLANNED, answers={"t-whom": Answer("Mrs Price")})

    carried = carry(old, new, MERGED, given, planned)

    assert carried.answers["t-both"] == Answer("Mrs Price")
    assert carried.answers.action("t-both") == Action("Siân", "2027-03-04", done=True)
    assert carried.answers.earlier["t-both"] == (
        Earlier("What?", "", "Plan: Amir, by 2 January 2027"),
    )


def test_an_answer_to_a_question_that_was_taken_in_is_none_to_the_one_that_took_it_in(
    build: Build,
) -> None:
    """It was asked already, and left open: it is asked again, beside what the other said."""
    old = build(APART_QUESTIONS, APART_JOURNEY)
    new = build(
        MERGED_QUESTIONS.replace("t-both", "t-what"), MERGED_JOURNEY.replace("t-both", "t-what")
    )
    given = Answers({"t-whom": Answer("Mrs Price")}, {"t-whom": Action("Siân")})

    carried = carry(old, new, {"t-whom": "t-what"}, given, planned)

    assert not carried.answers["t-what"].is_given
    assert carried.answers.earlier["t-what"] == (Earlier("To whom?", "Mrs Price", "Plan: Siân"),)
    assert not carried.answers.actions
    assert carried.asked_again == ("t-what",)


def test_a_plan_made_under_the_new_name_stays_when_an_update_was_taken_back(
    build: Build,
) -> None:
    """Both plans went to one place, and one of them was nowhere any more."""
    new = build(QUESTIONS.replace("t-words", "t-said"), JOURNEY.replace("t-words", "t-said"))
    both = Answers(
        {"t-said": Answer("Mrs Price"), "t-words": Answer("the Head")},
        {"t-said": Action("Amir", "2027-01-02"), "t-words": Action("Siân", "2027-03-04")},
    )

    carried = carry(build(), new, {"t-words": "t-said"}, both, planned)

    assert carried.answers["t-said"] == Answer("the Head")
    assert carried.answers.action("t-said") == Action("Siân", "2027-03-04")
    assert carried.answers.earlier["t-said"] == (
        Earlier("What does it say?", "Mrs Price", "Plan: Amir, by 2 January 2027"),
    )


def test_an_answer_of_the_newer_edition_stands_where_the_older_one_has_none(build: Build) -> None:
    """An update was taken back and put on again: the answer was asked for a second time."""
    new = build(QUESTIONS.replace("t-words", "t-said"), JOURNEY.replace("t-words", "t-said"))
    given = Answers({"t-said": Answer("Mrs Price")}, {"t-said": Action("Amir")})
    taken_back = carry(new, build(), {}, given, planned).answers

    carried = carry(build(), new, {"t-words": "t-said"}, taken_back, planned)

    assert carried.answers == given
