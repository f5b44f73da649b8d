"""The keys that hide everything, whatever else is open over the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit

from tests.ui.asking import asks_of_a_file
from tests.ui.hands import CTRL, NONE, SHIFT, Hands, Key, press, until, words
from tests.ui.hearing import everything, heard_in
from wizard.session import Session
from wizard.ui import settings, theme
from wizard.ui.cover.curtain import Curtain
from wizard.ui.look import THEMES
from wizard.ui.paper_work import ask_which
from wizard.ui.shell import first_picture
from wizard.ui.shell.window import Window

KEYS = [(Key.Key_F12, NONE), (Key.Key_H, CTRL | SHIFT)]


@pytest.mark.parametrize(("key", "with_it"), KEYS)
def test_an_open_menu_does_not_keep_the_screen_in_sight(
    key: Key, with_it: Qt.KeyboardModifier, session: Session, window: Window, hands: Hands
) -> None:
    """A menu takes all keys to itself; the one that matters most must work all the same."""
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    until(menu.isVisible)
    QTest.keyClick(menu, key, with_it)

    assert "post" not in window.windowTitle().lower()
    assert QApplication.activePopupWidget() is None


@pytest.fixture
def listening() -> Iterator[None]:
    """Somebody hears the screen."""
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was)


def test_nothing_of_the_page_can_be_read_out_while_it_is_hidden(
    session: Session, window: Window, hands: Hands, listening: None
) -> None:
    """Who hears the screen is not to hear what nobody may see: not even what was held before."""
    assert "Does it have a picture?" in heard_in(window)
    held = [
        QAccessible.uniqueId(one)
        for one in everything(QAccessible.queryAccessibleInterface(window))
    ]
    hands.press(Key.Key_F12)

    told = heard_in(window)
    assert told.split() == ["Window", "Show", "again"]
    # PySide's types do not say that there may be none.
    left: list[QAccessibleInterface | None] = [QAccessible.accessibleInterface(k) for k in held]
    assert [one.object() for one in left if one is not None] == [window]

    hands.press(Key.Key_F12)
    assert "Does it have a picture?" in heard_in(window)


def test_focus_and_place_come_back(session: Session, window: Window, hands: Hands) -> None:
    """Whoever hid the page in the middle of a word goes on in the middle of it."""
    window.resize(900, 420)
    window.go("k-second")
    hands.tab_to("What does it say?")
    hands.write("It was a")
    bar = window.frame.stage.verticalScrollBar()
    until(lambda: bar.value() > 0)
    # What brings the field in sight looks again when the page has grown.
    for _ in range(3):
        QTest.qWait(0)
    bar.setValue(bar.value() + 4)
    field, place = hands.focus, bar.value()
    for key, with_it in KEYS:
        hands.press(key, with_it)
        assert hands.focus is not field
        hands.press(key, with_it)
        QApplication.processEvents()

        assert hands.focus is field
        assert bar.value() == place
    hands.write(" fine day")

    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "It was a fine day"
    window.go_home()
    assert session.answers["k-text"].value == "It was a fine day"


@pytest.mark.usefixtures("usual_size_after")
def test_who_comes_back_goes_on_in_the_same_field_in_other_letters(
    session: Session, window: Window, hands: Hands
) -> None:
    """The system turned dark meanwhile: what was written on stood as the answer before it."""
    window.go("k-second")
    hands.tab_to("What does it say?")
    hands.write("It was a")
    hands.press(Key.Key_F12)
    window.choose_size(150)
    hands.press(Key.Key_F12)
    hands.write(" fine day")

    field = hands.focus
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "It was a fine day"


def test_behind_the_sheet_no_key_does_anything(
    session: Session, window: Window, hands: Hands
) -> None:
    """A cat on the keys, or a curious hand: what is hidden stays as it was left."""
    hands.press(Key.Key_2)
    hands.press(Key.Key_F12)
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_R, CTRL)
    hands.press(Key.Key_1)
    hands.press(Key.Key_F12)

    assert session.answers["k-one"].value == "yes"
    assert hands.title == "The post"


def test_escape_shows_nothing_but_says_what_does(
    session: Session, window: Window, hands: Hands
) -> None:
    """It is the key pressed unasked; whoever means it learns which one it is."""
    hands.press(Key.Key_F12)
    hands.press(Key.Key_Escape)
    sheet = window.findChildren(Curtain)[0]

    assert window.is_covered
    assert words(sheet) == "To go on, press “Show again”, or the key F12."
    assert hands.name == "Show again"


def test_what_changes_behind_the_sheet_stays_behind_it(
    session: Session, window: Window, hands: Hands, listening: None
) -> None:
    """The system may go dark at night: everything is made anew, and nothing comes in sight."""
    hands.press(Key.Key_F12)
    title = window.windowTitle()
    window.choose_size(100)
    window.go("k-second")

    assert window.windowTitle() == title
    assert "What is it called?" not in heard_in(window)
    hands.press(Key.Key_F12)
    assert "In your own words" in window.windowTitle()
    assert hands.name == "What is it called?"


def test_new_colours_wait_behind_the_sheet(
    session: Session, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made anew there, the page told all its words to whoever listened at the bus."""
    monkeypatch.setattr(first_picture, "AGAIN", 1)
    page = window.frame.stage.page
    hands.press(Key.Key_F12)
    settings.keep_theme("system")
    theme.change(THEMES["contrast"], 1.0)
    window.follow_system()
    for _round in range(3):
        QTest.qWait(2)
    assert window.frame.stage.page is page

    hands.press(Key.Key_F12)
    until(lambda: window.frame.stage.page is not page)


