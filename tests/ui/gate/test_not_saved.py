"""What could not be saved: kept on screen, tried again, and never closed or locked away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, Key, press, until
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import accessible
from wizard.ui.shell import closing
from wizard.ui.shell.gate import Gate
from wizard.ui.shell.unlocking import Unlocking
from wizard.ui.shell.window import Window


@pytest.fixture
def unsaved(window: Window, places: Places) -> Session:
    """An answer on screen whose folder has gone before it was saved."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    window.start("tiny")
    hands.on_page("The post")
    places.data.rename(_away(places))
    window.bridge.session.answer("k-one", "yes")
    until(lambda: window.frame.footer.again.isVisible())
    return window.bridge.session


def _away(places: Places) -> Path:
    return places.data.with_name("away")


def test_what_the_disk_refuses_is_said_once_and_to_who_asks_again(
    window: Window, unsaved: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen reader said it after each answer, and drowned the questions."""
    told: list[str] = []
    monkeypatch.setattr(accessible, "announce", lambda _part, sentence: told.append(sentence))
    footer, came = window.frame.footer, list[object]()
    window.bridge.saved.connect(came.append)
    for value in ("no", "yes"):
        came.clear()
        unsaved.answer("k-one", value)
        until(lambda: len(came) > 1 and footer.again.isVisible())
    assert footer.wrong.text() not in told
    press(Hands(window), footer.again.text())
    until(lambda: footer.wrong.text() in told)

    assert told.count(footer.wrong.text()) == 1


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


def test_what_closing_told_stands_until_it_is_saved(window: Window, unsaved: Session) -> None:
    """It went at the next letter, while that was on its way to a disk that refused it, too."""
    assert not window.close()
    disk = StuckDisk(window.bridge.desk.runs.list)
    unsaved.note("k-one", "Half an hour of further words")
    until(lambda: window.frame.footer.again.isHidden())

    assert "Not closed" in window.frame.sentence
    disk.let_go()
    until(window.frame.footer.again.isVisible)
    assert "Not closed" in window.frame.sentence


def test_what_is_saved_since_is_not_waited_for(
    window: Window, unsaved: Session, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cross did nothing, and nothing said why: what it had asked about was saved by then."""
    monkeypatch.setattr(closing, "A_READ", 60_000)
    assert not window.close()
    _away(places).rename(places.data)
    window.bridge.desk.runs.retry(is_asked=True)
    until(lambda: not window.frame.sentence)

    assert window.close()


def test_what_home_hears_late_is_not_told_over_what_closing_told(
    window: Window, unsaved: Session
) -> None:
    """Of the words that would go nothing was said any more: the next press took them."""
    desk = window.bridge.desk
    disk = StuckDisk(desk.runs.list)
    window.go_home()
    Hands(window).on_page("Before You Post")
    assert not window.close()
    came: list[object] = []
    window.bridge.when_done(desk.papers.list(), came.append, came.append)
    disk.let_go()
    until(lambda: bool(came))

    assert "Not closed" in window.frame.sentence


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
    places.data.rename(_away(places))
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

    _away(places).rename(places.data)
    until(footer.isHidden)


def test_it_is_saved_by_itself_once_it_can_be(
    window: Window, unsaved: Session, places: Places
) -> None:
    """A stick is put back, room is made: nobody has to think of "Try again"."""
    window.go_home()
    assert not window.close()

    _away(places).rename(places.data)

    until(lambda: window.bridge.desk.runs.owed() is None)
    until(lambda: not window.frame.message.isVisible())
    assert window.close()


def test_what_is_still_on_its_way_is_not_locked_away(
    window: Window, gate: Gate, places: Places
) -> None:
    """Ctrl+L right after typing: by then nobody knows yet that it can not be saved."""
    window.bridge.desk.lock.choose("three plain words").result()
    gate.watch()
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    places.data.rename(_away(places))
    window.bridge.session.answer("k-one", "yes")
    gate.lock_now()

    assert not isinstance(window.centralWidget(), Unlocking)
    assert window.bridge.desk.runs.owed() is window.bridge.session
    _away(places).rename(places.data)
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
    places.data.rename(_away(places))
    if not is_saved:
        window.bridge.session.answer("k-one", "yes")

    assert not window.close()
    until(lambda: window.frame.footer.again.isVisible())
    assert window.bridge.session.answers["k-date"].note == "soon"
    _away(places).rename(places.data)


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
    places.data.rename(_away(places))

    assert not window.close()
    _away(places).rename(places.data)
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
    _away(places).rename(places.data)
    until(lambda: window.bridge.desk.runs.owed() is None)
