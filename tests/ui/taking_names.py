"""Taking a name at a login that several people use, by keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.hands import Hands, Key, until
from wizard.ui.shell.window import Window

HERS = "seven quiet otters"
"""The passphrase of whoever takes a name."""


def words(window: Window) -> str:
    """Return all that is written in sight."""
    kinds = window.findChildren(QLabel) + window.findChildren(QPushButton)
    return "\n".join(one.text() for one in kinds if one.isVisible())


def fill(hands: Hands, labels: tuple[str, str, str], name: str, passphrase: str) -> None:
    """Fill in a name and a passphrase, twice, in fields of these labels."""
    for label, text in zip(labels, (name, passphrase, passphrase), strict=True):
        hands.tab_to(label)
        hands.write(text)


def go_apart(window: Window, hands: Hands) -> None:
    """Somebody with answers takes a name."""
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.more.show_computer()
    take_a_name(hands)
    until(lambda: "recovery sheet" in hands.name)


def take_a_name(hands: Hands) -> None:
    """On the page about the computer."""
    labels = ("Your name here", "Your own passphrase", "Your own passphrase once more")
    fill(hands, labels, "Siân", HERS)
    hands.tab_to("Keep mine apart, under my name")
    hands.press(Key.Key_Space)
