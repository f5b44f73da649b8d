"""Larger letters, other colours: who asks for them stays where they were."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QStyle, QWidget

from tests.ui.hands import CTRL, NONE, Hands, Key, pick, press, until, words
from tests.ui.test_signed_sheet import decide, picked, remember
from wizard.desk.desk import Desk
from wizard.model.answers import Answer
from wizard.session import Session
from wizard.ui import settings, start, theme
from wizard.ui.look import LIGHT
from wizard.ui.pages.decide import DecidePage
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.shell.window import Window

pytestmark = pytest.mark.usefixtures("usual_size_after")


def test_the_focus_stays_where_it_was(session: Session, window: Window, hands: Hands) -> None:
    """Who needs large letters asks for them in the midst of reading, not at the top."""
    hands.tab_to("Note, question 1")
    window.choose_size(200)

    assert hands.name == "Note, question 1"


@pytest.mark.parametrize("field", ["What is it called?", "What does it say?"])
def test_who_goes_on_typing_goes_on_where_they_were(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """In larger letters what came next stood before what had been written."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Our ")
    window.choose_size(200)
    hands.write("trip")

    assert "Our trip" in [answer.value for answer in _flushed(window, session)]


def _flushed(window: Window, session: Session) -> Iterable[Answer]:
    window.go_on()
    return session.answers.answers.values()


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


def _typed(page: QWidget, name: str) -> str:
    """Return what is written in the field of this name."""
    fields = [field for field in page.findChildren(QLineEdit) if field.accessibleName() == name]
    return fields[0].text()


def test_a_decision_half_typed_stays(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Who can not read what was typed asks for larger letters: the sheet was to be found anew."""
    hands.press(Key.Key_2)
    window.go("outcome")
    remember(desk, session, 2, "me")
    paper = remember(desk, session, 1)
    decide(window, hands)
    hands.tab_to("Reference on the signed paper")
    hands.write(paper.reference)
    hands.press(Key.Key_Return)
    pick(hands, "Approved", 1)
    hands.tab_to("Signed on")
    hands.press(Key.Key_A, CTRL)
    hands.write("last week")
    hands.tab_to("Who signed for SLT")
    hands.write("Mair")
    before = window.frame.stage.page
    window.choose_size(200)
    until(lambda: window.frame.stage.page is not before and hands.name == "Who signed for SLT")
    hands.write(" Price")
    page = window.frame.stage.page

    assert isinstance(page, DecidePage)
    assert picked(page)[1:] == ["Approved with conditions"]
    assert picked(page)[0].startswith("PDF for SLT")
    assert _typed(page, "Who signed for SLT") == "Mair Price"
    assert _typed(page, "Signed on") == "last week"
    assert "Write the day like this" in words(window)


def test_blank_sheets_half_ordered_stay(window: Window, hands: Hands) -> None:
    """The page was gone, and with it every tick."""
    window.more.papers.show_blanks()
    hands.on_page("Blank checklists")
    press(hands, "Tiny")
    hands.tab_to("Copies of each")
    hands.press(Key.Key_A, CTRL)
    hands.write("12")
    window.choose_size(200)

    hands.on_page("Blank checklists")
    assert hands.name == "Copies of each"
    assert _typed(hands.page, "Copies of each") == "12"
    ticks = [
        one.accessibleName() for one in hands.page.findChildren(CheckChoice) if one.isChecked()
    ]
    assert ticks == ["Tiny"]


def test_a_file_that_was_opened_stays(window: Window, hands: Hands, tmp_path: Path) -> None:
    """It would have to be found on the disk again."""
    path = tmp_path / "handed in.pdf"
    path.write_bytes(b"no paper")
    window.more.papers.look_at(path)
    hands.on_page("handed in.pdf")
    window.choose_size(200)

    hands.on_page("handed in.pdf")


def test_typing_up_stays_on_its_line(session: Session, window: Window, hands: Hands) -> None:
    """Beside a pile of sheets nobody looks for the line again."""
    window.more.papers.show_entry()
    hands.tab_to("2. Can you see a pupil's face?")
    window.choose_size(200)

    hands.on_page("Enter from paper: Tiny")
    assert hands.name == "2. Can you see a pupil's face?"


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


def test_a_day_that_can_not_be_read_stays_in_its_field(
    session: Session, window: Window, hands: Hands
) -> None:
    """It went into the note without a word, and nobody was asked about it any more."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("some day soon")
    hands.press(Key.Key_Tab)
    window.choose_size(200)
    hands.tab_to("When will it go up?")

    assert hands.focus.property("text") == "some day soon"
    assert not session.answers["k-date"].note
    window.go_on()
    assert hands.title == "In your own words", "it is told before the next page comes"
