"""What opens the answers is changed by nobody but whoever has what opens them."""

from __future__ import annotations

import pytest

from tests.ui.hands import CTRL, Hands, Key, press, until, words
from tests.ui.locking_up import WORDS, lock_with, prove, shown_code
from wizard.ui.gate.gate import Gate
from wizard.ui.parts.writing import proving
from wizard.ui.shell.window import Window

SHEET = "If your sheet is lost"
CHANGES = (SHEET, "I have my own login", "Lock with this passphrase", "The same once more")
"""Where each change begins."""


@pytest.fixture
def hands(window: Window, gate: Gate) -> Hands:
    """Somebody at a window that was left open behind a lock, on the page about the computer."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    window.bridge.desk.lock.code_seen(shown_code(window)).result()
    window.leave_aside()
    window.more.show_computer()
    return hands


def test_nobody_changes_it_at_a_window_that_was_left_open(window: Window, hands: Hands) -> None:
    """A minute was enough for a code of one's own, and it opened all that was written later."""
    assert not [one for one in CHANGES if one in words(window)]
    hands.tab_to("Passphrase or recovery code")
    hands.write("three other words")
    hands.press(Key.Key_Return)
    until(lambda: "That is not the" in words(window))

    assert not [one for one in CHANGES if one in words(window)]
    prove(hands)
    assert SHEET in words(window)


def test_how_it_is_now_is_said_all_the_same(window: Window, hands: Hands) -> None:
    """Whose computer this was stood there for nobody who had not typed the passphrase again."""
    said = words(window)
    assert "This is how it is now" in said
    assert "Others use my login" in said


def test_a_wrong_one_can_be_put_right(window: Window, hands: Hands) -> None:
    """One slip, and all of it was to be typed anew; at the lock it stays, and is selected."""
    hands.tab_to("Passphrase or recovery code")
    hands.write("three plain wordz")
    hands.press(Key.Key_Return)
    until(lambda: "That is not the" in words(window))
    hands.press(Key.Key_End)
    hands.press(Key.Key_Backspace)
    hands.write("s")
    hands.press(Key.Key_Return)
    until(lambda: SHEET in words(window))


def test_whoever_came_in_by_the_sheet_says_so_by_the_sheet(window: Window, hands: Hands) -> None:
    """Their passphrase is what they do not know any more."""
    prove(hands)
    press(hands, "Make a new recovery sheet")
    press(hands, "Yes, for good, Make a new recovery sheet")
    until(lambda: "the recovery sheet" in hands.name)
    code = shown_code(window)
    window.leave_aside()
    window.more.show_computer()
    assert SHEET not in words(window)

    prove(hands, code)
    assert SHEET in words(window)


@pytest.mark.usefixtures("usual_size_after")
def test_larger_letters_do_not_ask_again(window: Window, hands: Hands) -> None:
    """Whoever can not read the page yet has said who they are."""
    prove(hands)
    hands.press(Key.Key_Plus, CTRL)

    until(lambda: SHEET in words(window))
    assert "Say that it is you" not in words(window)


@pytest.mark.parametrize("size", [100, 125])
def test_it_is_asked_again_after_a_while(
    size: int, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Called away from a page that was opened so, its owner left it open to every change."""
    prove(hands)
    monkeypatch.setattr(proving, "A_MINUTE", 0)
    window.choose_size(size)
    lock = window.bridge.desk.lock
    press(hands, "Make a new recovery sheet")
    press(hands, "Yes, for good, Make a new recovery sheet")

    assert hands.name == "Passphrase or recovery code"
    assert SHEET not in words(window)
    lock.finish()
    assert not lock.code_unseen
