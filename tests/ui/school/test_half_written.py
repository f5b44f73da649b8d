"""A form half written on the school's page: other letters, a look elsewhere or a lock keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.school_hands import look_elsewhere, pick_clause, write_larger
from wizard.ui import settings, theme
from wizard.ui.look import LIGHT
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.school.own_question_form import OwnQuestionForm
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.shell.window import Window

FIRST = "1. Does it have a picture?"

Leaving = Callable[[Window, Hands], None]


@pytest.fixture(autouse=True)
def _as_before(window: Window) -> Iterator[None]:
    yield
    settings.keep_text_size(100)
    theme.change(LIGHT, 1)


leaving = pytest.mark.parametrize("leave", [write_larger, look_elsewhere])


@leaving
def test_a_question_half_written_stays(
    page: SchoolPage, window: Window, hands: Hands, leave: Leaving
) -> None:
    """Its words were gone with larger letters, and with a look at another page."""
    press(hands, "Add a question")
    hands.write("Is the badge in it?")
    hands.tab_to("What to ask if somebody is not sure")
    hands.write("Ask the office.")
    kinds = next(one for one in page.findChildren(Picker) if one.findData("line") >= 0)
    kinds.setCurrentIndex(kinds.findData("line"))
    leave(window, hands)
    until(lambda: _open_forms(hands) != [])
    (form,) = _open_forms(hands)

    assert form.written["text"] == "Is the badge in it?"
    assert form.written["ask"] == "Ask the office."
    assert form.written["kind"] == "line"
    press(hands, "Put it on the list")
    assert hands.name == "Add a question"
    assert "Is the badge in it?" in words(hands.page)


def _open_forms(hands: Hands) -> list[OwnQuestionForm]:
    return [one for one in hands.page.findChildren(OwnQuestionForm) if one.isVisible()]


@leaving
def test_a_clause_that_was_picked_stays(
    page: SchoolPage, window: Window, hands: Hands, leave: Leaving
) -> None:
    """Looked for, picked and not put on the list yet."""
    press(hands, "Take out, Think first.")
    press(hands, "Yes, for good, Take out, Think first.")
    pick_clause(hands)
    leave(window, hands)
    press(hands, "Put the clause on the list")

    assert "Think first." in words(hands.page)


@leaving
def test_an_order_half_made_stays(
    page: SchoolPage, window: Window, hands: Hands, leave: Leaving
) -> None:
    """Each move was a press; nobody wants to make them twice."""
    press(hands, "Change the order of a page")
    press(hands, f"Move down, {FIRST}")
    leave(window, hands)

    hands.tab_to(f"Move down, {FIRST}")
    assert hands.focus.accessibleDescription() == "2 of 3"


def test_a_form_nobody_wrote_in_is_nothing_unsaved(
    page: SchoolPage, window: Window, hands: Hands
) -> None:
    """The window does not close on what was changed; a look into a form changes nothing."""
    press(hands, "Add a question")
    page.flush()

    assert window.bridge.desk.school.draft is None


def test_saving_does_not_pass_over_a_form_half_written(
    page: SchoolPage, window: Window, hands: Hands
) -> None:
    """It was told that the profile is saved; the question was not in it, and was lost."""
    press(hands, "Add a question")
    hands.write("Is the badge in it?")
    press(hands, "Save the profile")
    assert hands.name == "A form is half written. Put it on the list, or leave it."
    hands.press(Key.Key_Space)

    assert hands.name == "The question"


@pytest.mark.parametrize(
    "other",
    [
        "Yes, for good, Take out, Think first.",
        "Make a clause stricter",
        "Change the order of a page",
    ],
)
def test_a_question_half_written_holds_what_would_close_it(
    page: SchoolPage, hands: Hands, other: str
) -> None:
    """Its long text was gone with one press on a neighbour, without a word."""
    press(hands, "Take out, Think first.")
    press(hands, "Add a question")
    hands.write("Is the badge in it?")
    press(hands, other)

    assert hands.name == "The question"
    assert "A form is half written. Put it on the list, or leave it." in words(hands.page)
    assert "Think first." in words(hands.page)
    press(hands, "Leave it")
    press(hands, "Yes, for good, Leave it")
    assert "A form is half written" not in words(hands.page)
    press(hands, other)
    assert hands.name != "The question"
