"""A question of the school's own is changed: what people answered is theirs, to what they read."""

from __future__ import annotations

import pytest

from tests.ui.hands import CTRL, Hands, Key, press, until
from tests.ui.school_hands import open_school
from wizard.desk.desk import Desk
from wizard.model.answers import Answer
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.shell.window import Window

ADDED = "Did you ask at the office?"
CHANGED = "Did you tell the parents?"


def _add_and_answer(window: Window, hands: Hands) -> tuple[str, str]:
    """Add the question, answer yes, and return the ids of both."""
    press(hands, "Add a question")
    hands.write(ADDED)
    hands.tab_to("What to do if it is not right yet")
    hands.write("Ask there.")
    hands.tab_to("What to ask if somebody is not sure")
    hands.write("Ask whom to ask.")
    press(hands, "Put it on the list")
    press(hands, "Save the profile")
    window.start("tiny")
    until(lambda: window.bridge.has_session)
    session = window.bridge.session
    own = next(one for one in session.journey.questions() if one.text == ADDED)
    session.answer(own.id, "yes")
    window.go_home()
    return session.run.id, own.id


@pytest.mark.parametrize(
    ("chosen", "is_asked_again"), [("same", False), ("other", True), ("risky", True)]
)
def test_what_was_answered_to_other_words_is_asked_again(
    page: SchoolPage, window: Window, hands: Hands, desk: Desk, chosen: str, is_asked_again: bool
) -> None:
    """Somebody's yes stood under a question they had never read, on SLT's paper too."""
    run_id, question_id = _add_and_answer(window, hands)
    again = open_school(window, hands)
    press(hands, f"Change, {ADDED}")
    hands.press(Key.Key_A, CTRL)
    hands.write(CHANGED)
    for one in again.findChildren(Picker):
        if one.isVisible() and one.findData(chosen) >= 0:
            one.setCurrentIndex(one.findData(chosen))
    press(hands, "Put it on the list")
    press(hands, "Save the profile")

    answers = desk.runs.open(run_id).result().answers
    said = [one.said for one in answers.earlier.get(question_id, ())]
    assert answers[question_id] == (Answer() if is_asked_again else Answer("yes"))
    assert said == (["Yes"] if is_asked_again else [])
