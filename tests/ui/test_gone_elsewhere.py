"""What was asked for comes when somebody is elsewhere by then, and writes."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.store.stuck_disk import PATIENCE, StuckDisk
from tests.ui.hands import CTRL, SHIFT, Hands, Key, press, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.session import Session
from wizard.ui.parts.question.entry_row import EntryRow
from wizard.ui.parts.reading.found_group import FoundGroup
from wizard.ui.shell.window import Window


def _on_disk(desk: Desk, run_id: str, question: str) -> object:
    return desk.runs.look(run_id).result().answers[question].value


class Between:
    """Keeps what was asked for next waiting until it is let go."""

    def __init__(self, work: Future[Any]) -> None:
        self._is_here, self._go = Event(), Event()
        work.add_done_callback(self._hold)

    def comes(self) -> None:
        """Wait until all that was asked for before it is here, and was heard."""
        until(self._is_here.is_set)
        QApplication.processEvents()

    def let_go(self) -> None:
        """Let the next come."""
        self._go.set()

    def _hold(self, _work: object) -> None:
        self._is_here.set()
        self._go.wait(PATIENCE)


def _settle(desk: Desk, run_id: str) -> None:
    """Let all that was asked for before arrive."""
    desk.runs.read(run_id).result()
    QApplication.processEvents()


def test_answers_that_are_asked_for_twice_are_opened_once(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The second time took the words of the first away, as they were written, for older ones."""
    session.answer("k-line", "first")
    run_id = session.run.id
    window.go("k-second")
    window.go_home()
    until(lambda: desk.runs.owed() is None)
    disk = StuckDisk(desk.runs.list)
    window.open_run(run_id)
    between = Between(desk.runs.read(run_id))
    window.open_run(run_id)
    disk.let_go()
    between.comes()
    assert hands.title == "Before You Post"
    between.let_go()
    hands.on_page("In your own words")
    hands.tab_to("What is it called?")
    hands.write("second")
    until(lambda: window.bridge.session.answers["k-line"].value == "second")
    _settle(desk, run_id)

    assert window.bridge.session.answers["k-line"].value == "second"
    assert hands.focus.property("text") == "second"
    until(lambda: _on_disk(desk, run_id, "k-line") == "second")


def test_whoever_goes_on_writing_is_not_taken_back_to_older_answers(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Opened anew behind a page and left again, they came over what was written meanwhile."""
    session.answer("k-line", "first")
    window.go("k-second")
    until(lambda: desk.runs.owed() is None)
    window.more.show_keys()
    disk = StuckDisk(desk.runs.list)
    window.open_run(session.run.id)
    window.leave_aside()
    disk.let_go()
    hands.on_page("In your own words")
    hands.tab_to("What is it called?")
    hands.write("second")
    until(lambda: session.answers["k-line"].value == "second")
    _settle(desk, session.run.id)

    assert window.bridge.session is session
    assert hands.focus.property("text") == "second"


def test_a_sheet_that_is_asked_for_twice_is_one(window: Window, hands: Hands, desk: Desk) -> None:
    """What was typed up on the first went with it, onto no sheet in sight."""
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.on_page("Enter from paper")
    hands.tab_to("Tiny")
    disk = StuckDisk(desk.runs.list)
    reading = desk.runs.read("of nobody")
    hands.press(Key.Key_Space)
    between = Between(desk.runs.pack("tiny"))
    hands.press(Key.Key_Space)
    disk.let_go()
    between.comes()
    assert reading.exception() is not None
    assert hands.title == "Enter from paper"
    between.let_go()
    hands.on_page("Enter from paper: Tiny")
    hands.page.findChildren(EntryRow)[0].focus()
    hands.write("2")
    hands.press(Key.Key_Return)

    assert window.bridge.session.answers["k-one"].value == "yes"


def test_who_went_elsewhere_while_answers_were_deleted_is_left_there(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Home came over what they had begun to do."""
    hands.press(Key.Key_2)
    until(lambda: desk.runs.owed() is None)
    disk = StuckDisk(desk.runs.list)
    window.remove_open()
    window.more.show_keys()
    disk.let_go()
    until(lambda: desk.runs.list().result() == ())
    QApplication.processEvents()
    hands.on_page("Keys")
    press(hands, "Back")

    hands.on_page("Before You Post")


def test_who_searches_on_is_not_taken_to_what_was_found_before(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """It came in the midst of a word, where a figure is an answer, over the one that was given."""
    session.answer("k-one", "yes")
    until(lambda: desk.runs.owed() is None)
    window.go_home()
    window.show_help()
    hands.write("picture")
    until(lambda: bool(hands.page.findChildren(FoundGroup)))
    hands.tab_to("Does it have a picture?")
    disk = StuckDisk(desk.runs.list)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_F, CTRL)
    hands.write("year 1")
    disk.let_go()
    _settle(desk, session.run.id)
    _settle(desk, session.run.id)

    assert hands.title == "Guides and glossary"
    assert _on_disk(desk, session.run.id, "k-one") == "yes"


@pytest.mark.parametrize("what", ["folder", "key"])
def test_who_went_elsewhere_while_answers_could_not_be_deleted_is_left_there(
    session: Session, window: Window, hands: Hands, desk: Desk, places: Places, what: str
) -> None:
    """The answers, or home, came over what they had begun to do; what they typed on fell there."""
    hands.press(Key.Key_2)
    until(lambda: desk.runs.owed() is None)
    if what == "key":
        # A file does not take the place of a folder: it is deleted, and its key stays.
        (places.data / NEXT_KEY_FILE).mkdir()
    else:
        places.data.rename(places.data.with_name("away"))
    disk = StuckDisk(desk.runs.list)
    window.remove_open()
    window.more.show_keys()
    disk.let_go()
    until(lambda: window.frame.sentence != "")

    assert hands.title == "Keys"
