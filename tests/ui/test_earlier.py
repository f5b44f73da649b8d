"""What was answered before a question changed its meaning: beside it until its writer says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tiny import write_tiny
from tests.ui.hands import CTRL, Hands, Key, press, remove, words
from tests.ui.kinds import JOURNEY, QUESTIONS
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model.answers import Answer, Earlier
from wizard.session import Session
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.shell.window import Window

EARLIER = (
    Earlier("Is there a photo?", "Yes", "FIRST WORDS", is_picked=True),
    Earlier("Is it a film?", "Told by the class"),
)


@pytest.fixture
def places(places: Places) -> Places:
    """A journey whose first question takes no note."""
    questions = QUESTIONS.replace(
        "    text: Does it have a picture?\n", "    text: Does it have a picture?\n    note: no\n"
    )
    write_tiny(places.content, questions=questions, journey=JOURNEY)
    return places


@pytest.fixture
def again(session: Session, window: Window, desk: Desk, hands: Hands) -> Session:
    """A session on screen in which two questions are asked again."""
    earlier = {"k-one": EARLIER, "k-several": EARLIER}
    run = replace(session.run, answers=replace(session.answers, earlier=earlier))
    asked = Session(session.pack, run, FixedClock(session.run.started))
    window.enter(asked)
    return asked


def test_all_of_it_stays_in_sight_as_the_question_is_answered_anew(
    again: Session, hands: Hands
) -> None:
    """One was written over; the other went into a note that no field shows, and was gone."""
    hands.tab_to("No")
    hands.press(Key.Key_1)

    assert again.answers["k-one"].is_given
    for said in ("FIRST WORDS", "Told by the class", "Only you see this remark"):
        assert said in words(hands.page)


def test_an_answer_pressed_from_elsewhere_leaves_what_is_typed(
    again: Session, hands: Hands
) -> None:
    """A screen reader presses an answer and leaves the focus in the note, where words wait."""
    press(hands, "Note, question 3")
    hands.tab_to("Note on question 3")
    hands.write("typed words")
    blog = next(
        one
        for one in hands.page.findChildren(CheckChoice)
        if one.accessibleName() == "The class blog"
    )
    blog.click()

    assert again.answers["k-several"].value == ("blog",)
    assert again.answers["k-several"].note == "typed words"
    assert again.answers.earlier["k-several"] == EARLIER
    assert again.undo()
    assert again.answers["k-several"] == Answer("", "typed words")


def test_what_was_taken_away_comes_back_where_it_was(
    again: Session, window: Window, hands: Hands
) -> None:
    """On a page made anew it has not stood yet; from another page somebody must see it come."""
    remove(hands, "Remove what I said before, question 3")
    assert again.answers.earlier == {"k-one": EARLIER}
    window.dress()
    window.go(again.sections()[1].id)
    hands.press(Key.Key_Z, CTRL)

    assert hands.title == again.sections()[0].title
    assert again.answers.earlier["k-several"] == EARLIER
    hands.tab_to("Remove what I said before, question 3")
