"""Choosing a passphrase at the window, as a person does."""

from __future__ import annotations

from tests.ui.hands import Hands, Key, until
from wizard.ui.shell.window import Window


def lock_with(window: Window, hands: Hands, words: str) -> None:
    """Choose a passphrase on the page about the computer, until its recovery code shows."""
    choose_lock(window, hands, words)
    until(lambda: "recovery sheet" in hands.name)


def choose_lock(window: Window, hands: Hands, words: str) -> None:
    """Choose a passphrase on the page about the computer, and do not wait for what comes."""
    window.more.show_computer()
    hands.tab_to("Passphrase")
    hands.write(words)
    hands.tab_to("The same once more")
    hands.write(words)
    hands.tab_to("Lock with this passphrase")
    hands.press(Key.Key_Space)
