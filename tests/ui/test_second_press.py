"""The mouse, or a finger, pressed twice: the second press does nothing that was not meant.

Of what is for good the same is in test_for_good, of keys in test_second_key.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import Hands, until
from wizard.session import Session
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.parts.writing.fields import TextField
from wizard.ui.shell.window import Window


def _at_remove(window: Window) -> QPoint:
    """Bring what removes the first of four empty risks under the mouse; give where it stands."""
    window.go("k-second")
    buttons = window.frame.stage.findChildren(PlainButton)
    for _time in range(4):
        next(one for one in buttons if one.text() == "Add a risk").click()
    links = window.frame.stage.findChildren(PlainButton)
    away = next(one for one in links if one.text() == "Remove risk 1")
    away.setFocus()
    until(lambda: _is_under_the_mouse(away))
    return away.mapTo(window, away.rect().center())


def _risks(window: Window) -> int:
    links = window.frame.stage.findChildren(LinkButton)
    return sum(one.isVisible() and one.text().startswith("Remove risk") for one in links)


def test_a_double_click_on_remove_removes_one_risk(session: Session, window: Window) -> None:
    """The second press fell on what had come under the mouse: another risk went, a list opened."""
    there = _at_remove(window)
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=there)

    assert _risks(window) == 3


def test_a_third_press_goes_to_nothing_else(session: Session, window: Window) -> None:
    """Qt takes the third press of three for a first one: another risk went by it."""
    there = _at_remove(window)
    within = QGuiApplication.styleHints().mouseDoubleClickInterval()
    _press(window, there, within)
    _press(window, there, 2 * within - 50, QEvent.Type.MouseButtonDblClick)
    _press(window, there, 3 * within - 100)
    assert _risks(window) == 3

    until(lambda: window.childAt(there) in window.frame.stage.findChildren(PlainButton))
    _press(window, there, 9 * within)
    assert _risks(window) == 2


@pytest.mark.parametrize(("late", "off"), [(0.5, 8), (1.5, 40), (4.5, 8)])
def test_a_hand_that_trembles_or_waits_presses_nothing_that_came(
    late: float, off: int, session: Session, window: Window
) -> None:
    """A finger's two taps are never at one place: the second answered on the page that came."""
    there = _at_remove(window)
    within = QGuiApplication.styleHints().mouseDoubleClickInterval()
    _press(window, there, within)
    _press(window, there + QPoint(off, 1), within + round(late * within))

    assert _risks(window) == 3


@pytest.mark.parametrize("way", ["wheel", "key", "away"])
def test_who_goes_on_between_two_presses_means_the_second(
    way: str, session: Session, window: Window
) -> None:
    """Who reads by the wheel answers where the mouse is: each answer but the first was lost."""
    there = _at_remove(window)
    within = QGuiApplication.styleHints().mouseDoubleClickInterval()
    _press(window, there, within)
    handle = window.windowHandle()
    if way == "wheel":
        QTest.wheelEvent(handle, there.toPointF(), QPoint(0, -1))
    elif way == "key":
        QTest.keyClick(handle, Qt.Key.Key_Down)
    else:
        QTest.mouseMove(handle, there - QPoint(200, 0))
        QTest.mouseMove(handle, there)
    bar = window.frame.stage.verticalScrollBar()
    links = window.frame.stage.findChildren(LinkButton)

    def is_there() -> bool:
        (away,) = (one for one in links if one.isVisible() and one.text() == "Remove risk 1")
        bar.setValue(bar.value() + away.mapTo(window, away.rect().center()).y() - there.y())
        return window.childAt(there) is away

    until(is_there)
    _press(window, there, within + 50)

    assert _risks(window) == 2


def test_who_presses_beside_what_stays_means_that(session: Session, window: Window) -> None:
    """As fast as anybody ticks one box below the other."""
    boxes = window.frame.stage.findChildren(CheckChoice)[:2]
    boxes[0].setFocus()
    until(lambda: all(_is_under_the_mouse(one) for one in boxes))
    for number, box in enumerate(boxes, 1):
        _press(window, box.mapTo(window, box.rect().center()), 100 * number)

    assert all(one.isChecked() for one in boxes)


def _press(
    window: Window, there: QPoint, moment: int, kind: QEvent.Type = QEvent.Type.MouseButtonPress
) -> None:
    """Press and let go as the system tells of it, with its own time of it in milliseconds."""
    kinds = [QEvent.Type.MouseButtonPress, kind, QEvent.Type.MouseButtonRelease]
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for one in dict.fromkeys(kinds):
        held = left if one is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        event = QMouseEvent(one, there, window.mapToGlobal(there), left, held, none)
        event.setTimestamp(moment)
        QApplication.sendEvent(window.windowHandle(), event)


def test_a_double_click_marks_a_word(session: Session, window: Window, hands: Hands) -> None:
    """What keeps a second press from what came under the mouse lets it be where nothing did."""
    window.go("k-second")
    hands.tab_to("What does it say?")
    hands.write("Hello there")
    field = hands.focus
    assert isinstance(field, TextField)
    until(lambda: _is_under_the_mouse(field.viewport()))
    there = field.viewport().mapTo(window, field.cursorRect().center() - QPoint(12, 0))
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=there)

    assert field.textCursor().selectedText() == "there"


def _is_under_the_mouse(part: QWidget) -> bool:
    return part.window().childAt(part.mapTo(part.window(), part.rect().center())) is part
