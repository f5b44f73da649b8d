"""A key that is held down: the window does once what it is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import CTRL, NONE, Hands, Key, press
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.parts.question.entry_row import EntryRow
from wizard.ui.presses import repeats
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


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time it is, in seconds, to be set."""
    now = [100.0]
    monkeypatch.setattr(repeats, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def hold(window: Window, how: str, clock: list[float]) -> Callable[[Key, str], None]:
    """As the system does: it knows the window, and that knows what has the focus."""

    def press_and_hold(key: Key, text: str) -> None:
        is_marked = how == "marked"
        for time in range(4):
            # It waits half a second before it repeats.
            clock[0] += 0.46 * (time == 1) + 0.04
            if time and not is_marked:
                _send(window, QEvent.Type.KeyRelease, key, text, clock[0] * ("moment" in how))
            said = clock[0] * ("moment" in how)
            _send(window, QEvent.Type.KeyPress, key, text, said, is_repeat=is_marked and time > 0)

    return press_and_hold


def _send(
    window: Window, kind: QEvent.Type, key: Key, text: str, at: float, *, is_repeat: bool = False
) -> None:
    event = QKeyEvent(kind, key, NONE, text, is_repeat)
    event.setTimestamp(round(at * 1000))
    QApplication.sendEvent(window.windowHandle(), event)


TYPED_UP = (Key.Key_Return, "\r")
"""What goes to the next line."""


@pytest.mark.parametrize("is_marked", [False, True])
def test_a_number_pressed_again_and_again_answers_line_after_line(
    session: Session, window: Window, hands: Hands, clock: list[float],
    monkeypatch: pytest.MonkeyPatch, is_marked: bool,
) -> None:  # fmt: skip
    """A quick hand, or a window that was busy, and what followed stood a line too high.

    Where a screen reader hears the keys first, and on Windows, the time is when we hear of them:
    let go and pressed again lie as close together as what waited for us does.
    """
    monkeypatch.setattr(repeats, "ARE_MARKED", is_marked)
    session.answer("k-more", "yes")
    window.more.papers.show_entry()
    rows = hands.page.findChildren(EntryRow)
    rows[0].focus()
    for key, text in (TYPED_UP, TYPED_UP):
        _send(window, QEvent.Type.KeyPress, Key.Key_1, "1", clock[0] * is_marked)
        clock[0] += 0.004
        _send(window, QEvent.Type.KeyPress, key, text, clock[0] * is_marked)
        clock[0] += 0.08
        _send(window, QEvent.Type.KeyRelease, key, text, clock[0] * is_marked)

    assert session.answers["k-one"].value == "no"
    assert session.answers["k-follow"].is_given


def test_numbers_that_come_all_at_once_answer_line_after_line(
    session: Session, window: Window, hands: Hands, clock: list[float]
) -> None:
    """From a remote desktop that hung for a moment, or by voice: the second was taken for held."""
    session.answer("k-more", "yes")
    window.more.papers.show_entry()
    rows = hands.page.findChildren(EntryRow)
    rows[0].focus()
    for key, text in [(Key.Key_1, "1"), TYPED_UP] * 2:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            _send(window, kind, key, text, clock[0])

    assert session.answers["k-one"].value == "no"
    assert session.answers["k-follow"].is_given


def test_what_is_let_go_in_the_same_moment_is_held(
    session: Session, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy computer a held F12 hid and showed all in turn, a held Ctrl+Z undid all."""
    # Of QTest's keys Qt tells when it hears of them, which may take its time here.
    monkeypatch.setattr(repeats, "A_MOMENT", 60)
    monkeypatch.setattr(repeats, "A_HOLD", 0)
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


def test_return_held_down_on_a_line_goes_to_the_next_one_alone(
    session: Session, window: Window, hands: Hands, hold: Callable[[Key, str], None]
) -> None:
    """With eyes on the paper, a finger that lay too long was some lines further."""
    session.answer("k-more", "yes")
    window.more.papers.show_entry()
    rows = hands.page.findChildren(EntryRow)
    rows[0].focus()
    _send(window, QEvent.Type.KeyPress, Key.Key_1, "1", 0)
    hold(*TYPED_UP)

    assert session.answers["k-one"].value == "no"
    assert rows[1].isAncestorOf(hands.focus)


def test_return_held_down_presses_or_breaks_nothing_that_comes_after(
    session: Session, window: Window, hands: Hands, hold: Callable[[Key, str], None]
) -> None:
    """Held on what removes one, it put empty lines into the words of the next risk."""
    risks = (RiskRow(hazard="Rain"), RiskRow(hazard="Fog"))
    session.answer("k-risks", risks)
    window.go("k-second")
    press(hands, "Remove risk 1")
    hands.tab_to("Yes, for good, Remove risk 1")
    hold(Key.Key_Return, "\r")
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == risks[1:]


def test_a_letter_held_down_is_written_as_often_as_ever(
    session: Session, window: Window, hands: Hands, hold: Callable[[Key, str], None]
) -> None:
    """A row of dots, say: the field it was begun in has it all."""
    window.go("k-second")
    hands.tab_to("What is it called?")
    hold(Key.Key_Period, ".")

    assert hands.focus.property("text") == "...."
