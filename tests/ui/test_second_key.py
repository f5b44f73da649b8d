"""A key pressed twice, as an impatient hand does: the second press does nothing that was not asked.

Of the mouse the same is in test_for_good and test_second_press.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import NONE, Hands, Key, press, until
from tests.ui.locking_up import WORDS, lock_with
from wizard.session import Session
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.parts.writing.choices import CheckChoice, RadioChoice
from wizard.ui.shell.window import Window


def _press(window: Window, key: Key, after: float) -> None:
    """As the system does, so many double clicks after the first press."""
    within = QGuiApplication.styleHints().mouseDoubleClickInterval()
    text = {Key.Key_Space: " ", Key.Key_Tab: "\t"}.get(key, "\r")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NONE, text)
        event.setTimestamp(round(100_000 + after * within))
        QApplication.sendEvent(window.windowHandle(), event)


def _boxes(hands: Hands) -> list[CheckChoice]:
    boxes = hands.page.findChildren(CheckChoice)
    return [one for one in boxes if "SLT" not in one.accessibleName()]


def test_what_begins_a_check_answers_nothing_in_it(window: Window, hands: Hands) -> None:
    """The second press answered the first question of the page that came."""
    hands.tab_to("Tiny")
    _press(window, Key.Key_Space, 0)
    hands.on_page("The post")
    until(lambda: window.bridge.has_session)
    hands.page.findChildren(RadioChoice)[0].setFocus()
    _press(window, Key.Key_Space, 0.5)
    _press(window, Key.Key_Space, 2.3)

    assert not window.bridge.session.answers["k-one"].is_given


@pytest.mark.parametrize("by", ["time", "tab"])
def test_who_presses_what_comes_later_or_by_tab_means_it(
    by: str, session: Session, window: Window, hands: Hands
) -> None:
    """Who goes fast from button to button by keys is kept from none."""
    first, second, *_more = _boxes(hands)
    first.setFocus()
    _press(window, Key.Key_Space, 0)
    if by == "tab":
        _press(window, Key.Key_Tab, 0.2)
    second.setFocus()
    _press(window, Key.Key_Space, 0.5 if by == "tab" else 2.5)

    assert len(session.answers["k-several"].value) == 2


def test_a_box_pressed_twice_is_turned_twice(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nothing moved the focus."""
    _boxes(hands)[0].setFocus()
    _press(window, Key.Key_Space, 0)
    _press(window, Key.Key_Space, 0.5)

    assert not session.answers["k-several"].is_given


def test_a_cleared_answer_stays_cleared(session: Session, window: Window, hands: Hands) -> None:
    """The second press picked the first answer in its place."""
    session.answer("k-one", "yes")
    window.go("k-first")
    press(hands, "Clear my answer")
    hands.tab_to("Yes, for good, Clear my answer")
    _press(window, Key.Key_Space, 0)
    assert not session.answers["k-one"].is_given
    _press(window, Key.Key_Space, 0.5)

    assert not session.answers["k-one"].is_given


def test_what_is_shown_again_is_as_it_was(session: Session, window: Window, hands: Hands) -> None:
    """The second press set the tick that had been taken back: SLT came to see the note."""
    session.note("k-one", "The parent rang,")
    hands.tab_to("Show this note to SLT")
    QTest.keyClick(window, Key.Key_F12)
    assert window.is_covered
    _press(window, Key.Key_Space, 0)
    _press(window, Key.Key_Space, 0.5)

    assert hands.name == "Show this note to SLT"
    assert not session.answers["k-one"].show_note


def test_return_in_the_lock_begins_nothing(window: Window, hands: Hands) -> None:
    """Pressed twice behind the passphrase, it began the check that has the focus on home."""
    lock_with(window, hands, WORDS)
    window.lock_wanted.emit()
    until(lambda: isinstance(window.centralWidget(), Unlocking))
    hands.write(WORDS)
    _press(window, Key.Key_Return, 0)
    until(lambda: not isinstance(window.centralWidget(), Unlocking))
    hands.on_page("Before You Post")
    hands.tab_to("Tiny")
    _press(window, Key.Key_Return, 0.5)
    for _step in range(3):
        came: list[object] = []
        window.bridge.when_done(window.bridge.desk.runs.list(), came.append)
        until(lambda came=came: bool(came))  # type: ignore[misc]

    assert hands.title == "Before You Post"
