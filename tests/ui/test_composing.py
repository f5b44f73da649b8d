"""Words that a keyboard is still composing are on the screen, and are kept with it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from wizard.session import Session
from wizard.ui.shell.window import Window


@pytest.mark.parametrize("field", ["What is it called?", "What does it say?"])
@pytest.mark.parametrize("how", ["home", "close", "another size"])
def test_what_is_underlined_is_taken_in(
    session: Session, window: Window, hands: Hands, field: str, how: str
) -> None:
    """Japanese, Chinese and many touch keyboards show a word before it is in the field."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Told by ")
    QApplication.sendEvent(hands.focus, QInputMethodEvent("こんにちは", []))
    if how == "home":
        window.go_home()
    elif how == "close":
        window.close()
    else:
        window.choose_size(100)

    assert "Told by こんにちは" in [one.value for one in session.answers.answers.values()]


def test_a_pause_leaves_what_is_underlined_alone(
    session: Session, window: Window, hands: Hands
) -> None:
    """Whoever looks for the right sign among many is not done with the word."""
    window.go("k-second")
    hands.tab_to("What is it called?")
    QApplication.sendEvent(hands.focus, QInputMethodEvent("こんにちは", []))
    hands.focus.flush()  # type: ignore[attr-defined]

    assert not session.answers["k-line"].is_given
