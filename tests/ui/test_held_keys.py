"""A key that is held down: the window does once what it is for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import CTRL, NONE, Hands, Key
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.parts.question.entry_row import EntryRow
from wizard.ui.shell.window import Window


def _hold(hands: Hands, key: Key, keys: Qt.KeyboardModifier, times: int) -> None:
    for time in range(times):
        QTest.simulateEvent(hands.focus, True, key, keys, "", time > 0, 0)


def test_undo_held_down_takes_back_one_act(session: Session, window: Window, hands: Hands) -> None:
    """Held in a note, it took the note's words and then ten answers, and nothing brings them back.

    The field takes back its own words by one press, so the very next one is the window's.
    """
    session.answer("k-one", "yes")
    session.note("k-one", "I asked the office.")
    session.answer("k-line", "Our blog")
    window.go("k-second")
    hands.tab_to("What is it called?")
    hands.write("!")
    _hold(hands, Key.Key_Z, CTRL, 5)

    assert session.answers["k-line"].value == "Our blog"
    assert session.answers["k-one"].note == "I asked the office."


@pytest.mark.parametrize("times", [2, 3])
def test_what_hides_everything_held_down_hides_it(
    session: Session, window: Window, hands: Hands, times: int
) -> None:
    """Held a moment too long as somebody came in, it showed everything again."""
    _hold(hands, Key.Key_F12, NONE, times)
    assert window.is_covered


@pytest.fixture(params=["marked", "let go in the same moment", "heard by a screen reader first"])
def how(request: pytest.FixtureRequest) -> str:
    """How repeats come: over X11 a busy computer does not mark all, nor a reader tell the time."""
    return str(request.param)


def _press_and_hold(window: Window, key: Key, text: str, how: str) -> None:
    """As the system does: it knows the window, and that knows what has the focus."""
    is_marked, is_timed = how == "marked", "moment" in how
    kinds = [QEvent.Type.KeyPress] if is_marked else [QEvent.Type.KeyRelease, QEvent.Type.KeyPress]
    for time in range(4):
        for kind in kinds if time else kinds[-1:]:
            event = QKeyEvent(kind, key, NONE, text, is_marked and time > 0)
            event.setTimestamp(1000 + 40 * time if is_timed else 0)
            QApplication.sendEvent(window.windowHandle(), event)


def test_what_is_let_go_in_the_same_moment_is_held(session: Session, window: Window) -> None:
    """On a busy computer a held F12 hid and showed all in turn, a held Ctrl+Z undid all."""
    handle = window.windowHandle()
    session.answer("k-one", "yes")
    session.answer("k-more", "no")
    for key, keys in ((Key.Key_Z, CTRL), (Key.Key_F12, NONE)):
        QTest.keyPress(handle, key, keys)
        for _ in range(5):
            QTest.keyRelease(handle, key, keys)
            QTest.keyPress(handle, key, keys)

    assert session.answers["k-one"].value == "yes"
    assert window.is_covered


def test_a_number_held_down_answers_no_line_but_its_own(
    session: Session, window: Window, hands: Hands, how: str
) -> None:
    """With eyes on the paper, a finger that lay too long answered the next lines over, too."""
    session.answer("k-more", "yes")
    window.more.papers.show_entry()
    rows = hands.page.findChildren(EntryRow)
    rows[0].focus()
    _press_and_hold(window, Key.Key_1, "1", how)

    assert session.answers["k-one"].value == "no"
    assert not session.answers["k-follow"].is_given
    assert hands.focus is rows[1].focus()


def test_return_held_down_presses_or_breaks_nothing_that_comes_after(
    session: Session, window: Window, hands: Hands, how: str
) -> None:
    """Held on "Remove", it put empty lines into the words of the next risk."""
    risks = (RiskRow(hazard="Rain"), RiskRow(hazard="Fog"))
    session.answer("k-risks", risks)
    window.go("k-second")
    hands.tab_to("Remove risk 1")
    _press_and_hold(window, Key.Key_Return, "\r", how)
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == risks[1:]


def test_a_letter_held_down_is_written_as_often_as_ever(
    session: Session, window: Window, hands: Hands, how: str
) -> None:
    """A row of dots, say: the field it was begun in has it all."""
    window.go("k-second")
    hands.tab_to("What is it called?")
    _press_and_hold(window, Key.Key_Period, ".", how)

    assert hands.focus.property("text") == "...."
