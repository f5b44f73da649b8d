"""Who types on behind the last field, as in any table, presses nothing that comes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.ui.hands import Hands, Key, press
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.shell.window import Window


def _type(window: Window, words: str) -> None:
    """As the system does: it knows the window, and that knows what has the focus."""
    for letter in words:
        key = Key.Key_Return if letter == "\r" else Key(ord(letter.upper()))
        QTest.keyClick(window.windowHandle(), key)


@pytest.mark.parametrize(
    "words", ["pupils share it at home", "soon\r", "2 pupils share it", "- fog"]
)
def test_what_is_typed_on_removes_no_risk(
    words: str, session: Session, window: Window, hands: Hands
) -> None:
    """Its first blank took the risk that had just been written, and nothing told it."""
    rows = (RiskRow(hazard="Rain"), RiskRow(hazard="Fog"))
    session.answer("k-risks", rows)
    window.go("k-second")
    hands.tab_to("Remove risk 1")
    _type(window, words)
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == rows


@pytest.mark.parametrize("words", ["pupils share it", " pupils  share it", "soon\r\r"])
def test_who_stops_behind_the_first_word_removes_no_risk(
    words: str, session: Session, window: Window, hands: Hands
) -> None:
    """Looking up from the keys takes longer than any clock that tells typing from pressing."""
    session.answer("k-risks", (RiskRow(hazard="Rain"),))
    window.go("k-second")
    hands.tab_to("Remove risk 1")
    _type(window, words)
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == (RiskRow(hazard="Rain"),)


def test_a_risk_in_which_nothing_stands_goes_at_once(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nothing is lost with it."""
    window.go("k-second")
    press(hands, "Add a risk")
    press(hands, "Remove risk 1")

    assert hands.name == "Add a risk"


@pytest.mark.parametrize("way", ["tab", "escape", "mouse", "press"])
def test_a_blank_presses_as_ever_once_nobody_types(
    way: str, session: Session, window: Window, hands: Hands
) -> None:
    """A letter by mistake keeps nothing off for good, and nothing tells of it."""
    window.go("k-first")
    box = hands.page.findChildren(CheckChoice)[0]
    box.setFocus()
    _type(window, "a ")
    assert not session.answers["k-several"].is_given
    if way == "tab":
        hands.press(Key.Key_Tab)
        QTest.keyClick(window.windowHandle(), Key.Key_Backtab)
    elif way == "press":
        _type(window, " ")
    elif way == "escape":
        QTest.keyClick(window.windowHandle(), Key.Key_Escape)
    else:
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert hands.focus is box
    _type(window, " ")

    assert session.answers["k-several"].is_given


def test_a_figure_that_picks_nothing_keeps_no_other_off(
    session: Session, window: Window, hands: Hands
) -> None:
    """Where there are fewer answers than the one that was typed by a slip, the next one picks."""
    window.go("k-first")
    hands.page.findChildren(CheckChoice)[0].setFocus()
    _type(window, "92")

    assert len(session.answers["k-several"].value) == 1


def test_a_blank_ticks_as_ever_behind_a_figure_that_ticked(
    session: Session, window: Window, hands: Hands
) -> None:
    """Who ticks by figures, and goes on by Tab, types no words."""
    window.go("k-first")
    hands.page.findChildren(CheckChoice)[0].setFocus()
    _type(window, "2")
    QTest.keyClick(window.windowHandle(), Key.Key_Backtab)
    _type(window, " ")

    assert len(session.answers["k-several"].value) == 2


@pytest.mark.parametrize("words", ["or after half term", "Ben   Anna", "Ben\r\r\rAnna"])
def test_what_is_typed_on_says_of_no_plan_that_it_is_done(
    words: str, session: Session, window: Window, hands: Hands
) -> None:
    """It stands right behind the day; who lines up by blanks presses them three times, too."""
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("By when, question 1")
    hands.press(Key.Key_Tab)
    assert "one" in hands.name
    _type(window, words)

    assert not session.answers.action("k-one").done


@pytest.mark.parametrize("words", ["  and agreed", " so"])
def test_what_is_typed_on_behind_a_note_clears_no_answer(
    words: str, session: Session, window: Window, hands: Hands
) -> None:
    """Who indents by two tabs begins with a blank: it went, and nothing told it."""
    hands.press(Key.Key_2)
    given = session.answers["k-one"].value
    session.note("k-one", "They know")
    hands.tab_to("Note on question 1")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    assert hands.name == "Clear my answer, question 1"
    _type(window, words)

    assert given
    assert session.answers["k-one"].value == given
    assert hands.name == "No, keep it, Clear my answer, question 1"


def test_what_is_typed_on_chooses_no_policy(
    shipped: Window,
) -> None:
    """Behind the name of the check it weighed all by another school's, and no undo knew it."""
    hands = Hands(shipped)
    shipped.start("before-posting")
    hands.on_page("The post")
    session = shipped.bridge.session
    shipped.go("outcome")
    hands.tab_to("A name for this check")
    while not isinstance(hands.focus, QComboBox):
        hands.press(Key.Key_Tab)
    policy = session.run.policy
    _type(shipped, "newport lancashire st lukes")

    assert session.run.policy == policy


def test_what_is_typed_on_picks_no_other_figure(
    session: Session, window: Window, hands: Hands
) -> None:
    """Behind what is in the way of harm stands how likely it is."""
    row = RiskRow(hazard="Rain", likelihood=2, severity=3)
    session.answer("k-risks", (row,))
    window.go("k-second")
    while not isinstance(hands.focus, QComboBox):
        hands.press(Key.Key_Tab)
    _type(window, '"y1 and 5')
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == (row,)
