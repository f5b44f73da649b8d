"""The presses after a first one, where that one moved something else under the mouse."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from wizard.ui.presses.first_heard import FirstHeard

A_READ = 2000
"""Milliseconds that what a press has told, or asked, has to stand there before the next one is an
answer to it: whoever presses twice, or holds the keys down, has read nothing."""

NEAR = 48
"""Pixels that a finger, or a trembling hand, is off where it presses again."""

_GOES_ON_READING = (QEvent.Type.Wheel, QEvent.Type.KeyPress)

_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)


class Pressed(NamedTuple):
    """Where on the screen a mouse or a finger pressed, or let go, and the system's time of it."""

    place: QPointF
    moment: int


class SecondPress(FirstHeard):
    """Keeps them from what came under the mouse: nobody who presses twice, or thrice, meant that.

    A part that goes, a page that comes or scrolls by the first press leaves something else
    where the mouse is: a list opened, an answer was given, or the next risk was removed too.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._first: QWidget | None = None
        self._at, self._began = QPointF(), 0
        self._last = (Qt.MouseButton.NoButton, QPointF(), 0)
        self._is_kept_off = False
        self.latest: Pressed | None = None
        """By mouse or finger: Qt tells of a finger as of a mouse, which lies elsewhere then."""
        self._within = QGuiApplication.styleHints().mouseDoubleClickInterval()
        # Its hold on what was pressed would outlive a page, or a lock.
        self._over = QTimer(self, singleShot=True, interval=A_READ)
        self._over.timeout.connect(self._forget)

    def keeps_off(self, event: QEvent) -> bool:
        """Keep a later press, and letting go of it, from what was not pressed first."""
        kind = event.type()
        if kind in _GOES_ON_READING or self._has_gone(event):
            # What lies there now is what they brought there.
            self._forget()
        if not isinstance(event, QMouseEvent):
            return False
        if kind in _PRESSED:
            self.latest = Pressed(event.globalPosition(), event.timestamp())
        if kind == QEvent.Type.MouseButtonPress:
            # Qt sends this here before a double click, too; the part itself hears of one alone.
            under = self._under(event.position())
            if not self._goes_on(event):
                self._first, self._at = under, event.position()
                self._began = event.timestamp()
            self._is_kept_off = under is not self._first
            self._over.start()
            return self._is_kept_off
        if kind == QEvent.Type.MouseButtonDblClick:
            return self._is_kept_off
        if kind == QEvent.Type.MouseButtonRelease:
            was_kept_off, self._is_kept_off = self._is_kept_off, False
            return was_kept_off
        return False

    def _goes_on(self, event: QMouseEvent) -> bool:
        """Say whether a press follows the one before as a double click's does.

        Where something else lies by now, as far off as a finger is, and later: a page comes a
        moment behind its press, and nobody has read it yet.  By the system's time: a busy window
        hears late of both.  Qt takes the third for a first.
        """
        button, place, moment = self._last
        self._last = event.button(), event.position(), event.timestamp()
        away = event.position() - place
        off, since = max(abs(away.x()), abs(away.y())), event.timestamp() - moment
        if event.button() is not button or self._first is None:
            return False
        if self._under(self._at) is self._first:
            far = QGuiApplication.styleHints().mouseDoubleClickDistance()
            return off <= far and since <= self._within
        # Whoever presses again and again is heard once there was time to read.
        return off <= NEAR and event.timestamp() - self._began <= A_READ

    def _has_gone(self, event: QEvent) -> bool:
        """Say whether the mouse went elsewhere since: who comes back means what is there."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseMove:
            return False
        away = event.position() - self._at
        return max(abs(away.x()), abs(away.y())) > NEAR

    def _under(self, place: QPointF) -> QWidget | None:
        return self.window.childAt(place.toPoint())

    def _forget(self) -> None:
        self._first = None


def last_pressed(part: QWidget) -> Pressed | None:
    """Return where the window of ``part`` was pressed last, if it was."""
    heard = part.window().findChild(SecondPress)
    return heard.latest if heard is not None else None
