"""Leaving a page for a moment: the focus comes back to what it left, and Escape leads back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QRadioButton
from shiboken6 import isValid

from tests.ui.hands import CTRL, Hands, Key, press, until
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui import tab_order
from wizard.ui.shell.window import Window


def test_who_looks_something_up_comes_back_to_the_same_control(
    session: Session, window: Window, hands: Hands
) -> None:
    """The page stands where it was left; a focus somewhere else on it would be out of sight."""
    hands.press(Key.Key_1)
    before = hands.focus
    hands.press(Key.Key_F1)
    hands.on_page("Keys")
    hands.press(Key.Key_Escape)
    hands.on_page("The post")

    assert hands.focus is before


def test_who_looks_something_up_on_the_way_on_comes_back_to_that(
    session: Session, window: Window, hands: Hands
) -> None:
    """Space, which was to carry on, picked the first answer of the page."""
    hands.tab_to("Carry on")
    hands.press(Key.Key_F1)
    hands.on_page("Keys")
    hands.press(Key.Key_Escape)
    hands.on_page("The post")
    assert hands.name == "Carry on"
    hands.press(Key.Key_Space)

    assert not session.answers["k-one"].is_given


def test_home_has_the_focus_where_it_was(window: Window, hands: Hands) -> None:
    """Home too: nobody goes through all journeys again for having read the sheet of keys."""
    hands.tab_to("Blank checklists")
    hands.press(Key.Key_F1)
    hands.on_page("Keys")
    hands.press(Key.Key_Escape)

    hands.on_page("Before You Post")
    assert hands.name == "Blank checklists"


def test_escape_leaves_the_search_once_nothing_stands_in_it(
    session: Session, window: Window, hands: Hands
) -> None:
    """First it empties the line, then it leads back, as from every page that is only read."""
    hands.press(Key.Key_F, CTRL)
    hands.on_page("Guides and glossary")
    hands.write("face")
    hands.press(Key.Key_Escape)
    hands.on_page("Guides and glossary")
    hands.press(Key.Key_Escape)

    hands.on_page("The post")


def test_home_offers_the_same_way_in_after_more_was_answered(
    session: Session, window: Window, hands: Hands
) -> None:
    """The list comes in anew behind the page, and what had the focus goes with the old one."""
    hands.press(Key.Key_1)
    window.go_home()
    until(lambda: hands.name.startswith("Carry on, "))
    hands.press(Key.Key_Return)
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.go_home()
    row = hands.focus
    until(lambda: not isValid(row))

    assert hands.name.startswith("Carry on, ")


@pytest.mark.parametrize("down", [40, 120, 200])
def test_who_comes_back_and_reads_on_by_the_arrow_keys_changes_nothing(
    down: int, session: Session, window: Window
) -> None:
    """The page stands where it was left, and the first answer in sight there had the focus."""
    window.resize(1000, 520)
    hands = Hands(window)
    session.answer("k-one", "yes")
    session.answer("k-follow", "no")
    session.answer("k-several", ("blog",))
    told, bar = session.answers, window.frame.stage.verticalScrollBar()
    window.go("k-first")
    until(lambda: bar.maximum() > down)
    bar.setValue(down)
    window.go("k-second")
    window.go_back()
    hands.on_page("The post")
    until(lambda: bar.value() == down)
    for _ in range(30):
        QTest.keyClick(window.windowHandle(), Key.Key_Down)

    assert session.answers == told


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up])
@pytest.mark.parametrize("place", ["k-first", "k-third", "outcome"])
def test_no_arrow_key_leads_from_a_button_to_an_answer(
    key: Key, place: str, session: Session, window: Window, hands: Hands
) -> None:
    """In Qt they go from button to button: who read on by them picked what came there."""
    session.answer("k-one", "yes")
    session.answer("k-follow", "no")
    session.answer("k-more", "no")
    told, policy = session.answers, session.run.policy
    window.go(place)
    for stop in [*tab_order.stops(window.frame)]:
        if isinstance(stop, (QComboBox, QRadioButton)) or not stop.isVisible():
            continue
        stop.setFocus()
        for _ in range(6):
            QTest.keyClick(window.windowHandle(), key)

    assert (session.answers, session.run.policy) == (told, policy)


@pytest.mark.usefixtures("usual_size_after")
@pytest.mark.parametrize("name", ["Carry on", "No, keep it, Remove risk 1"])
def test_other_letters_give_the_focus_to_no_answer(
    name: str, session: Session, window: Window, hands: Hands
) -> None:
    """The next key, which was to go on, picked one in a question that nobody had come to."""
    session.answer("k-risks", (RiskRow(hazard="Rain"),))
    window.go("k-first" if name == "Carry on" else "k-second")
    if name != "Carry on":
        press(hands, "Remove risk 1")
    hands.tab_to(name)
    before = session.answers
    window.choose_size(125)
    hands.press(Key.Key_Space)
    window.frame.stage.flush()

    assert session.answers == before
