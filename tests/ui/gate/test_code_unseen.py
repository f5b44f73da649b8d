"""A recovery code that nobody saw is told on unlocking, with the way to a new sheet."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.store.stuck_disk import PATIENCE, StuckDisk
from tests.ui.hands import CTRL, Hands, Key, press, until, words
from tests.ui.locking_up import (
    WORDS,
    choose_lock,
    fill_lock,
    lock_with,
    prove,
    shown_code,
    unlock,
)
from wizard.desk.paper import printing
from wizard.ui import printing as print_dialog
from wizard.ui import settings, theme
from wizard.ui.bridge import Bridge
from wizard.ui.look import LIGHT
from wizard.ui.parts.paper import recovery_code
from wizard.ui.parts.paper.file_desk import FileDesk
from wizard.ui.shell.window import Window

TOLD = "You may not have your newest recovery sheet"
GO = "Go to the recovery sheet"


@pytest.fixture
def window(window: Window) -> Window:
    """The gate's window, on home."""
    window.bridge.desk.ready.result()
    return window


def _unlock(window: Window, hands: Hands, secret: str = WORDS) -> None:
    unlock(window, hands, secret)
    window.bridge.desk.ready.result()
    hands.on_page("Before You Post")


def _lock_again(window: Window, hands: Hands) -> None:
    until(lambda: window.bridge.desk.lock.has_lock)
    hands.press(Key.Key_L, CTRL)
    _unlock(window, hands)


def _first_in_sight(window: Window, hands: Hands) -> None:
    lock_with(window, hands, WORDS)


def _first_on_its_way(window: Window, hands: Hands) -> None:
    disk = StuckDisk(window.bridge.desk.runs.list)
    choose_lock(window, hands, WORDS)
    disk.let_go()
    until(lambda: window.bridge.desk.lock.has_lock)


def _next_on_its_way(window: Window, hands: Hands) -> None:
    lock_with(window, hands, WORDS)
    press(hands, "Make a new recovery sheet")
    press(hands, "Yes, for good, Make a new recovery sheet")


