"""Larger letters, other colours: who asks for them stays where they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QStyle

from tests.ui.hands import CTRL, NONE, Hands, Key
from wizard.session import Session
from wizard.ui import settings, start, theme
from wizard.ui.look import LIGHT
from wizard.ui.shell.window import Window


@pytest.fixture(autouse=True)
def _as_before(window: Window) -> Iterator[None]:
    yield
    settings.keep_text_size(100)
    theme.change(LIGHT, 1)


def test_the_focus_stays_where_it_was(session: Session, window: Window, hands: Hands) -> None:
    """Who needs large letters asks for them in the midst of reading, not at the top."""
    hands.tab_to("Note, question 1")
    window.choose_size(200)

    assert hands.name == "Note, question 1"


@pytest.mark.parametrize(
    ("key", "title"), [(Key.Key_F1, "Keys"), (Key.Key_F, "Guides and glossary")]
)
def test_a_page_that_is_read_stays(
    key: Key, title: str, session: Session, window: Window, hands: Hands
) -> None:
    """It went away, and whoever could not read it had to find it again."""
    hands.press(key, CTRL if key == Key.Key_F else NONE)
    hands.on_page(title)
    window.choose_size(200)
    hands.on_page(title)
    hands.press(Key.Key_Escape)

    hands.on_page("The post")


def test_the_search_keeps_its_words(session: Session, window: Window, hands: Hands) -> None:
    """What was typed is not lost by a choice in a menu."""
    hands.press(Key.Key_F, CTRL)
    hands.on_page("Guides and glossary")
    hands.write("face")
    window.choose_size(150)

    field = hands.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == "face"


def test_every_line_of_a_menu_is_on_the_screen(window: Window) -> None:
    """Beside the largest letters a menu is higher than the screen, and must be scrolled."""
    window.choose_size(400)
    theme.change(LIGHT, 4)
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if len(menu.actions()) > 8]
    assert menus
    for menu in menus:
        menu.popup(QPoint(0, 0))
        assert {menu.actionGeometry(line).left() for line in menu.actions()} == {
            menu.actionGeometry(menu.actions()[0]).left()
        }
        menu.close()


def test_the_first_window_leaves_room_for_its_title(window: Window) -> None:
    """On the low screen of a laptop the way on would lie below the edge."""
    theme.change(LIGHT, 2)
    settings.keep_geometry(QByteArray())
    first = Window()
    start.place(first)
    bar = first.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)

    assert first.height() + bar <= first.screen().availableGeometry().height()
    first.deleteLater()
