"""A yes that is for good is nobody's who pressed twice, fast or slow, to be asked."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, Key, until
from wizard.desk.desk import Desk
from wizard.session import Session
from wizard.ui.parts import for_good
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.presses import second_press
from wizard.ui.shell.window import Window

DOWN, UP = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease

TREMBLING = QPoint(6, 5)
"""Pixels between two presses of a hand that trembles, or of a finger."""


@pytest.fixture
def row(session: Session, window: Window, hands: Hands) -> RunRow:
    """What was begun, as it stands at home."""
    hands.press(Key.Key_2)
    window.go_home()
    until(lambda: bool(window.findChildren(RunRow)))
    return window.findChildren(RunRow)[0]


def _passed() -> None:
    """Let as long go by as a hand that presses again takes at most, and no longer."""
    seen = QElapsedTimer()
    seen.start()
    until(lambda: seen.elapsed() > 2 * QApplication.doubleClickInterval())


def _read_by_now(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in (for_good, second_press):
        monkeypatch.setattr(part, "A_READ", 0)
    _passed()


def _called(row: RunRow, text: str) -> PlainButton:
    buttons = row.findChildren(PlainButton)
    return next(one for one in buttons if one.text() == text and one.isVisible())


def test_a_double_click_deletes_nothing(row: RunRow, desk: Desk) -> None:
    """The page scrolled "Remove for good" under the mouse, between the two clicks on "Remove"."""
    QTest.mouseClick(_called(row, "Remove"), Qt.MouseButton.LeftButton)
    yes = _called(row, "Remove for good")
    QTest.mouseDClick(yes, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(yes, Qt.MouseButton.LeftButton)
    assert yes.isVisible()
    assert len(desk.runs.list().result()) == 1
    _passed()
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)

    until(lambda: desk.runs.list().result() == ())


def _mouse(window: Window, place: QPoint) -> None:
    # QTest's own has a clock that stands still between two presses.
    for kind in (DOWN, UP):
        _tell(window, kind, place, round(1000 * monotonic()))


def _finger(window: Window, place: QPoint) -> None:
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window.windowHandle(), finger).press(1, place).commit()
    QTest.touchEvent(window.windowHandle(), finger).release(1, place).commit()


def _tell(window: Window, kind: QEvent.Type, place: QPoint, moment: int) -> None:
    """Tell of the mouse as the system does, with its own time of it in milliseconds."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    held = left if kind is DOWN else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, place, window.mapToGlobal(place), left, held, none)
    event.setTimestamp(moment)
    QApplication.sendEvent(window.windowHandle(), event)


def _remove(row: RunRow, window: Window) -> QPoint:
    """Return where "Remove" is to be pressed, in a window that is too low for all of home."""
    window.resize(1180, 420)
    away = _called(row, "Remove")

    def is_there() -> bool:
        window.frame.stage.ensureWidgetVisible(away)
        return window.childAt(away.mapTo(window, away.rect().center())) is away

    until(is_there)
    return away.mapTo(window, away.rect().center())


def _under(row: RunRow, window: Window, place: QPoint) -> PlainButton:
    """Return what is for good, where the list has scrolled it under what was pressed."""
    yes = _called(row, "Remove for good")
    bar = window.frame.stage.verticalScrollBar()

    def is_there() -> bool:
        low = yes.mapTo(window, yes.rect().center()).y() - place.y()
        bar.setValue(bar.value() + low)
        return window.childAt(place) is yes

    until(is_there)
    return yes


@pytest.mark.parametrize("press", [_mouse, _finger])
def test_a_yes_under_a_hand_that_trembles_waits_until_it_is_read(
    press: Callable[[Window, QPoint], None],
    row: RunRow, window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Pressed twice, slower than a double click: nothing seemed to happen."""
    monkeypatch.setattr(for_good, "A_READ", 60_000)
    place = _remove(row, window)
    press(window, place)
    yes = _under(row, window, place)
    for _ in range(2):
        _passed()
        press(window, place + TREMBLING)
    assert yes.isVisible()
    assert len(desk.runs.list().result()) == 1
    _read_by_now(monkeypatch)
    press(window, place + TREMBLING)

    until(lambda: desk.runs.list().result() == ())


def test_a_finger_presses_at_the_very_same_place_what_it_had_time_to_read(
    row: RunRow, window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It never moves the mouse: where that lies tells nothing of it."""
    monkeypatch.setattr(for_good, "A_READ", 60_000)
    place = _remove(row, window)
    _finger(window, place)
    yes = _under(row, window, place)
    _passed()
    _finger(window, place)
    assert yes.isVisible()
    assert len(desk.runs.list().result()) == 1
    _read_by_now(monkeypatch)
    _finger(window, place)

    until(lambda: desk.runs.list().result() == ())


@pytest.mark.parametrize("press", [_mouse, _finger])
def test_whoever_goes_to_the_yes_need_not_wait(
    press: Callable[[Window, QPoint], None],
    row: RunRow, window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Who removes one after the other knows the question."""
    monkeypatch.setattr(for_good, "A_READ", 60_000)
    place = _remove(row, window)
    press(window, place)
    yes = _under(row, window, place)
    _passed()
    press(window, yes.mapTo(window, QPoint(8, yes.height() // 2)))

    until(lambda: desk.runs.list().result() == ())


def test_a_press_that_a_busy_window_hears_late_has_read_nothing(
    row: RunRow, window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waited for the window: by its own time it came right behind the first."""
    monkeypatch.setattr(for_good, "A_READ", 300)
    place = _remove(row, window)
    _tell(window, DOWN, place, 1_000)
    _tell(window, UP, place, 1_080)
    yes = _under(row, window, place)
    _passed()
    _tell(window, DOWN, place + TREMBLING, 1_280)
    _tell(window, UP, place + TREMBLING, 1_340)
    assert yes.isVisible()
    assert len(desk.runs.list().result()) == 1
    _passed()
    _tell(window, DOWN, place + TREMBLING, 4_800)
    _tell(window, UP, place + TREMBLING, 4_860)

    until(lambda: desk.runs.list().result() == ())


def test_a_mouse_that_did_not_move_deletes_nothing(row: RunRow, window: Window, desk: Desk) -> None:
    """However late: it counts from where the mouse let go of what it had pressed."""
    place = _remove(row, window)
    slid = place + QPoint(QApplication.startDragDistance() + 2, 0)
    _tell(window, DOWN, place, 1_000)
    _tell(window, UP, slid, 1_080)
    yes = _under(row, window, slid)
    for moment in (10_000, 20_000):
        _passed()
        _tell(window, DOWN, slid, moment)
        _tell(window, UP, slid, moment + 80)
    assert yes.isVisible()
    assert len(desk.runs.list().result()) == 1
    _passed()
    _tell(window, DOWN, place, 30_000)
    _tell(window, UP, place, 30_080)

    until(lambda: desk.runs.list().result() == ())
