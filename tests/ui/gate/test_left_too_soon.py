"""Pages left before what they asked for is done: it holds all the same, and is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.store.copied import copies_once
from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import CTRL, NONE, Hands, Key, press, until, words
from tests.ui.locking_up import WORDS, choose_lock, lock_with, shown_code
from tests.ui.paper_hands import name_file
from wizard.exchange.archive import write_archive
from wizard.ui import settings
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.parts.paper import recovery_code
from wizard.ui.parts.sure import SureButton
from wizard.ui.shell.window import Window


def _lock(window: Window, hands: Hands) -> None:
    choose_lock(window, hands, WORDS)


def _go_apart(window: Window, hands: Hands) -> None:
    window.more.show_computer()
    hands.tab_to("Your name here")
    hands.write("Siân")
    for label in ("Your own passphrase", "Your own passphrase once more"):
        hands.tab_to(label)
        hands.write(WORDS)
    press(hands, "Keep mine apart, under my name")


@pytest.mark.parametrize("choose", [_lock, _go_apart])
def test_a_code_comes_although_its_page_was_left(
    choose: Callable[[Window, Hands], None], window: Window
) -> None:
    """The lock was made and its recovery code, which is shown only once, went with the page."""
    hands = Hands(window)
    disk = StuckDisk(window.bridge.desk.runs.list)
    choose(window, hands)
    window.leave_aside()
    hands.on_page("Before You Post")
    disk.let_go()

    hands.on_page("Whose computer is this?")
    assert "Your recovery code" in words(window)
    assert "recovery sheet" in hands.name


def test_a_code_comes_on_the_page_made_anew(window: Window) -> None:
    """Ctrl+L in a hurry shows how to have a lock, for there is none yet: the page once more."""
    hands = Hands(window)
    disk = StuckDisk(window.bridge.desk.runs.list)
    _lock(window, hands)
    if not window.bridge.desk.lock.has_lock:
        hands.press(Key.Key_L, CTRL)
    disk.let_go()

    until(lambda: "Your recovery code" in words(window))


@pytest.mark.parametrize("choose", [_lock, _go_apart])
def test_a_code_comes_although_nothing_was_to_be_kept_then(
    choose: Callable[[Window, Hands], None], window: Window
) -> None:
    """Too late to share, as answers are kept by then: that was told, and the code never shown."""
    hands = Hands(window)
    disk = StuckDisk(window.bridge.desk.runs.list)
    choose(window, hands)
    Timer(0.1, disk.let_go).start()
    press(hands, "Keep nothing on this computer")

    until(lambda: "Your recovery code" in words(window))


def test_what_is_wrong_is_told_although_its_page_was_left(window: Window) -> None:
    """Nobody must think that a passphrase was taken which was refused."""
    under_way: Future[None] = Future()
    window.bridge.desk.lock.for_good(lambda _change: under_way)
    window.more.show_computer()
    hands = Hands(window)
    for label in ("Passphrase", "The same once more"):
        hands.tab_to(label)
        hands.write("short")
    press(hands, "Lock with this passphrase")
    window.leave_aside()
    under_way.set_result(None)

    until(lambda: "at least" in words(window))


def test_whoever_leaves_its_page_is_locked_out_when_idle(soon_idle: None, window: Window) -> None:
    """Nobody watched the clock for the rest of the session: whoever came next could read."""
    _lock(window, Hands(window))
    window.leave_aside()

    until(lambda: isinstance(window.centralWidget(), Unlocking))


@pytest.mark.parametrize("is_marked", [True, False])
def test_what_lies_on_a_key_is_nobody(soon_idle: None, window: Window, is_marked: bool) -> None:
    """A book on the keyboard kept everything open over the break: each repeat was a person."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    book = QTimer(window, interval=5)
    kinds = (QEvent.Type.KeyPress,) if is_marked else (QEvent.Type.KeyRelease, QEvent.Type.KeyPress)
    held = [QKeyEvent(kind, Key.Key_Shift, NONE, "", is_marked) for kind in kinds]

    def lie() -> None:
        for event in held:
            event.setTimestamp(event.timestamp() + 40)
            QApplication.sendEvent(window, event)

    book.timeout.connect(lie)
    book.start()

    until(lambda: isinstance(window.centralWidget(), Unlocking))


def _lock_and_unlock(window: Window, hands: Hands, between: Callable[[], None]) -> str:
    """Lock, do something, unlock, and return what is told then."""
    hands.press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    between()
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: window.centralWidget() is not asks)
    arrived: list[object] = []
    # What is told comes when the store is open, and before this.
    window.bridge.when_done(window.bridge.desk.runs.list(), arrived.append)
    until(lambda: bool(arrived))
    return window.frame.sentence


