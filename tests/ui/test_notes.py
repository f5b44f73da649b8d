"""The note beneath a question: who may see it is said where it is written."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.ui.hands import Hands, Key, press, until, words
from wizard.session import Session
from wizard.ui.parts.question.note import Note
from wizard.ui.shell.window import Window


@pytest.mark.parametrize(("line", "may_be_shown"), [("1", False), ("2", True)])
def test_a_note_that_slt_never_sees_has_no_box_for_it(
    shipped: Window, line: str, may_be_shown: bool
) -> None:
    """Ticked where platforms are asked for, it stood on no paper: SLT sees nothing of that."""
    hands = Hands(shipped)
    shipped.start("privacy-checkup")
    until(lambda: shipped.bridge.has_session)
    press(hands, f"Note, question {line}")
    (note,) = [one for one in hands.page.findChildren(Note) if one.isVisible()]

    assert note.box.isVisible() == may_be_shown
    assert ("unless you tick the box" in words(note)) == may_be_shown


@pytest.mark.parametrize("typed", ["and she said so", " and she said so", "  and so on and on"])
def test_who_types_on_behind_tab_shows_slt_nothing(
    typed: str, session: Session, hands: Hands
) -> None:
    """Each blank turned the tick, and the letters went nowhere."""
    press(hands, "Note, question 1")
    hands.write("The parent rang,")
    hands.press(Key.Key_Tab)
    assert hands.name == "Show this note to SLT"
    for letter in typed:
        QTest.keyClicks(hands.focus, letter)
    hands.window.frame.stage.flush()

    answer = session.answers["k-one"]
    assert answer.note == f"The parent rang,{typed.strip()}"
    assert not answer.show_note
