"""What is pressed again while it is under way is done once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.locking_up import WORDS, choose_lock, shown_code
from tests.ui.paper_hands import close, put
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying
from wizard.desk.places import Places
from wizard.ui.parts.sure import SureButton
from wizard.ui.shell.window import Window


def answer_one(window: Window, hands: Hands) -> None:
    """Begin a self-assessment and answer its first question."""
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)


def button(window: Window, name: str) -> QAbstractButton:
    """Return a button in sight."""
    buttons = window.frame.stage.findChildren(QAbstractButton)
    return next(one for one in buttons if one.isVisible() and one.text() == name)


def let_come(window: Window, disk: StuckDisk) -> None:
    """Let go of what holds it all up, and wait until everything has come of it."""
    bridge = window.bridge
    disk.let_go()
    for _step in range(3):
        came: list[object] = []
        bridge.when_done(bridge.in_background(bridge.desk.runs.list().result), came.append)
        until(lambda came=came: bool(came))  # type: ignore[misc]


def test_answers_in_a_paper_are_opened_as_one_new_check(window: Window, tmp_path: Path) -> None:
    """A double click made two of them."""
    hands = Hands(window)
    answer_one(window, hands)
    window.go("outcome")
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    until(lambda: "Saved as for me.pdf" in words(window))
    window.more.take_in(tmp_path / "for me.pdf")
    until(lambda: "Open its answers as a new check" in [
        one.text() for one in window.frame.stage.findChildren(QAbstractButton)])  # fmt: skip
    opens = button(window, "Open its answers as a new check")
    disk = StuckDisk(window.bridge.desk.runs.list)
    opens.click()
    opens.click()
    let_come(window, disk)

    assert len(window.bridge.desk.runs.list().result()) == 2


def test_a_file_taken_along_is_brought_in_once(window: Window, tmp_path: Path) -> None:
    """Return and then the button, and all that was in it was kept twice."""
    hands = Hands(window)
    answer_one(window, hands)
    desk = window.bridge.desk
    until(lambda: len(desk.runs.list().result()) == 1)
    carrying.take(desk, tmp_path / "mine.answers", WORDS)
    window.more.take_in(tmp_path / "mine.answers")
    hands.on_page("Open mine.answers")
    hands.write(WORDS)
    disk = StuckDisk(desk.runs.list)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    let_come(window, disk)

    assert len(desk.runs.list().result()) == 2


def test_what_is_removed_twice_is_no_fault(window: Window) -> None:
    """Told that it is not there, somebody looks for what they have just removed."""
    hands = Hands(window)
    answer_one(window, hands)
    window.go_home()
    until(lambda: "Carry on" in words(window))
    press(hands, "Remove, Tiny")
    hands.tab_to("Remove for good")
    disk = StuckDisk(window.bridge.desk.runs.list)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Space)
    let_come(window, disk)

    assert window.bridge.desk.runs.list().result() == ()
    assert window.frame.told is None


def test_a_lock_chosen_twice_has_one_code(window: Window) -> None:
    """The first code was on paper by the time the second one took its place."""
    hands = Hands(window)
    disk = StuckDisk(window.bridge.desk.runs.list)
    choose_lock(window, hands, WORDS)
    hands.press(Key.Key_Space)
    disk.let_go()
    until(lambda: "recovery sheet" in hands.name)
    code = shown_code(window)
    let_come(window, StuckDisk(window.bridge.desk.runs.list))
    for _round in range(50):
        QApplication.processEvents()

    assert shown_code(window) == code
    assert window.bridge.desk.lock.new_recovery_code().result() != code


@pytest.fixture
def kept_before(places: Places, application: QApplication) -> None:
    """A self-assessment of an earlier start, of which the next start makes a copy."""
    desk = Desk(places)
    desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    desk.close()


def test_a_copy_is_gone_back_to_once(kept_before: None, window: Window) -> None:
    """Whoever went back to it was told that there is no such copy: it had just been taken."""
    Hands(window).on_page("Before You Post")
    desk = window.bridge.desk
    until(lambda: bool(desk.copies.list().result()))
    window.more.show_copies()
    until(lambda: window.findChild(SureButton) is not None)
    back = window.findChild(SureButton)
    assert back is not None
    disk = StuckDisk(desk.runs.list)
    back.confirmed.emit()
    back.confirmed.emit()
    let_come(window, disk)

    assert window.frame.told is None


def test_blank_sheets_are_asked_for_once(window: Window) -> None:
    """Each press asked where the same file shall go, one dialog over the other."""
    hands = Hands(window)
    window.more.papers.show_blanks()
    hands.on_page("Blank checklists")
    hands.tab_to("Tiny")
    hands.press(Key.Key_Space)
    saves = button(window, "Save as one PDF")
    saves.click()
    saves.click()
    until(lambda: window.findChild(QFileDialog) is not None)
    came: list[object] = []
    window.bridge.when_done(window.bridge.in_background(dict), came.append)
    until(lambda: bool(came))

    assert len(window.findChildren(QFileDialog)) == 1
    close(window)
