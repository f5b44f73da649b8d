"""Looking at what is kept changes none of it."""

from __future__ import annotations

import pytest

from tests.ui.hands import CTRL, Hands, Key
from wizard.model.answers import Person, RiskRow
from wizard.session import Session
from wizard.ui.shell.window import Window


@pytest.mark.parametrize("typed", ["on\u00a0Tuesday", "one\r\ntwo", "a\u2028b", "\U0001f600" * 300])
def test_looking_at_words_changes_none(session: Session, window: Window, typed: str) -> None:
    """A field holds some letters otherwise, or fewer: it told that as if somebody had typed it."""
    session.answer("k-line", typed)
    session.answer("k-text", typed)
    session.note("k-one", typed)
    session.answer("k-risks", (RiskRow(hazard=typed, who_harmed=typed),))
    session.person("staff", Person(typed, typed))
    session.rename(typed)
    session.finish()
    before = session.run
    for place in ("k-first", "k-second", "review", "outcome"):
        window.go(place)
        window.change("k-text")
    window.more.papers.show_entry()
    window.leave_aside()

    assert session.answers == before.answers
    assert (session.run.title, session.run.finished) == (before.title, before.finished)


def test_what_is_longer_than_a_line_is_written_on_and_not_cut(
    session: Session, window: Window, hands: Hands
) -> None:
    """Letters beyond the first plane count twice in a field of Qt's, and once in a file."""
    session.answer("k-line", "\U0001f600" * 300)
    window.go("k-second")
    hands.tab_to("What is it called?")
    hands.press(Key.Key_End)
    hands.press(Key.Key_Backspace)
    window.go_home()

    assert session.answers["k-line"].value == "\U0001f600" * 299


def test_in_place_of_what_is_longer_no_more_is_typed_than_a_line_holds(
    session: Session, window: Window, hands: Hands
) -> None:
    """The field had made room for it, and what was saved so no file could bring in again."""
    session.answer("k-line", "\U0001f600" * 300)
    window.go("k-second")
    hands.tab_to("What is it called?")
    hands.press(Key.Key_A, CTRL)
    hands.write("y" * 499 + "z" + "y" * 100)
    window.go_home()

    assert session.answers["k-line"].value == "y" * 499 + "z"
