"""Answers carried to a newer content: each fate, and nothing lost."""

from __future__ import annotations

import pytest

from tests.model.conftest import Build
from tests.tiny import JOURNEY, QUESTIONS
from wizard.assess.readings import planned
from wizard.model.answers import Action, Answer, Answers, Earlier, RiskRow, Value
from wizard.model.carry import Fate, carry

GIVEN = Answers(
    {"t-picture": Answer("yes", "A note"), "t-words": Answer("Hello")},
    {"t-picture": Action("Me", "2026-12-01")},
)
PLANNED = "Plan: Me, by 1 December 2026"


def test_same_content_carries_everything(build: Build) -> None:
    """Opening again must change nothing."""
    carried = carry(build(), build(), {}, GIVEN, planned)

    assert carried.answers == GIVEN
    assert set(carried.fates.values()) == {Fate.SAME}


def test_reworded_keeps_its_answer(build: Build) -> None:
    """A clearer sentence is no reason to ask again."""
    new = build(QUESTIONS.replace("Does it have a picture?", "Is there a picture in it?"))

    carried = carry(build(), new, {}, GIVEN, planned)

    assert carried.fates["t-picture"] is Fate.REWORDED
    assert carried.answers["t-picture"] == Answer("yes", "A note")


def test_another_apostrophe_is_no_other_wording(build: Build) -> None:
    """Nobody looks for what changed in a sentence where nothing did."""
    old = build(QUESTIONS.replace("Does it have a picture?", "Is it a pupil's picture?"))
    new = build(QUESTIONS.replace("Does it have a picture?", "Is it a pupil’s picture?"))

    assert carry(old, new, {}, GIVEN, planned).fates["t-picture"] is Fate.SAME


def test_renamed_moves_its_answer_and_its_action(build: Build) -> None:
    """An id can be put right without anybody noticing."""
    new = build(QUESTIONS.replace("t-picture", "t-photo"), JOURNEY.replace("t-picture", "t-photo"))

    carried = carry(build(), new, {"t-picture": "t-photo"}, GIVEN, planned)

    assert carried.fates["t-photo"] is Fate.RENAMED
    assert carried.answers["t-photo"] == Answer("yes", "A note")
    assert carried.answers.action("t-photo") == Action("Me", "2026-12-01")


def test_where_one_question_takes_in_another_each_keeps_what_is_its_own(build: Build) -> None:
    """What was planned for the one took the place of what was planned for the other."""
    both = Answers(
        {"t-picture": Answer("yes"), "t-faces": Answer("yes", "mine")},
        {"t-picture": Action("Me"), "t-faces": Action("You")},
    )

    carried = carry(build(), build(), {"t-faces": "t-picture"}, both, planned)

    assert carried.answers.answers == both.answers
    assert carried.answers.actions == both.actions


def test_what_was_said_before_moves_with_a_question_that_is_renamed(build: Build) -> None:
    """It stood beside the question that is asked again, and was nowhere to be seen."""
    new = build(QUESTIONS.replace("t-picture", "t-photo"), JOURNEY.replace("t-picture", "t-photo"))
    asked = Answers({}, {}, {}, {"t-picture": (Earlier("Was it a film?", "Yes", "A note"),)})

    carried = carry(build(), new, {"t-picture": "t-photo"}, asked, planned)

    assert carried.answers.earlier["t-photo"] == (Earlier("Was it a film?", "Yes", "A note"),)


def test_a_risk_assessment_that_is_asked_again_keeps_its_words(build: Build) -> None:
    """Hours of work became the number of its rows."""
    old = build(QUESTIONS.replace("kind: text", "kind: risks"))
    rows = (RiskRow("Rain", "Us", "Coats", 2, 3, "Boots", "Siân", "2026-12-01"), RiskRow("Wind"))

    carried = carry(old, build(), {}, Answers({"t-words": Answer(rows, "A note")}), planned)

    said = "Rain – Us – Coats – 2 – 3 – Boots – Siân – 2026-12-01\nWind"
    assert carried.answers.earlier["t-words"] == (Earlier("What does it say?", said, "A note"),)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("Mrs Price, by phone", "Mrs Price, by phone"),
        (("yes", "no"), "yes; no"),
        (("yes", "A word"), "yes; A word"),
        ((RiskRow("Rain", "Us"),), "Rain – Us"),
    ],
)
def test_what_was_kept_unasked_must_fit_the_question_that_has_its_name_now(
    build: Build, kept: Value, said: str
) -> None:
    """A school changed its question while the answer lay elsewhere: nothing opened it again."""
    without = build(
        QUESTIONS.replace("t-picture", "t-other"), JOURNEY.replace("t-picture", "t-other")
    )
    given = Answers({"t-picture": Answer(kept, "A note")})

    carried = carry(without, build(), {}, given, planned)

    assert not carried.answers["t-picture"].is_given
    is_picked = kept == ("yes", "no")
    assert carried.answers.earlier["t-picture"] == (
        Earlier("Does it have a picture?", said, "A note", is_picked),
    )
    assert carried.asked_again == ("t-picture",)


