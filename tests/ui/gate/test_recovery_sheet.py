"""The recovery code, shown once: not lost by larger letters, and made anew where it was."""

from __future__ import annotations

import pytest

from tests.ui.hands import CTRL, SHIFT, Hands, Key, until, words
from tests.ui.locking_up import WORDS, come_to_change, lock_with, prove, shown_code, unlock
from wizard.desk.paper import printing
from wizard.ui import settings, theme
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.look import LIGHT
from wizard.ui.shell.window import Window


def test_a_sheet_never_printed_is_made_anew(window: Window) -> None:
    """Ctrl+L right after choosing a passphrase took the code, which nobody could see again."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    lost = shown_code(window)
    hands.press(Key.Key_L, CTRL)
    unlock(window, hands, WORDS)
    come_to_change(window, hands)
    hands.press(Key.Key_Space)
    assert "The old sheet stops working" in words(window)
    hands.tab_to("Yes, for good, Make a new recovery sheet")
    hands.press(Key.Key_Space)
    until(lambda: "the recovery sheet" in hands.name)
    made = shown_code(window)
    assert made != lost

    hands.press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    hands.write(lost)
    hands.press(Key.Key_Return)
    until(lambda: "not the" in words(window))
    asks.field.setText(made)
    hands.press(Key.Key_Return)
    until(lambda: window.centralWidget() is not asks)


def test_the_code_stays_in_larger_letters(window: Window) -> None:
    """It is shown only once, and who can not read it asks for larger letters."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    code, at = shown_code(window), hands.name
    try:
        window.choose_size(200)
        assert shown_code(window) == code
        assert hands.name == at
    finally:
        settings.keep_text_size(100)
        theme.change(LIGHT, 1)


def test_tab_goes_from_the_code_to_its_sheet(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past saving it led to giving up the lock, and Return did so."""
    monkeypatch.setattr(printing, "can_queue", lambda: True)
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    met = [hands.name]
    for _ in range(2):
        hands.press(Key.Key_Tab)
        met.append(hands.name)

    assert met == [
        "Print the recovery sheet", "Save the recovery sheet", "Make a new recovery sheet"
    ]  # fmt: skip


def test_tab_comes_to_the_sheet_where_it_stands(window: Window) -> None:
    """It came last, so that the first Tab and Space gave up the passphrase in its place."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    lock_with(window, hands, WORDS)
    window.leave_aside()
    window.more.show_computer()
    assert hands.name == "Back"
    hands.press(Key.Key_Tab)
    assert hands.name == "Passphrase or recovery code"
    prove(hands)

    assert hands.name == "Make a new recovery sheet"
    hands.press(Key.Key_Tab, SHIFT)
    assert hands.name == "Back"
