"""A day that can not be read: Next says so once, in a summary with a way to the field."""

from __future__ import annotations

import pytest

from tests.ui import naming
from tests.ui.hands import CTRL, Hands, Key, until, words
from wizard.desk.desk import Desk
from wizard.model.answers import Person
from wizard.session import Session
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.shell.window import Window

FIELD = "When will it go up?"
TOLD = "Could not be read: 1. To go on as it is, press again."


def _write_odd(window: Window, hands: Hands, *, place: str = "k-second") -> None:
    window.go(place)
    hands.tab_to(FIELD)
    hands.write("some day")


def test_next_stays_once_and_leads_to_the_field(
    session: Session, window: Window, hands: Hands
) -> None:
    """Whoever writes at the top and presses Next at the bottom would not see the line beside it."""
    _write_odd(window, hands)
    hands.press(Key.Key_Return, CTRL)

    assert hands.title == "In your own words"
    assert TOLD in words(hands.page)
    assert hands.name.startswith(f"“{FIELD}” Write the day like this")
    assert list(naming.faults(hands.page)) == []
    hands.press(Key.Key_Space)
    assert hands.name == FIELD
    for _letter in "some day":
        hands.press(Key.Key_Backspace)
    hands.write("5 December 2026")
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")
    assert session.answers["k-date"].value == "2026-12-05"
    window.go("k-second")
    assert TOLD not in words(hands.page)


def test_nobody_is_kept_and_nothing_typed_is_lost(
    session: Session, window: Window, hands: Hands
) -> None:
    """A person may not know the day; the second press goes on, and the note has what was typed.

    Left in its field it was on no disk for as long as the window was open, behind "Saved".
    """
    _write_odd(window, hands)
    hands.press(Key.Key_R, CTRL)
    assert hands.title == "In your own words"
    hands.press(Key.Key_R, CTRL)
    hands.on_page("Check your answers")

    assert session.answers["k-date"].note == "some day"
    window.go("k-second")
    assert TOLD not in words(hands.page)
    hands.tab_to(FIELD)
    assert "Write the day like this" not in words(hands.page)


def test_what_stands_where_a_question_is_asked_for_by_voice_is_on_the_disk(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The focus was still in the day, which was not read before its page was left."""
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("By when, question 1")
    hands.write("after half-term")
    links = hands.page.findChildren(LinkButton)
    next(one for one in links if one.text() == "Go to question 1").click()
    hands.on_page("The post")
    until(lambda: not desk.runs.owed())

    kept = desk.runs.look(session.run.id).result().answers
    assert kept.action("k-one").who == "after half-term"


@pytest.mark.parametrize("leave", ["back", "section"])
def test_what_stands_on_a_page_that_is_left_is_on_the_disk(
    leave: str, session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Going back, and going by the list, ask about nothing: a crash took it a week later."""
    _write_odd(window, hands)
    if leave == "back":
        window.go_back()
    else:
        window.go("k-first")
    until(lambda: not desk.runs.owed())

    assert desk.runs.look(session.run.id).result().answers["k-date"].note == "some day"


def test_tab_goes_from_the_summary_down_the_page(
    session: Session, window: Window, hands: Hands
) -> None:
    """It stands above the questions, and is read and walked before them."""
    _write_odd(window, hands)
    window.go_on()
    summary = hands.focus
    hands.press(Key.Key_Tab)

    assert hands.name == "What is it called?"
    assert summary.mapTo(hands.page, summary.rect().topLeft()).y() < hands.focus.mapTo(
        hands.page, hands.focus.rect().topLeft()
    ).y()  # fmt: skip


def test_what_is_wrong_otherwise_now_is_told_again(
    session: Session, window: Window, hands: Hands
) -> None:
    """Another try that can not be read either is another thing to be told."""
    _write_odd(window, hands)
    window.go_on()
    hands.press(Key.Key_Space)
    hands.write(" soon")
    window.go_on()

    assert hands.title == "In your own words"
    assert TOLD in words(hands.page)


def test_what_is_open_beneath_is_opened_with_all_that_stands_there(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """A returned paper leads to it, too: the note came behind it, and the next word covered it."""
    session.answer("k-line", "Our river")
    _write_odd(window, hands)
    hands.press(Key.Key_F1)
    hands.on_page("Keys")
    window.open_run(session.run.id)
    hands.on_page("In your own words")

    assert window.bridge.session.answers["k-date"].note == "some day"
    assert not desk.runs.owed()
    assert desk.runs.look(session.run.id).result().answers == window.bridge.session.answers


def test_what_is_undone_is_gone_to_all_the_same(
    session: Session, window: Window, hands: Hands
) -> None:
    """A name went back unseen, for the way to where it stands was held at a day."""
    session.person("staff", Person("Alice Jones"))
    _write_odd(window, hands)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Z, CTRL)

    assert not session.answers.people
    assert session.place == "outcome"
    assert session.answers["k-date"].note == "some day"
