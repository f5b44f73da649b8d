"""The note beneath a question: who may see it is said where it is written."""

from __future__ import annotations

import pytest

from tests.ui.hands import Hands, press, until, words
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
