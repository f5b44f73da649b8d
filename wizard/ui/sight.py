"""Keeps in sight what has the focus, what was opened, and the place where somebody writes.

Qt scrolls to what Tab comes to only while the focus stays within the page.  It does not
scroll to what opens beneath a button, nor after the words of a field that grows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from wizard.ui import theme
from wizard.ui.soon import soon

LINES = 4
"""The least of what was opened that is worth seeing, in ems."""


class Sight(QObject):
    """Follows the focus in one scroll area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._field: QPlainTextEdit | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        # The page grows with the field, a moment after it.
        area.verticalScrollBar().rangeChanged.connect(self._follow_words)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None:
            self._field.cursorPositionChanged.disconnect(self._follow_words)
            self._field = None
        if new is None or not self._area.isAncestorOf(new):
            return
        if isinstance(new, QPlainTextEdit):
            self._field = new
            new.destroyed.connect(self._forget)
            new.cursorPositionChanged.connect(self._follow_words)
        # Whoever comes back to the window finds the page where it was.
        if old is None:
            return
        # Under the mouse nothing moves away: the press would be let go somewhere else.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring(new)

    def _forget(self) -> None:
        self._field = None

    def _follow_words(self) -> None:
        if self._field is not None:
            soon(_caret_in_sight, self._field, self._area)


def has_focus(part: QWidget) -> bool:
    """Return whether something within ``part`` has the focus."""
    # Asked of the window: while it is not the active one, nothing has the real focus.
    focused: QWidget | None = part.window().focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def bring(first: QWidget, last: QWidget | None = None) -> None:
    """Scroll the page until all from ``first`` to ``last`` is in sight, and no further.

    Without ``last`` that is the one part.  Where there is no room for all of it, as much of
    ``last`` as there is room for.
    """
    area, end = _area_around(first), last or first
    if area is not None:
        soon(_both_in_sight, end, area, first)


def _caret_in_sight(field: QPlainTextEdit, area: QScrollArea) -> None:
    _bring(area, _caret(area, field))


def _both_in_sight(end: QWidget, area: QScrollArea, first: QWidget) -> None:
    # What scrolls with the page in a low window stands around it once there is room.
    if area.isAncestorOf(first):
        _lay_out(area, end)
        _bring(area, _both(area, first, end))


def _lay_out(area: QScrollArea, part: QWidget) -> None:
    """Give a part the room it asked for: Qt tells of it one step further up each round."""
    around: QWidget | None = part
    while around is not None and around is not area:
        QApplication.sendPostedEvents(around, QEvent.Type.LayoutRequest)
        around = around.parentWidget()


def _both(area: QScrollArea, first: QWidget, last: QWidget) -> QRect:
    above, place = _place(area, first), _place(area, last)
    lines = place.top() - above.top() + theme.look().text(LINES)
    return above.united(place) if lines <= area.viewport().height() else place


def _bring(area: QScrollArea, place: QRect) -> None:
    bar, high, room = area.verticalScrollBar(), area.viewport().height(), theme.look().gap(0.5)
    top, bottom, seen = place.top() - room, place.bottom() + room, bar.value()
    if bottom - top > high:
        fills = top <= seen and bottom >= seen + high
        bar.setValue(seen if fills else max(0, top))
    elif top < seen:
        # Where it can be seen from the top of the page, so can what stands above it.
        bar.setValue(0 if bottom <= high else max(0, top))
    elif bottom > seen + high:
        bar.setValue(bottom - high)


def _area_around(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _place(area: QScrollArea, part: QWidget) -> QRect:
    return QRect(_on(area, part, QPoint(0, 0)), part.size())


def _caret(area: QScrollArea, field: QPlainTextEdit) -> QRect:
    place = field.cursorRect()
    return QRect(_on(area, field.viewport(), place.topLeft()), place.size())


def _on(area: QScrollArea, part: QWidget, point: QPoint) -> QPoint:
    ground = area.widget()
    return part.mapTo(ground, point) if ground is not None else point
