"""A key that is held down: the window does once what it is for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import CTRL, NONE, Hands, Key
from wizard.session import Session
from wizard.ui.shell.window import Window


def _hold(hands: Hands, key: Key, keys: Qt.KeyboardModifier, times: int) -> None:
    for time in range(times):
        QTest.simulateEvent(hands.focus, True, key, keys, "", time > 0, 0)


def test_undo_held_down_takes_back_one_act(session: Session, window: Window, hands: Hands) -> None:
    """Held in a note, it took the note's words and then ten answers, and nothing brings them back.

    The field takes back its own words by one press, so the very next one is the window's.
    """
    session.answer("k-one", "yes")
    session.note("k-one", "I asked the office.")
    session.answer("k-line", "Our blog")
    window.go("k-second")
    hands.tab_to("What is it called?")
    hands.write("!")
    _hold(hands, Key.Key_Z, CTRL, 5)

    assert session.answers["k-line"].value == "Our blog"
    assert session.answers["k-one"].note == "I asked the office."


@pytest.mark.parametrize("times", [2, 3])
def test_what_hides_everything_held_down_hides_it(
    session: Session, window: Window, hands: Hands, times: int
) -> None:
    """Held a moment too long as somebody came in, it showed everything again."""
    _hold(hands, Key.Key_F12, NONE, times)
    assert window.is_covered
