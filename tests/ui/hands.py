"""What a person does at the window: keys, words, waiting until something shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from wizard.ui.shell.window import Window

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

PATIENCE = 20_000
"""Milliseconds after which what did not come will not come."""


def until(holds: Callable[[], bool]) -> None:
    """Let Qt go round until something holds; fail if it never does."""
    loop = QEventLoop()
    looked = QTimer(interval=2)
    limit = QTimer(singleShot=True, interval=PATIENCE)

    def look() -> None:
        try:
            held = holds()
        except Exception:  # noqa: BLE001 - asked again below, where whoever waits hears it
            held = True
        if held:
            loop.quit()

    looked.timeout.connect(look)
    limit.timeout.connect(loop.quit)
    if holds():
        return
    looked.start()
    limit.start()
    try:
        loop.exec()
    finally:
        # A failure keeps this frame alive: the timer would go on asking a window that is gone.
        looked.stop()
        limit.stop()
    assert holds(), "what was waited for never came"


class Hands:
    """A keyboard, and eyes on what has the focus."""

    def __init__(self, window: Window) -> None:
        self.window = window
        window.activateWindow()
        until(window.isActiveWindow)

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def name(self) -> str:
        """What a screen reader calls what has the focus."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus, key, keys)

    def write(self, text: str) -> None:
        """Type words where the focus is."""
        for letter in text:
            # QTest's own knows no letters beyond Latin-1.
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(self.focus, event)

    def tab_to(self, name: str) -> None:
        """Press Tab until something of this name has the focus; once round at most."""
        for _ in range(300):
            if self.name.split(", question")[0] == name or self.name == name:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}")

    def on_page(self, title: str) -> None:
        """Wait until the page of this heading is in sight."""
        try:
            until(lambda: self.title == title)
        except AssertionError:
            said = self.window.frame.sentence
            raise AssertionError(f"{title!r} never came, {self.title!r} says {said!r}") from None

    @property
    def page(self) -> QWidget:
        """The page in sight."""
        page = self.window.frame.stage.page
        assert page is not None
        return page

    @property
    def title(self) -> str:
        """The heading of the page in sight."""
        page = self.window.frame.stage.page
        return page.heading.accessibleName() if page is not None else ""


def words(part: QWidget) -> str:
    """Return all that can be read on the window, or on a part of it."""
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def press(hands: Hands, name: str) -> None:
    """Go to a button by Tab and press it."""
    hands.tab_to(name)
    hands.press(Key.Key_Space)


def remove(hands: Hands, name: str) -> None:
    """Go to a button that asks once more, press it, and say yes."""
    press(hands, name)
    press(hands, f"Yes, for good, {name}")


def pick(hands: Hands, first: str, down: int) -> None:
    """Go to the answers that begin with ``first`` by Tab, so many down by arrow, and pick."""
    hands.tab_to(first)
    for _ in range(down):
        hands.press(Key.Key_Down)
    hands.press(Key.Key_Space)