def test_what_is_more_than_a_line_stays_words(build: Build) -> None:
    """A question of the school's became one line, and only looking at it cut the text."""
    kept = "A long text. " * 40
    without = build(QUESTIONS.replace("t-words", "t-other"), JOURNEY.replace("t-words", "t-other"))
    line = build(QUESTIONS.replace("kind: text", "kind: line"))

    carried = carry(without, line, {}, Answers({"t-words": Answer(kept)}), planned)

    assert carried.answers.earlier["t-words"][0].said == kept


def test_two_lines_pasted_into_one_are_an_answer_in_the_next_edition_too(build: Build) -> None:
    """They were asked again, though nothing of the question had changed."""
    line = build(QUESTIONS.replace("kind: text", "kind: line"))
    pasted = Answers({"t-words": Answer("Our trip\nto the river")})

    carried = carry(line, line, {}, pasted, planned)

    assert carried.answers == pasted
    assert carried.fates["t-words"] is Fate.SAME


def test_changed_meaning_shows_the_old_answer_and_asks_again(build: Build) -> None:
    """The old answer answers another question: it must not pass for this one."""
    new = build(
        QUESTIONS.replace("Does it have a picture?", "Does it have a film?").replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
        )
    )

    carried = carry(build(), new, {}, GIVEN, planned)

    assert carried.asked_again == ("t-picture",)
    assert not carried.answers["t-picture"].is_given
    assert carried.answers.earlier["t-picture"] == (
        Earlier("Does it have a picture?", "Yes", "A note", is_picked=True),
        Earlier("Does it have a picture?", "", PLANNED),
    )
    # Done, it stood on SLT's paper at what nobody had planned for.
    assert not carried.answers.actions


def test_an_answer_to_a_newer_meaning_is_none_to_the_older(build: Build) -> None:
    """With an update taken back, or beside another install, the opposite of it stood there."""
    newer = build(
        QUESTIONS.replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
        ).replace("Does it have a picture?", "Is it free of pictures?")
    )

    carried = carry(newer, build(), {}, GIVEN, planned)

    assert not carried.answers["t-picture"].is_given
    assert carried.answers.earlier["t-picture"] == (
        Earlier("Is it free of pictures?", "Yes", "A note", is_picked=True),
        Earlier("Is it free of pictures?", "", PLANNED),
    )


def test_each_meaning_that_a_question_had_keeps_what_was_written_under_it(build: Build) -> None:
    """The second change wrote over what stood beside the question since the first."""
    meaning = "    clauses: [newport.rule]\n    meaning: {number}\n"
    first, second, third = (
        build(
            QUESTIONS.replace("    clauses: [newport.rule]\n", meaning.format(number=number))
            .replace("Does it have a picture?", f"Does it have a picture, {number}?")
        )
        for number in (1, 2, 3)
    )  # fmt: skip

    once = carry(first, second, {}, GIVEN, planned).answers
    anew = once.with_answer("t-picture", Answer("no", "Another note"))
    twice = carry(second, third, {}, anew, planned).answers

    assert twice.earlier["t-picture"] == (
        Earlier("Does it have a picture, 1?", "Yes", "A note", is_picked=True),
        Earlier("Does it have a picture, 1?", "", PLANNED),
        Earlier("Does it have a picture, 2?", "No", "Another note", is_picked=True),
    )


