"""A yes that is for good is nobody's who pressed twice, fast or slow, to be asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, Key, until
from wizard.desk.desk import Desk
from wizard.session import Session
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.shell.window import Window


@pytest.fixture
def row(session: Session, window: Window, hands: Hands) -> RunRow:
    """What was begun, as it stands at home."""
    hands.press(Key.Key_2)
    window.go_home()
    until(lambda: bool(window.findChildren(RunRow)))
    return window.findChildren(RunRow)[0]


def _passed() -> None:
    """Let as long go by as two presses of a double click are apart, and no longer."""
    seen = QElapsedTimer()
    seen.start()
    until(lambda: seen.elapsed() > QApplication.doubleClickInterval())


def _called(row: RunRow, text: str) -> PlainButton:
    buttons = row.findChildren(PlainButton)
    return next(one for one in buttons if one.text() == text and one.isVisible())


def test_a_double_click_deletes_nothing(row: RunRow, desk: Desk) -> None:
    """The page scrolled "Remove for good" under the mouse, between the two clicks on "Remove"."""
    QTest.mouseClick(_called(row, "Remove"), Qt.MouseButton.LeftButton)
    for_good = _called(row, "Remove for good")
    QTest.mouseDClick(for_good, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(for_good, Qt.MouseButton.LeftButton)
    assert for_good.isVisible()
    assert len(desk.runs.list().result()) == 1
    _passed()
    QTest.mouseClick(for_good, Qt.MouseButton.LeftButton)

    until(lambda: desk.runs.list().result() == ())


def test_a_mouse_that_did_not_move_deletes_nothing(row: RunRow, desk: Desk) -> None:
    """A slow hand pressed "Remove" twice: the list had scrolled, and what is for good was there."""

    def ask() -> PlainButton:
        QTest.mouseClick(_called(row, "Remove"), Qt.MouseButton.LeftButton)
        _passed()
        return _called(row, "Remove for good")

    for_good = ask()
    middle = for_good.rect().center()
    QCursor.setPos(for_good.mapToGlobal(middle))
    QTest.mouseClick(_called(row, "Keep it"), Qt.MouseButton.LeftButton)
    for_good = ask()
    assert for_good.mapToGlobal(middle) == QCursor.pos()
    for _ in range(2):
        _passed()
        assert for_good.mapToGlobal(middle) == QCursor.pos()
        QTest.mouseClick(for_good, Qt.MouseButton.LeftButton, pos=middle)
    assert for_good.isVisible()
    assert len(desk.runs.list().result()) == 1
    _passed()
    beside = middle - QPoint(QApplication.startDragDistance() + 1, 0)
    QTest.mouseClick(for_good, Qt.MouseButton.LeftButton, pos=beside)

    until(lambda: desk.runs.list().result() == ())
