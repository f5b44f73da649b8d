"""Keys that turn a page turn it, wherever the focus was left by who picked with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.ui.hands import Hands, Key
from tests.ui.test_signed_sheet import decide, picked, remember
from wizard.desk.desk import Desk
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.parts.writing.choices import RadioChoice
from wizard.ui.shell.window import Window

PAGES = (Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End)
ARROWS = (Key.Key_Up, Key.Key_Down)


def _pressed(hands: Hands, by: type[RadioChoice | QComboBox]) -> None:
    """Press the first of a kind with the mouse, and shut what opens."""
    part = hands.page.findChildren(by)[0]
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    if isinstance(part, QComboBox):
        part.hidePopup()
        part.setFocus(Qt.FocusReason.PopupFocusReason)


@pytest.mark.parametrize("key", [*PAGES, *ARROWS])
def test_who_picked_a_figure_with_the_mouse_reads_on(
    key: Key, session: Session, window: Window, hands: Hands
) -> None:
    """It walked on in the list: "5 - very likely" went to SLT, and nothing told it."""
    row = RiskRow(hazard="Rain", likelihood=2, severity=3)
    session.answer("k-risks", (row,))
    window.go("k-second")
    _pressed(hands, QComboBox)
    hands.press(key)
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == (row,)


@pytest.mark.parametrize("is_made_anew", [False, True])
@pytest.mark.parametrize("key", [*PAGES, *ARROWS])
def test_who_picked_an_answer_with_the_mouse_reads_on(
    key: Key, is_made_anew: bool, session: Session, window: Window, hands: Hands
) -> None:
    """The arrow that was to bring the next question picked the next answer."""
    window.go("k-first")
    _pressed(hands, RadioChoice)
    picked = session.answers["k-one"].value
    assert picked
    if is_made_anew:
        window.choose_theme("dark")
        assert isinstance(hands.focus, RadioChoice)
    hands.press(key)

    assert session.answers["k-one"].value == picked


def test_who_comes_back_by_tab_picks_by_arrows(
    session: Session, window: Window, hands: Hands
) -> None:
    """They work as they do everywhere for who goes by keys."""
    window.go("k-first")
    _pressed(hands, RadioChoice)
    picked = session.answers["k-one"].value
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Backtab)
    hands.press(Key.Key_Down)

    assert session.answers["k-one"].value not in ("", picked)


@pytest.mark.parametrize("key", ARROWS)
def test_who_picked_what_slt_decided_with_the_mouse_reads_on(
    key: Key, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Down, to come to the names below, made "Approved" a "Not yet", with SLT's name under it."""
    remember(desk, outcome, 1)
    remember(desk, outcome, 2)
    remember(desk, outcome, 3)
    page = decide(window, hands)
    radios = page.findChildren(RadioChoice)
    for group in {one.parentWidget() for one in radios}:
        middle = [one for one in radios if one.parentWidget() is group][1]
        QTest.mouseClick(middle, Qt.MouseButton.LeftButton)
        before = picked(page)
        hands.press(key)
        assert picked(page) == before

        hands.press(Key.Key_Space)
        hands.press(key)
        assert picked(page) != before