def test_what_was_kept_unasked_stands_beside_the_question_that_takes_its_name(
    build: Build,
) -> None:
    """Brought home from a later edition, and answered there under the older name, too."""
    new = build(QUESTIONS.replace("t-picture", "t-photo"), JOURNEY.replace("t-picture", "t-photo"))
    both = Answers(
        {"t-picture": Answer("yes", "A note"), "t-photo": Answer("no", "Of the bus")},
        earlier={"t-photo": (Earlier("Was it a film?", "Told", "At length"),)},
    )

    carried = carry(build(), new, {"t-picture": "t-photo"}, both, planned)

    assert carried.answers["t-photo"] == Answer("yes", "A note")
    assert carried.answers.earlier["t-photo"] == (
        Earlier("Was it a film?", "Told", "At length"),
        Earlier("Does it have a picture?", "no", "Of the bus"),
    )


def test_a_note_alone_takes_no_earlier_answers_place(build: Build) -> None:
    """Asked again, somebody wrote only a note beside it; then it changed once more."""
    new = build(
        QUESTIONS.replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
        )
    )
    once = carry(build(), new, {}, GIVEN, planned).answers.with_answer(
        "t-picture", Answer("", "Asked the office")
    )
    newest = build(
        QUESTIONS.replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 3\n"
        )
    )

    carried = carry(new, newest, {}, once, planned)

    assert carried.asked_again == ("t-picture",)
    said = [(one.said, one.note) for one in carried.answers.earlier["t-picture"]]
    assert said == [("Yes", "A note"), ("", PLANNED), ("", "Asked the office")]


@pytest.mark.parametrize("note", [Answer(), Answer("", "Ask about her", show_note=True)])
def test_nothing_at_an_answer_that_was_taken_back_stands_under_other_words(
    build: Build, note: Answer
) -> None:
    """SLT read the note, ticked under other words, and a plan, done, for what nobody had asked."""
    new = build(
        QUESTIONS.replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
        ).replace("Does it have a picture?", "Has each parent signed?")
    )
    left = Answers({}, {"t-picture": Action("Me", "2026-12-01")}).with_answer("t-picture", note)

    now = carry(build(), new, {}, left, planned).answers

    assert not now.answers
    assert not now.actions
    notes = [one.note for one in now.earlier["t-picture"]]
    assert notes == ([note.note] if note.note else []) + [PLANNED]
    assert {one.question for one in now.earlier["t-picture"]} == {"Does it have a picture?"}
    assert carry(build(), build(), {}, left, planned).answers == left


def test_retired_is_kept_and_no_longer_asked(build: Build) -> None:
    """An old answer still reads, though nobody is asked any more."""
    new = build(
        QUESTIONS.split("  - id: t-words")[0],
        JOURNEY.split("  - id: t-last")[0] + JOURNEY[JOURNEY.index("outcome:") :],
    )

    carried = carry(build(), new, {}, GIVEN, planned)

    assert carried.fates["t-words"] is Fate.RETIRED
    assert carried.answers["t-words"] == Answer("Hello")


def test_new_is_new(build: Build) -> None:
    """A question that was never asked is no step back."""
    new = build(
        QUESTIONS + "  - {id: t-new, text: And this?, kind: line}\n",
        JOURNEY.replace("[t-words]", "[t-words, t-new]"),
    )

    assert carry(build(), new, {}, GIVEN, planned).fates["t-new"] is Fate.NEW


def test_words_that_never_were_a_choice_are_not_dropped_for_being_none(build: Build) -> None:
    """Of an answer only the choices that are known were told, and the rest was nowhere."""
    new = build(QUESTIONS.replace("    clauses:", "    meaning: 2\n    clauses:"))

    carried = carry(
        build(), new, {}, Answers({"t-picture": Answer("Mrs Price, by phone")}), planned
    )

    assert [one.said for one in carried.answers.earlier["t-picture"]] == ["Mrs Price, by phone"]
    assert carried.answers.earlier["t-picture"][0].is_written


def test_a_choice_that_is_gone_is_asked_again(build: Build) -> None:
    """An answer nobody can give any more would count for ever."""
    new = build(
        QUESTIONS.replace(
            "    answers: risky\n    todo: Take the picture out.",
            "    choices: [{id: none, text: None, becomes: in-place},"
            " {id: some, text: Some, becomes: to-do}]\n    todo: Take the picture out.",
        ).replace("t-picture is yes", "t-picture is some")
    )

    carried = carry(build(), new, {}, GIVEN, planned)

    assert carried.asked_again == ("t-picture",)
    assert carried.answers.earlier["t-picture"][0].said == "Yes"
