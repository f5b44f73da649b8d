"""What could not be saved: kept on screen, tried again, and never closed or locked away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.gate.conftest import away
from tests.ui.hands import Hands, Key, press, until
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.window import Window


def test_closing_on_what_is_on_no_disk_is_asked_twice(window: Window, unsaved: Session) -> None:
    """An hour of trying closed the window on an answer, and it was gone without a word."""
    assert not window.close()
    assert any("Not closed" in label.text() for label in window.findChildren(QLabel))
    assert window.close()


def test_what_is_written_after_it_was_asked_about_is_asked_about_too(
    window: Window, unsaved: Session
) -> None:
    """Whoever stayed, as they were offered, lost half an hour more at the next press."""
    assert not window.close()
    unsaved.note("k-one", "Half an hour of further words")

    assert not window.close()
    assert window.close()


def test_a_name_given_after_it_was_asked_about_is_asked_about_too(
    window: Window, unsaved: Session
) -> None:
    """It is no answer, and went with the window at the next press."""
    assert not window.close()
    unsaved.rename("Trip to Aber with 7B")

    assert not window.close()
    assert window.close()


def test_the_end_of_a_session_never_closes_on_it(window: Window, unsaved: Session) -> None:
    """SIGTERM, and SIGHUP right behind it: the second counted as a person's second yes."""
    for _signal in range(3):
        assert not window.end()
    assert not window.close()
    assert not window.end()
    assert window.close()


def test_closing_tells_of_each_that_is_on_no_disk(window: Window, unsaved: Session) -> None:
    """Of two it told of one; whoever saved that one elsewhere lost the other without a word."""
    window.go_home()
    window.start("tiny")
    until(lambda: window.bridge.has_session and window.bridge.session is not unsaved)
    other = window.bridge.session
    other.note("k-one", "I asked the office.")

    told = []
    while not window.close():
        told.append(window.bridge.session)
    assert told == [unsaved, other]


def test_closing_while_hidden_says_why_on_the_sheet(window: Window, unsaved: Session) -> None:
    """It was refused, and the reason stood behind the sheet: the cross seemed to do nothing."""
    hands = Hands(window)
    hands.press(Key.Key_F12)
    assert not window.close()
    said = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert len(said) == 1
    assert said[0].startswith("Not closed: something is not saved yet.")
    hands.press(Key.Key_Return)
    assert any("on no disk" in one.text() for one in window.findChildren(QLabel) if one.isVisible())
    assert window.close()


def test_what_is_on_no_list_is_come_back_to(window: Window, unsaved: Session) -> None:
    """From home nobody could go on with what was never saved; closing leads back to it."""
    window.go_home()

    assert not window.close()
    assert window.bridge.session is unsaved
    until(lambda: window.frame.footer.again.isVisible())