@pytest.mark.parametrize("way", [_first_in_sight, _first_on_its_way, _next_on_its_way])
def test_a_lock_that_falls_on_a_code_says_so_after_it(
    way: Callable[[Window, Hands], None], window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sheet in the drawer had ended, nobody had the new one, and home said nothing."""
    hands = Hands(window)
    way(window, hands)
    _lock_again(window, hands)

    until(lambda: TOLD in window.frame.sentence)
    press(hands, GO)
    hands.on_page("Whose computer is this?")
    prove(hands)
    press(hands, "Make a new recovery sheet")
    press(hands, "Yes, for good, Make a new recovery sheet")
    until(lambda: "the recovery sheet" in hands.name)
    monkeypatch.setattr(recovery_code, "A_LOOK", 0)
    hands.window.leave_aside()
    _lock_again(window, hands)
    assert TOLD not in window.frame.sentence


def test_whoever_goes_on_from_the_code_is_told_nothing(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They read it, and said so by going on: nagging would teach them to look past it."""
    monkeypatch.setattr(recovery_code, "A_LOOK", 0)
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    press(hands, "Back")
    _lock_again(window, hands)

    assert TOLD not in window.frame.sentence


def test_a_code_that_was_gone_in_a_moment_was_seen_by_nobody(window: Window) -> None:
    """A key that was on its way took it from the screen, and no unlocking spoke of it."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    press(hands, "Back")
    _lock_again(window, hands)

    until(lambda: TOLD in window.frame.sentence)


def test_whoever_saved_the_sheet_is_told_nothing(window: Window, tmp_path: Path) -> None:
    """Saved, and locked with the code still in sight: it is there."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    (desk,) = (one for one in window.findChildren(FileDesk) if one.isVisible())
    desk.save(tmp_path / "sheet.pdf")
    until(lambda: "sheet.pdf" in words(window))
    _lock_again(window, hands)

    assert TOLD not in window.frame.sentence


def test_whoever_printed_the_sheet_is_told_nothing(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Printed, and locked before anything was said of it: what counts is that it was sent."""
    monkeypatch.setattr(printing, "can_queue", lambda: True)
    monkeypatch.setattr(printing, "send", lambda *_given: None)
    order = printing.PrintOrder("Staff room", 1, "one-sided", "")
    asked: list[bool] = []

    def ask(
        bridge: Bridge, _over: object, queue: Callable[[printing.PrintOrder], None], _tell: object
    ) -> None:
        asked.append(True)
        bridge.in_background(lambda: queue(order)).result()

    monkeypatch.setattr(print_dialog, "_ask", ask)
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    press(hands, "Print the recovery sheet")
    until(lambda: bool(asked))
    _lock_again(window, hands)

    assert TOLD not in window.frame.sentence


def test_larger_letters_neither_take_the_code_for_seen_nor_the_way_to_it(window: Window) -> None:
    """The page is made anew for them, as if it had been left; and the message with its button."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    try:
        window.choose_size(200)
        assert shown_code(window)
        _lock_again(window, hands)
        until(lambda: TOLD in window.frame.sentence)
        window.choose_size(100)
        assert TOLD in window.frame.sentence
        press(hands, GO)
        hands.on_page("Whose computer is this?")
    finally:
        settings.keep_text_size(100)
        theme.change(LIGHT, 1)


def test_a_page_asked_for_before_the_code_does_not_take_it_from_the_screen(
    window: Window,
) -> None:
    """Read in a tenth of a second, it counted as gone on from, and was told of no more."""
    hands, slow = Hands(window), Event()
    window.more.show_computer()
    window.bridge.in_background(lambda: slow.wait(PATIENCE))
    window.show_school()
    fill_lock(hands, WORDS)
    until(lambda: "recovery sheet" in hands.name)
    code = shown_code(window)
    slow.set()
    window.bridge.in_background(lambda: None).result()
    QApplication.processEvents()

    assert shown_code(window) == code


def test_another_message_leads_nowhere(window: Window) -> None:
    """The button belongs to the sentence it came with."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    _lock_again(window, hands)
    until(lambda: TOLD in window.frame.sentence)
    window.bridge.failed.emit("The disk is full.")

    with pytest.raises(AssertionError, match="Tab never comes"):
        hands.tab_to(GO)


@pytest.mark.parametrize("size", [100, 200, 400])
@pytest.mark.usefixtures("usual_size_after")
def test_what_is_told_on_unlocking_is_in_sight(window: Window, size: int) -> None:
    """In large letters home came in behind it and took the page down, past all of it."""
    hands = Hands(window)
    window.resize(1280, 720)
    window.choose_size(size)
    lock_with(window, hands, WORDS)
    _lock_again(window, hands)
    until(lambda: TOLD in window.frame.sentence)
    # What home brings into sight behind it comes within the next rounds.
    for _round in range(4):
        QApplication.processEvents()
    message = window.frame.message
    top = message.mapTo(window, QPoint(0, 0)).y()

    assert top >= window.menuBar().height()
    assert top + min(message.height(), window.height() // 2) <= window.height()


@pytest.mark.usefixtures("usual_size_after")
def test_a_code_on_its_way_is_owed_in_other_letters_too(window: Window) -> None:
    """The page made anew knew nothing of it: sharing, or another language, shut the window."""
    hands = Hands(window)
    disk = StuckDisk(window.bridge.desk.runs.list)
    choose_lock(window, hands, WORDS)
    window.choose_size(150)
    is_owed = window.more.owes_code
    disk.let_go()

    assert is_owed
    until(lambda: "recovery sheet" in hands.name)


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_whoever_left_before_the_printers_were_known_has_no_sheet(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Print was pressed, the server slow, and going on counted as having it: no dialog ever came.

    That the server says nothing is told where they are by then.
    """
    for name, does in (("lp", "exit 1"), ("lpstat", "exec sleep 30")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(printing, "SILENCE", 0.5)
    monkeypatch.setattr(recovery_code, "A_LOOK", 0)
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    press(hands, "Print the recovery sheet")
    press(hands, "Back")
    until(lambda: "does not answer" in window.frame.sentence)
    _lock_again(window, hands)

    until(lambda: TOLD in window.frame.sentence)
