"""Choosing a passphrase at the window, as a person does."""

from __future__ import annotations

from tests.ui.hands import Hands, Key, until
from wizard.ui.shell.window import Window


def lock_with(window: Window, hands: Hands, words: str) -> None:
    """Choose a passphrase on the page about the computer, until its recovery code shows."""
    window.more.show_computer()
    hands.tab_to("Passphrase")
    hands.write(words)
    hands.tab_to("The same once more")
    hands.write(words)
    hands.tab_to("Lock with this passphrase")
    hands.press(Key.Key_Space)
    until(lambda: "recovery sheet" in hands.name)