@pytest.mark.parametrize("way", ["home", "finished", "beside"])
def test_who_went_elsewhere_is_told_what_the_disk_refused(
    window: Window, places: Places, way: str
) -> None:
    """It was said in the footer alone, which is away there: home looked as ever, on no disk."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    window.start("tiny")
    hands.on_page("The post")
    if way == "finished":
        window.go("outcome")
    places.data.rename(away(places))
    session = window.bridge.session
    session.answer("k-one", "yes")
    if way == "home":
        window.go_home()
    elif way == "finished":
        window.go_on()
    else:
        window.more.show_everything()

    footer = window.frame.footer
    until(footer.wrong.isVisible)
    assert "is gone" in footer.wrong.text()
    press(hands, "Go back to it")
    assert window.bridge.session is session
    assert footer.on_button.isVisible()
    assert not footer.lead.isVisible()
    window.go_home()
    assert footer.wrong.isVisible()
    assert not footer.on_button.isVisible()

    away(places).rename(places.data)
    until(footer.isHidden)


def test_it_is_saved_by_itself_once_it_can_be(
    window: Window, unsaved: Session, places: Places
) -> None:
    """A stick is put back, room is made: nobody has to think of "Try again"."""
    window.go_home()
    assert not window.close()

    away(places).rename(places.data)

    until(lambda: window.bridge.desk.runs.owed() is None)
    until(lambda: not window.frame.message.isVisible())
    assert window.close()


def test_what_was_told_since_stands_once_it_is_saved(
    window: Window, unsaved: Session, places: Places
) -> None:
    """The copy elsewhere failed, and its sentence went with the one of closing before it."""
    assert not window.close()
    window.bridge.failed.emit("The stick is full.")
    away(places).rename(places.data)
    until(lambda: not window.frame.footer.again.isVisible())

    assert window.frame.sentence == "The stick is full."


def test_what_is_still_on_its_way_is_not_locked_away(
    window: Window, gate: Gate, places: Places
) -> None:
    """Ctrl+L right after typing: by then nobody knows yet that it can not be saved."""
    window.bridge.desk.lock.choose("three plain words").result()
    gate.watch()
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    places.data.rename(away(places))
    window.bridge.session.answer("k-one", "yes")
    gate.lock_now()

    assert not isinstance(window.centralWidget(), Unlocking)
    assert window.bridge.desk.runs.owed() is window.bridge.session
    away(places).rename(places.data)
    until(lambda: isinstance(window.centralWidget(), Unlocking))


@pytest.mark.parametrize("is_saved", [True, False], ids=["alone", "beside-another"])
def test_a_day_that_can_not_be_read_is_not_closed_away_from_a_full_disk(
    window: Window, places: Places, is_saved: bool
) -> None:
    """It stood on the screen alone, and was put beside the answer only as the window closed.

    Beside another answer that was refused it was in no copy that somebody then saved elsewhere.
    """
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    window.go("k-second")
    if is_saved:
        window.bridge.session.answer("k-one", "yes")
        assert window.bridge.desk.runs.owed() is None
    hands.tab_to("When will it go up?")
    hands.write("soon")
    hands.press(Key.Key_Tab)
    places.data.rename(away(places))
    if not is_saved:
        window.bridge.session.answer("k-one", "yes")

    assert not window.close()
    until(lambda: window.frame.footer.again.isVisible())
    assert window.bridge.session.answers["k-date"].note == "soon"
    away(places).rename(places.data)


def _in_a_risk(window: Window, hands: Hands) -> Callable[[], str]:
    window.go("k-second")
    hands.tab_to("Add a risk")
    hands.press(Key.Key_Space)
    hands.tab_to("What more will we do?, risk 1")
    hands.write("Lock it")
    hands.tab_to("By when?, risk 1")
    return lambda: str(window.bridge.session.answers["k-risks"].value)


def _in_a_plan(window: Window, hands: Hands) -> Callable[[], str]:
    window.go("outcome")
    hands.tab_to("Who does it, question 1")
    hands.write("Alice")
    hands.tab_to("By when, question 1")
    return lambda: window.bridge.session.answers.action("k-one").who


def _on_a_sheet(window: Window, hands: Hands) -> Callable[[], str]:
    window.more.papers.show_entry()
    hands.on_page("Enter from paper: Tiny")
    hands.tab_to("Note, line 6")
    hands.write("Ask Bob")
    hands.tab_to("6. When will it go up?")
    return lambda: window.bridge.session.answers["k-date"].note


@pytest.mark.parametrize(
    ("begin", "back_to"),
    [
        (_in_a_risk, "What more will we do?, risk 1"),
        (_in_a_plan, "Who does it, question 1"),
        (_on_a_sheet, "Note, line 6"),
    ],
)
def test_whoever_stays_goes_on_with_what_was_put_beside(
    window: Window,
    places: Places,
    begin: Callable[[Window, Hands], Callable[[], str]],
    back_to: str,
) -> None:
    """Asked whether to close, a day went into words beside it: the next letter wrote over it."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    window.bridge.session.answer("k-one", "yes")
    kept = begin(window, hands)
    hands.write("half term")
    hands.press(Key.Key_Tab)
    places.data.rename(away(places))

    assert not window.close()
    away(places).rename(places.data)
    hands.tab_to(back_to)
    hands.press(Key.Key_End)
    hands.write(" and more")
    window.frame.stage.flush()
    assert "half term" in kept()
    assert " and more" in kept()


def test_what_does_not_fit_in_a_line_goes_into_the_note(window: Window) -> None:
    """Put behind who does it, a day made a line longer than any file takes: all was refused."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    session = window.bridge.session
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("Who does it, question 1")
    hands.write("w" * 495)
    hands.tab_to("By when, question 1")
    hands.write("half term")
    window.go_home()

    assert session.answers.action("k-one").who == "w" * 495
    assert session.answers["k-one"].note == "half term"


def test_sharing_the_computer_leaves_nothing_unsaved_behind(
    window: Window, gate: Gate, unsaved: Session, places: Places
) -> None:
    """Nothing is kept here yet, so it may be shared: what the disk refused went with the click."""
    gate.share()

    assert window.bridge.desk.runs.owed() is unsaved
    assert any("nothing was changed" in label.text() for label in window.findChildren(QLabel))
    away(places).rename(places.data)
    until(lambda: window.bridge.desk.runs.owed() is None)
