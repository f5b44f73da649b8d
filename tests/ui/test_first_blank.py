"""Who writes, is led on to a button by Tab and types a blank: it presses, or it begins a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from shiboken6 import isValid

from tests.ui.hands import CTRL, NONE, Hands, Key, until
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.shell.window import Window

_KEYS = {"\t": Key.Key_Tab, "\b": Key.Key_Backspace, "\r": Key.Key_Return}


def _send(window: Window, *keys: Key | str) -> None:
    """As the system does: it asks for a shortcut, then it tells of the key, down and up."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    for one in keys:
        key, text = (
            (one, "") if isinstance(one, Key) else (_KEYS.get(one, Key(ord(one.upper()))), one)
        )
        for kind in kinds:
            event = QKeyEvent(kind, key, NONE, text)
            QApplication.sendEvent(window.windowHandle(), event)


@pytest.fixture
def done(session: Session, window: Window, hands: Hands) -> Hands:
    """Behind a day that was just typed, on the box that says that a plan is done."""
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("By when, question 1")
    _send(window, *"1 May\t")
    assert "one" in hands.name
    return hands


def _is_done(session: Session) -> bool:
    return session.answers.action("k-one").done


@pytest.mark.parametrize("words", [" and more", "  and", " 3 of them", " £5", " \b5"])
def test_words_that_begin_with_a_blank_press_nothing(
    words: str, session: Session, window: Window, done: Hands
) -> None:
    """It recorded half a decision, or said that a plan was done, and nothing told it."""
    _send(window, *words, Key.Key_Escape)

    assert not _is_done(session)


@pytest.mark.parametrize("with_it", [Key.Key_Shift, Key.Key_AltGr, Key.Key_Dead_Circumflex])
def test_what_a_letter_is_held_with_is_no_other_key(
    with_it: Key, session: Session, window: Window, done: Hands
) -> None:
    """The first word has a capital letter, or an accent."""
    _send(window, " ", with_it, *"The", Key.Key_Escape)

    assert not _is_done(session)


def test_a_blank_that_nothing_follows_presses(
    session: Session, window: Window, done: Hands
) -> None:
    """Behind a moment, in which it is seen to be pressed."""
    box = done.focus
    assert isinstance(box, QAbstractButton)
    _send(window, " ")

    assert box.isDown()
    assert not _is_done(session)
    until(lambda: _is_done(session))
    assert not box.isDown()


@pytest.mark.parametrize("key", ["\t", "\r", Key.Key_Down, Key.Key_F6])
def test_a_blank_presses_before_the_next_key_does_what_it_does(
    key: Key | str, session: Session, window: Window, done: Hands
) -> None:
    """Who goes fast from button to button by keys waits for nothing."""
    _send(window, " ", key)

    assert _is_done(session)


def test_a_blank_presses_before_keys_that_lead_elsewhere(
    session: Session, window: Window, done: Hands
) -> None:
    """A shortcut is done where Qt asks for it: no key comes then, and the page is gone."""
    _send(window, " ")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_R, CTRL, "\x12")
    QApplication.sendEvent(window.windowHandle(), event)

    assert _is_done(session)


def test_a_blank_presses_before_the_mouse_does(
    session: Session, window: Window, done: Hands
) -> None:
    """What it presses may be what is saved as the window closes."""
    _send(window, " ")
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert _is_done(session)


def test_two_blanks_that_nothing_follows_press_twice(
    session: Session, window: Window, done: Hands
) -> None:
    """Whoever ticks and takes the tick away at once has what they meant."""
    _send(window, *"  \t")

    assert not _is_done(session)


def test_a_blank_waits_for_nothing_where_nobody_wrote(
    session: Session, window: Window, done: Hands
) -> None:
    """Who goes from button to button writes nothing."""
    _send(window, Key.Key_Tab, Key.Key_Backtab, " ")

    assert _is_done(session)


def test_what_waits_goes_with_what_it_was_for(
    session: Session, window: Window, done: Hands
) -> None:
    """A page that comes meanwhile, unasked, has another button in its place."""
    _send(window, " ")
    window.go("k-first")
    _send(window, Key.Key_Escape)

    assert not _is_done(session)
    assert not session.answers["k-several"].is_given


def test_words_that_were_put_in_are_words(session: Session, window: Window, hands: Hands) -> None:
    """No key tells of what is pasted, or comes by a voice."""
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("By when, question 1")
    QApplication.clipboard().setText("1 May")
    field = hands.focus
    assert isinstance(field, QLineEdit)
    field.paste()
    _send(window, *"\t and more", Key.Key_Escape)

    assert not _is_done(session)


@pytest.mark.parametrize("words", ["\t\t and", "\t\t  and", "\t\t "])
def test_words_behind_a_note_clear_no_answer(
    words: str, session: Session, window: Window, hands: Hands
) -> None:
    """Who indents by two tabs, or thinks about a word, is asked: nothing told that it went."""
    hands.press(Key.Key_2)
    given = session.answers["k-one"].value
    session.note("k-one", "They know")
    hands.tab_to("Note on question 1")
    _send(window, *words, Key.Key_F6)
    assert "Clear my answer" in hands.name
    _send(window, *"and agreed", Key.Key_Escape)

    assert given
    assert session.answers["k-one"].value == given


@pytest.mark.parametrize("way", ["close", "leave"])
def test_a_blank_presses_before_the_window_is_left(
    way: str, session: Session, window: Window, done: Hands
) -> None:
    """A tick that was seen to be pressed went with the window, untold."""
    _send(window, " ")
    left = QCloseEvent() if way == "close" else QEvent(QEvent.Type.WindowDeactivate)
    QApplication.sendEvent(window, left)

    assert _is_done(session)


@pytest.mark.usefixtures("usual_size_after")
def test_what_waits_goes_with_a_page_made_anew(
    session: Session, window: Window, done: Hands, mistakes: list[object]
) -> None:
    """The system turns dark: each further blank went nowhere, and the program crashed."""
    box = done.focus
    _send(window, " ")
    window.choose_size(125)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(box)
    _send(window, Key.Key_Escape, *"\t\b\t ")

    assert not mistakes


def test_a_second_blank_presses_nothing_that_the_first_brought(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nobody had seen it: it answered the question whether the risk is to go."""
    session.answer("k-risks", (RiskRow(hazard="Rain"),))
    window.go("k-second")
    hands.tab_to("By when?, risk 1")
    _send(window, *"1 May\t")
    assert hands.name == "Remove risk 1"
    within = QGuiApplication.styleHints().mouseDoubleClickInterval()
    for moment in (0, 2 * within):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Key.Key_Space, NONE, " ")
            event.setTimestamp(100_000 + moment)
            QApplication.sendEvent(window.windowHandle(), event)
    _send(window, Key.Key_F6)

    assert any(one.isVisible() for one in hands.page.findChildren(ForGoodButton))
