"""What a slow disk brings where nobody may be any more: a code is for no eyes but theirs."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.hands import CTRL, Hands, Key, press, until, words
from tests.ui.locking_up import CODE, WORDS, choose_lock, come_to_change, lock_with, unlock
from tests.ui.taking_names import fill, go_apart
from wizard.errors import OutputFault
from wizard.ui.gate import choosing
from wizard.ui.gate.gate import Gate
from wizard.ui.pages import computer
from wizard.ui.shell.window import Window

HIS = "eight noisy herons"
TOLD = "You may not have your newest recovery sheet"


def _codes(window: Window) -> list[str]:
    """Return the recovery codes in sight."""
    names = (one.accessibleName() for one in window.findChildren(QLabel) if one.isVisible())
    return [name for name in names if CODE.fullmatch(name)]


def test_somebody_new_whose_place_comes_late_is_asked_for_their_passphrase(
    window: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their recovery code, and their place, opened before whoever sat there a minute later."""
    hands = Hands(window)
    go_apart(window, hands)
    hands.press(Key.Key_L, CTRL)
    until(lambda: "Answers of Siân" in words(window))
    press(hands, "I am somebody else")
    until(lambda: "Who are you?" in words(window))
    press(hands, "Add a person")
    fill(hands, ("Name", "Passphrase", "The same once more"), "Owen", HIS)
    monkeypatch.setattr(choosing, "WAITS", 0)
    hands.press(Key.Key_Return)
    until(lambda: "Answers of Owen" in words(window))

    assert _codes(window) == []
    hands.write(HIS)
    hands.press(Key.Key_Return)
    until(lambda: hasattr(window, "frame"))
    until(lambda: TOLD in window.frame.sentence)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_code_that_comes_late_is_shown_to_nobody(
    window: Window, monkeypatch: pytest.MonkeyPatch, is_first: bool
) -> None:
    """It stood there for whoever came meanwhile, and would open everything ever after."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    if not is_first:
        lock_with(window, hands, WORDS)
        window.leave_aside()
        come_to_change(window, hands)
    monkeypatch.setattr(computer, "WAITS", 0)
    if is_first:
        choose_lock(window, hands, WORDS)
    else:
        press(hands, "Make a new recovery sheet")
        press(hands, "Yes, for good, Make a new recovery sheet")
    until(lambda: "Your answers are locked" in words(window) or bool(_codes(window)))

    assert _codes(window) == []
    unlock(window, hands)
    until(lambda: TOLD in window.frame.sentence)


@pytest.mark.parametrize("is_there", [False, True])
def test_a_file_that_failed_where_nobody_was_is_told_again(
    window: Window, gate: Gate, hands: Hands, is_there: bool
) -> None:
    """It was told on the screen alone, and the lock that fell after ten minutes took that away."""
    file: Future[None] = Future()
    window.bridge.files.add(file)
    file.set_exception(OutputFault("The stick is full."))
    if is_there:
        hands.press(Key.Key_Tab)
    gate.lock_now()
    unlock(window, hands)
    brought: list[object] = []
    window.bridge.when_done(window.bridge.desk.runs.list(), brought.append)
    until(lambda: bool(brought))

    assert ("while a file was being written" in window.frame.sentence) is not is_there