def test_a_key_still_held_does_not_show_the_page(
    session: Session, window: Window, hands: Hands
) -> None:
    """Ctrl+Return goes to the next page: pressed once too often it undid the hiding."""
    hands.press(Key.Key_F12)
    hands.press(Key.Key_Return, CTRL)
    hands.press(Key.Key_Space, SHIFT)
    assert window.is_covered
    hands.press(Key.Key_Return)

    assert not window.is_covered


def test_what_a_dialog_asks_is_hidden_with_it_and_answered_by_nobody(
    session: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """The key answered "Delete this file?" with yes, and left the dialog before the sheet."""
    file = asks_of_a_file(window, tmp_path, lambda box: QTest.keyClick(box, Key.Key_F12))
    until(lambda: window.is_covered)

    assert file.exists()
    assert [one for one in window.findChildren(QDialog) if one.isVisible()] == []


def test_an_open_list_of_a_dialog_does_not_keep_it_in_sight(
    session: Session, window: Window, hands: Hands
) -> None:
    """Both the dialog and the window had the key then, and of two Qt takes neither."""
    dialog = ask_which(window.frame, lambda _path: None)
    until(dialog.isActiveWindow)
    menu = QMenu(dialog)
    menu.addAction("Rename")
    menu.popup(dialog.mapToGlobal(dialog.rect().center()))
    until(menu.isVisible)
    QTest.keyClick(menu, Key.Key_F12)
    until(lambda: window.is_covered)

    assert not dialog.isVisible()
    window.activateWindow()
    until(lambda: QApplication.focusWidget() is not None)
    hands.press(Key.Key_F12)
    assert not window.is_covered
    hands.press(Key.Key_F12)
    assert window.is_covered


def test_no_dialog_comes_before_the_sheet(window: Window, hands: Hands) -> None:
    """What it was for was still being put together: it stood there, with the names of files."""
    window.more.papers.show_blanks()
    press(hands, "Tiny")
    is_hidden = Event()
    waiting = window.bridge.in_background(is_hidden.wait)
    press(hands, "Save as one PDF")
    hands.press(Key.Key_F12)
    is_hidden.set()
    came: list[object] = []
    window.bridge.when_done(window.bridge.in_background(waiting.result), came.append)
    until(lambda: bool(came))

    assert [one for one in window.findChildren(QDialog) if one.isVisible()] == []
    assert window.is_covered


def test_the_title_is_plain_as_soon_as_the_sheet_is_seen(
    session: Session, window: Window, hands: Hands, application: QApplication
) -> None:
    """Where somebody hears the screen it stood in the bar for a second more."""
    titles: list[str] = []

    class Painted(QObject):
        def eventFilter(  # noqa: N802 - Qt's own name
            self, watched: QObject, event: QEvent
        ) -> bool:
            if isinstance(watched, Curtain) and event.type() is QEvent.Type.Paint:
                titles.append(window.windowTitle())
            return False

    painted = Painted()
    window.go("k-second")
    application.installEventFilter(painted)
    hands.press(Key.Key_F12)
    QApplication.processEvents()
    application.removeEventFilter(painted)

    assert titles != []
    assert set(titles) == {"Window"}
