"""Leaving a page for a moment: the focus comes back to what it left, and Escape leads back."""

from __future__ import annotations

from shiboken6 import isValid

from tests.ui.hands import CTRL, Hands, Key, until
from wizard.session import Session
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
