"""A page that takes its time, asked for twice: one comes, and nothing that was written goes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.store.stuck_disk import PATIENCE, StuckDisk
from tests.ui.hands import Hands, Key, until, words
from tests.ui.test_signed_sheet import decide, remember
from wizard.desk.desk import Desk
from wizard.session import Session
from wizard.ui.pages.decide import DecidePage
from wizard.ui.parts.tile import Tile
from wizard.ui.parts.writing import half_written
from wizard.ui.printing import print_drawn
from wizard.ui.shell.window import Window

WHO = "Who signed for SLT"


def press_twice(window: Window, name: str) -> None:
    """Press a button in sight twice before anything can come of it, as a double click does."""
    buttons = window.frame.stage.findChildren(QAbstractButton)
    button = next(one for one in buttons if one.isVisible() and one.text() == name)
    button.click()
    button.click()


def let_all_come(desk: Desk) -> None:
    """Wait until all that was asked of the desk until now was brought."""
    for asked in (desk.runs.pack("tiny"), desk.papers.made_of(), desk.runs.list()):
        asked.result()
        QApplication.processEvents()


def test_half_a_decision_is_there_however_often_it_is_asked_for(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """A double click, and the page stood there empty: the next word took the place of all."""
    remember(desk, outcome)
    decide(window, hands)
    hands.tab_to(WHO)
    hands.write("Mair Price")
    window.leave_aside()
    disk = StuckDisk(desk.runs.list)
    press_twice(window, "Record the decision")
    disk.let_go()
    until(lambda: isinstance(window.frame.stage.page, DecidePage))
    let_all_come(desk)

    assert "Mair Price" in half_written.read(hands.page).values()
    hands.tab_to("Their role")
    hands.write("Chair")
    window.leave_aside()
    assert {"Mair Price", "Chair"} <= set(half_written.read(decide(window, hands)).values())


def test_what_was_taken_out_of_half_a_decision_stays_out(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Told once it stayed begun: "take your words out of it" did not help, and they came back."""
    remember(desk, outcome)
    decide(window, hands)
    hands.tab_to(WHO)
    hands.write("Mair")
    assert not window.close()
    for _letter in "Mair":
        hands.press(Key.Key_Backspace)
    window.leave_aside()

    assert window.bridge.begun == {}
    assert "Mair" not in half_written.read(decide(window, hands)).values()


def test_a_page_asked_for_does_not_come_over_another_one(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Whoever went on to something else meanwhile wants that; what came late took its place."""
    remember(desk, outcome)
    disk = StuckDisk(desk.runs.list)
    press_twice(window, "Record the decision")
    window.show_help()
    helping = hands.page
    disk.let_go()
    let_all_come(desk)

    assert hands.page is helping


def between_two_presses(window: Window, desk: Desk, button: QAbstractButton) -> Session | None:
    """Press twice, and answer what came of the first press before anything comes of the second.

    Return the self-assessment that came of the first, if any did.
    """
    disk = StuckDisk(lambda: desk.runs.pack("tiny"))
    second = Event()
    button.click()
    first = desk.runs.pack("tiny")
    first.add_done_callback(lambda _done: second.wait(PATIENCE))
    button.click()
    disk.let_go()
    first.result()
    QApplication.processEvents()
    came = window.bridge.session if window.bridge.has_session else None
    if came is not None:
        came.answer("k-one", "yes")
    second.set()
    let_all_come(desk)
    until(lambda: window.bridge.has_session)
    return came


def test_a_check_opened_twice_is_entered_once(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The second came as it was before the first word, over what was answered in the first."""
    session.answer("k-one", "no")
    window.go_home()
    until(lambda: "Carry on" in words(window))
    buttons = window.frame.stage.findChildren(QAbstractButton)
    carry_on = next(one for one in buttons if one.isVisible() and one.text() == "Carry on")

    came = between_two_presses(window, desk, carry_on)
    assert came in (None, window.bridge.session)


def test_a_journey_pressed_twice_is_begun_once(window: Window, desk: Desk) -> None:
    """An empty one came over the first one, and over what was answered in it by then."""
    Hands(window).on_page("Before You Post")
    tile = next(one for one in window.frame.stage.findChildren(Tile) if one.isVisible())

    came = between_two_presses(window, desk, tile)
    assert came in (None, window.bridge.session)


def _school(window: Window) -> None:
    window.show_school()


def _decision(window: Window) -> None:
    window.more.papers.decide_here()


@pytest.mark.usefixtures("usual_size_after")
@pytest.mark.parametrize(
    ("show", "title"), [(_school, "School’s profile"), (_decision, "What SLT decided")]
)
def test_a_page_on_its_way_comes_in_whatever_letters_it_finds(
    show: Callable[[Window], None], title: str, outcome: Session, window: Window, hands: Hands
) -> None:
    """Two sizes up in one breath: the page that is being made anew is not given up for that."""
    show(window)
    hands.on_page(title)
    window.choose_size(110)
    window.choose_size(125)

    hands.on_page(title)


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_whoever_presses_print_twice_is_asked_once(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second dialog lay behind the first: who answered both had the paper come out twice."""
    program, asked = tmp_path / "lpstat", tmp_path / "asked"
    program.write_text(f"#!/bin/sh\necho once >> {asked}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    for _press in range(2):
        print_drawn(window.bridge, window.menuBar(), lambda: b"", lambda _told: None, lambda: None)
    # Before anything can come of it.
    window.bridge.in_background(lambda: None).result()
    window.menuBar().hide()

    assert asked.read_text("utf-8").split() == ["once"]