@pytest.mark.parametrize("comes", [False, True])
def test_a_file_that_the_lock_cut_short_is_told(
    window: Window, monkeypatch: pytest.MonkeyPatch, comes: bool
) -> None:
    """Somebody went for a coffee while all of theirs was being written, and never heard of it."""
    monkeypatch.setattr(recovery_code, "A_LOOK", 0)
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    press(hands, "Back")
    file: Future[None] = Future()
    window.bridge.files.add(file)
    said = _lock_and_unlock(window, hands, lambda: file.set_result(None) if comes else None)

    assert ("while a file was being written" in said) is not comes
    assert not _lock_and_unlock(window, hands, lambda: None)


def test_of_two_files_each_that_the_lock_cut_short_is_told(window: Window) -> None:
    """Blank sheets asked for behind the archive came, and nothing was said of the archive."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    press(hands, "Back")
    archive: Future[None] = Future()
    sheets: Future[None] = Future()
    window.bridge.files.add(archive)
    window.bridge.files.add(sheets)
    said = _lock_and_unlock(window, hands, lambda: sheets.set_result(None))

    assert "while a file was being written" in said
    archive.set_result(None)


def _answers_file(window: Window, folder: Path) -> Path:
    """Answer one question, and save what there is beside what is kept."""
    hands, path = Hands(window), folder / "mine.json"
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.bridge.desk.copies.save_elsewhere(window.bridge.session, path)
    return path


def test_a_file_that_is_brought_in_is_told_before_the_window_closes(
    window: Window, tmp_path: Path
) -> None:
    """It closed on half of an archive, and whoever then deleted that lost the other half."""
    mine = _answers_file(window, tmp_path).read_bytes()
    archive = tmp_path / "all.zip"
    archive.write_bytes(write_archive([(f"{number}.json", mine) for number in range(50)]))
    window.more.take_in(archive)

    assert not window.close()
    assert "still being written or brought in" in words(window)
    until(lambda: len(window.bridge.desk.runs.list().result()) == 51)


def test_what_is_brought_in_takes_no_recovery_code_from_the_screen(
    window: Window, tmp_path: Path
) -> None:
    """Its last file led home from the one moment in which the code can be read."""
    hands = Hands(window)
    mine = _answers_file(window, tmp_path)
    lock_with(window, hands, WORDS)
    code = shown_code(window)
    window.more.take_in(mine)
    until(lambda: window.frame.sentence == "Brought in: 1")

    assert shown_code(window) == code


def test_a_computer_is_not_shared_while_a_file_comes_in(window: Window, gate: Gate) -> None:
    """What was coming was dropped, and nothing said that it was not here."""
    window.bridge.desk.ready.result()
    file: Future[None] = Future()
    window.bridge.files.add(file)
    gate.share()
    assert "still being written or brought in" in window.frame.sentence
    assert not window.bridge.desk.lock.kept_note

    file.set_result(None)
    gate.share()
    assert window.bridge.desk.lock.kept_note


def test_no_copy_is_gone_back_to_while_a_file_comes_in(window: Window) -> None:
    """What of it was in by then went to the copy, and "Brought in: 50" was told of the rest."""
    hands, desk = Hands(window), window.bridge.desk
    desk.ready.result()
    run = desk.runs.start("tiny", "all").result()
    run.answer("k-one", "yes")
    # Whatever is deleted, a copy is made.
    desk.runs.erase(run.run.id).result()
    copies_once(desk.places.answers)
    file: Future[None] = Future()
    window.bridge.files.add(file)
    window.more.show_copies()
    until(lambda: hands.page.findChild(SureButton) is not None)
    back = hands.page.findChildren(SureButton)[0]
    back.confirmed.emit()
    assert "still being written or brought in" in window.frame.sentence

    file.set_result(None)
    back.confirmed.emit()
    hands.on_page("Before You Post")


def test_another_language_waits_for_a_file(window: Window) -> None:
    """It opened the answers anew, and the file that was being written ended in nothing."""
    window.bridge.desk.ready.result()
    file: Future[None] = Future()
    window.bridge.files.add(file)
    window.more.speak("cy")
    settings.keep_language("")

    assert "The language changes the next time" in words(window)
    file.set_result(None)


def test_a_paper_that_the_lock_overtook_is_told_and_comes(window: Window, tmp_path: Path) -> None:
    """It was dropped with its page: after the coffee no paper was there, and nothing was said."""
    hands, path, may_go_on = Hands(window), tmp_path / "mine.pdf", Event()

    def wait() -> None:
        may_go_on.wait()

    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    press(hands, "Back")
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.go("outcome")
    # Another is drawn before it, and takes its time.
    window.bridge.files.draw(wait)
    press(hands, "Save PDF for me")
    name_file(window, path)
    said = _lock_and_unlock(window, hands, lambda: None)
    may_go_on.set()

    assert "while a file was being written" in said
    until(path.exists)
