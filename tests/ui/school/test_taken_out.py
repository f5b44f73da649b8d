"""What goes from the school's page goes by a yes: a form, an entry, a row."""

from __future__ import annotations

from tests.ui import naming
from tests.ui.hands import Hands, Key, press, words
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.school.own_question_form import OwnQuestionForm


def test_a_form_half_written_is_left_by_a_yes(page: SchoolPage, hands: Hands) -> None:
    """One press, beside the one that puts it on the list, took a long question for good."""
    press(hands, "Add a question")
    hands.write("Is the badge in it?")
    press(hands, "Leave it")
    assert "What you wrote in this form goes. Leave it?" in words(page)
    assert hands.name == "No, keep it"
    hands.press(Key.Key_Space)
    assert page.findChildren(OwnQuestionForm)[0].written["text"] == "Is the badge in it?"

    press(hands, "Leave it")
    press(hands, "Yes, for good, Leave it")
    assert hands.name == "Add a question"


def test_a_form_nobody_wrote_in_is_left_at_once(page: SchoolPage, hands: Hands) -> None:
    """Nothing goes with it."""
    press(hands, "Add a question")
    press(hands, "Leave it")

    assert hands.name == "Add a question"


def test_an_entry_is_taken_out_by_a_yes(page: SchoolPage, hands: Hands) -> None:
    """It may have been written a minute ago, and stand in no file."""
    press(hands, "Take out, Think first.")
    assert hands.name == "No, keep it, Take out, Think first."
    assert list(naming.faults(page)) == []
    hands.press(Key.Key_Space)
    assert "Think first." in words(page)

    press(hands, "Take out, Think first.")
    press(hands, "Yes, for good, Take out, Think first.")
    assert "Think first." not in words(page)
    assert hands.name == "Make a clause stricter"


def test_a_row_goes_by_a_yes(page: SchoolPage, hands: Hands) -> None:
    """Five fields of a helpline went with a press; an empty row is nobody's words."""
    press(hands, "Add a helpline")
    press(hands, "Remove row 1, Helpline")
    assert hands.name == "Add a helpline"
    hands.press(Key.Key_Space)
    hands.write("Childline")
    press(hands, "Remove row 2, Helpline")
    assert "What stands in this row goes. Remove it?" in words(page)
    hands.press(Key.Key_Space)
    assert hands.name == "Remove row 2, Helpline"

    hands.press(Key.Key_Space)
    press(hands, "Yes, for good, Remove row 2, Helpline")
    assert hands.name == "Add a helpline"
