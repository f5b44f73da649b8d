"""Locking and unlocking at the window, as a person does."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

from tests.ui.hands import Hands, Key, until
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.window import Window

WORDS = "three plain words"
"""A passphrase."""

CODE = re.compile(r"[0-9A-Z]{5}(-[0-9A-Z]{5}){6}")
"""How a recovery code is written."""


def lock_with(window: Window, hands: Hands, words: str) -> None:
    """Choose a passphrase on the page about the computer, until its recovery code shows."""
    choose_lock(window, hands, words)
    until(lambda: "recovery sheet" in hands.name)


def choose_lock(window: Window, hands: Hands, words: str) -> None:
    """Choose a passphrase on the page about the computer, and do not wait for what comes."""
    window.more.show_computer()
    fill_lock(hands, words)


def fill_lock(hands: Hands, words: str) -> None:
    """Choose a passphrase on the page about the computer, which is in sight."""
    hands.tab_to("Passphrase")
    hands.write(words)
    hands.tab_to("The same once more")
    hands.write(words)
    hands.tab_to("Lock with this passphrase")
    hands.press(Key.Key_Space)


def come_to_change(window: Window, hands: Hands, secret: str = WORDS) -> None:
    """Open the page about the computer behind a lock, and say who it is."""
    window.more.show_computer()
    prove(hands, secret)


def prove(hands: Hands, secret: str = WORDS) -> None:
    """Say on the page about the computer who it is."""
    hands.tab_to("Passphrase or recovery code")
    hands.write(secret)
    hands.press(Key.Key_Return)
    until(lambda: hands.name == "Make a new recovery sheet")


def unlock(window: Window, hands: Hands, secret: str = WORDS) -> None:
    """Write a passphrase or a recovery code at the lock, and wait until it is open."""
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    hands.write(secret)
    hands.press(Key.Key_Return)
    until(lambda: window.centralWidget() is not asks)


def shown_code(window: Window) -> str:
    """Return the recovery code that stands on the page."""
    names = [one.accessibleName() for one in window.findChildren(QLabel) if one.isVisible()]
    (code,) = [name for name in names if CODE.fullmatch(name)]
    return code
