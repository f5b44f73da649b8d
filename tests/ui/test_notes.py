"""The note beneath a question: who may see it is said where it is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import CTRL, Hands, Key, press, until, words
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
    (shown,) = [one for one in hands.page.findChildren(Note) if one.isVisible()]

    assert shown.box.isVisible() == may_be_shown
    assert ("unless you tick the box" in words(shown)) == may_be_shown


@pytest.mark.parametrize("typed", ["and she said so", " and she said so", "  and so on and on"])
def test_who_types_on_behind_tab_shows_slt_nothing(
    typed: str, session: Session, hands: Hands
) -> None:
    """Each blank turned the tick, and the letters went nowhere."""
    press(hands, "Note, question 1")
    hands.write("The parent rang,")
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_Tab)
    assert hands.name == "Show this note to SLT"
    for letter in typed:
        QTest.keyClicks(hands.focus, letter)
    hands.window.frame.stage.flush()

    answer = session.answers["k-one"]
    assert answer.note == f"The parent rang,{typed.strip()}"
    assert not answer.show_note


def test_no_undo_shows_slt_what_a_blank_had_shown_for_a_moment(
    session: Session, window: Window, hands: Hands
) -> None:
    """One press too many, as no word changed by it: the tick that nobody meant stood there."""
    press(hands, "Note, question 1")
    hands.write("The parent rang,")
    hands.press(Key.Key_Tab)
    for letter in " and she said so":
        QTest.keyClicks(hands.focus, letter)
    window.frame.stage.flush()
    for step in (window.undo, window.redo):
        for _ in range(9):
            step()
            assert not session.answers["k-one"].show_note


@pytest.mark.parametrize("way", ["window", "page"])
def test_who_types_on_once_back_in_the_window_shows_slt_nothing(
    way: str, session: Session, window: Window, hands: Hands
) -> None:
    """Mail was looked into, or the keys, and the first blank ticked the box."""
    press(hands, "Note, question 1")
    hands.write("The parent rang,")
    hands.press(Key.Key_Tab)
    box = hands.focus
    if way == "window":
        box.clearFocus()
        box.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    else:
        hands.press(Key.Key_F1)
        assert hands.title == "Keys"
        hands.press(Key.Key_Escape)
    assert hands.name == "Show this note to SLT"
    for letter in " 2 pupils know of it":
        QTest.keyClicks(hands.focus, letter)
    hands.window.frame.stage.flush()

    answer = session.answers["k-one"]
    assert answer.note == "The parent rang,2 pupils know of it"
    assert not answer.show_note


@pytest.mark.parametrize("was_shown", [False, True])
def test_what_was_ticked_or_taken_back_on_purpose_stays_so(
    was_shown: bool, session: Session, hands: Hands
) -> None:
    """The next letter set the tick again that had just been taken back."""
    session.note("k-one", "The parent rang,")
    session.show_note("k-one", was_shown)
    hands.tab_to("Show this note to SLT")
    QTest.mouseClick(hands.focus, Qt.MouseButton.LeftButton)
    QTest.keyClicks(hands.focus, "a")
    hands.window.frame.stage.flush()

    answer = session.answers["k-one"]
    assert answer.note == "The parent rang,a"
    assert answer.show_note is not was_shown


@pytest.mark.parametrize("was_shown", [False, True])
def test_who_thinks_behind_a_blank_shows_slt_nothing(
    was_shown: bool, session: Session, hands: Hands
) -> None:
    """The blank ticked the box; the words that came later went to SLT with the note.

    Who ticked it by a blank on purpose, and types on, ticks it again: nothing is shown by a slip.
    """
    session.note("k-one", "The parent rang,")
    session.show_note("k-one", was_shown)
    hands.tab_to("Show this note to SLT")
    hands.press(Key.Key_Space)
    QTest.keyClicks(hands.focus, "a")
    hands.window.frame.stage.flush()

    answer = session.answers["k-one"]
    assert answer.note == "The parent rang,a"
    assert not answer.show_note


@pytest.mark.usefixtures("usual_size_after")
def test_who_just_opened_a_note_writes_in_it_in_other_letters(
    session: Session, window: Window, hands: Hands
) -> None:
    """It had no word in it yet, and was folded: a figure among the first picked an answer."""
    window.go("k-first")
    press(hands, "Note, question 1")
    window.choose_size(125)
    QTest.keyClicks(hands.focus, "2 pupils")
    window.frame.stage.flush()

    answer = session.answers["k-one"]
    assert not answer.is_given
    assert answer.note == "2 pupils"
