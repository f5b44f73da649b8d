"""The list of sections with the state of each, as word, shape and count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.line_button import LineButton
from wizard.ui.reading_order import as_laid_out
from wizard.words import say

_MARKS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "review": (
        ((0.0, 0.3), (0.12, 0.42), (0.32, 0.16)), ((0.5, 0.3), (1.0, 0.3)),
        ((0.0, 0.8), (0.12, 0.92), (0.32, 0.66)), ((0.5, 0.8), (1.0, 0.8)),
    ),
    "outcome": (((0.2, 1.0), (0.2, 0.05), (0.9, 0.05), (0.72, 0.32), (0.9, 0.6), (0.2, 0.6)),),
}  # fmt: skip
"""A list ticked off, and a flag; an arrow would say that something opens there."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of the list.  ``state`` is done, part, none, review or outcome (no questions)."""

    place: str
    title: str
    state: str
    answered: int = 0
    asked: int = 0
    is_optional: bool = False

    @property
    def says(self) -> str:
        """The state in words, with its count."""
        if self.state in _MARKS:
            return ""
        words = say(f"ui.side.{self.state}", answered=self.answered, asked=self.asked)
        return say("ui.side.optional", state=words) if self.is_optional else words


class StopButton(LineButton):
    """One line: a drawn mark, the title, and the state in small type beneath.

    Not one of Qt's checkable buttons: those are check boxes to a screen reader.
    """

    def __init__(self, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop, self.is_here = stop, False
        self.show_stop(stop, False)

    def show_stop(self, stop: Stop, is_here: bool) -> None:
        """Show how the section stands now."""
        self._stop = stop
        self.is_here = is_here
        parts = [stop.title, stop.says, say("ui.side.here") if is_here else ""]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        wide = theme.look().text(12)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height that the title and the state need at a width."""
        title, state = self._boxes(width)
        least = theme.look().target
        return max(least, state.bottom() + theme.look().gap(0.5) if self._stop.says else
                   title.bottom() + theme.look().gap(0.5))  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        look, c = theme.look(), theme.look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.ring / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = look.gap(0.5)
        if self.is_here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.soft))
            painter.drawRoundedRect(frame, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), look.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, radius, radius)
        title, state = self._boxes(self.width())
        self._mark(painter, title)
        painter.setFont(self._large())
        painter.setPen(QColor(c.ink))
        painter.drawText(title, _WRAP, self._stop.title)
        painter.setFont(self._small())
        painter.setPen(QColor(c.quiet))
        painter.drawText(state, _WRAP, self._stop.says)
        painter.end()

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        look = theme.look()
        left, top = look.text(2.25), look.gap(0.5)
        room = max(1, width - left - look.gap(0.5))
        words = QFontMetrics(self._large()).boundingRect(0, 0, room, 9999, _WRAP, self._stop.title)
        title = QRect(left, top, room, words.height())
        state = QFontMetrics(self._small()).boundingRect(0, 0, room, 9999, _WRAP, self._stop.says)
        return title, QRect(left, title.bottom() + 1, room, state.height())

    def _large(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.is_here else QFont.Weight.Normal)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.look().text(0.8125))
        return font

    def _mark(self, painter: QPainter, title: QRect) -> None:
        look, c = theme.look(), theme.look().colours
        size = look.em * 0.95
        line = self.fontMetrics().height()
        box = QRectF(look.em * 0.65, title.y() + (line - size) / 2, size, size)
        state = self._stop.state
        tone = QColor(c.in_place if state == "done" else c.accent if state == "part" else c.edge)
        painter.setPen(QPen(tone, max(1.5, look.em / 10)))
        painter.setBrush(tone if state == "done" else Qt.BrushStyle.NoBrush)
        if state in _MARKS:
            for stroke in _MARKS[state]:
                painter.drawPolyline(_in(box, stroke))
            return
        painter.drawEllipse(box)
        if state == "part":
            painter.setBrush(tone)
            painter.drawPie(
                box.adjusted(size / 5, size / 5, -size / 5, -size / 5), 90 * 16, -180 * 16
            )
        if state == "done":
            painter.setPen(QPen(QColor(c.surface), max(1.5, look.em / 9)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(_in(box, ((0.26, 0.53), (0.43, 0.70), (0.75, 0.34))))


class SideList(QWidget):
    """All lines.  ``chosen`` gives the place somebody wants to go to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("ui.side.name"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.125))
        self._buttons: dict[str, StopButton] = {}

    def show_stops(self, stops: tuple[Stop, ...], here: str) -> None:
        """Show the sections as they stand; lines that stay keep the focus."""
        wanted = {stop.place for stop in stops}
        for place in [place for place in self._buttons if place not in wanted]:
            gone = self._buttons.pop(place)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        before: QWidget | None = None
        for row, stop in enumerate(stops):
            button = self._buttons.get(stop.place)
            if button is None:
                button = self._make(stop)
                self._rows.insertWidget(row, button)
                as_laid_out(self)
                button.show()
                if before is not None:
                    QWidget.setTabOrder(before, button)
            button.show_stop(stop, stop.place == here)
            before = button

    def focus_here(self) -> None:
        """Bring the focus to the line of the place in sight."""
        for button in self._buttons.values():
            if button.is_here:
                button.setFocus()

    def _make(self, stop: Stop) -> StopButton:
        button = StopButton(stop, self)
        button.setAccessibleIdentifier(f"side-{stop.place}")
        button.clicked.connect(lambda: self.chosen.emit(stop.place))
        self._buttons[stop.place] = button
        return button


def _in(box: QRectF, line: Iterable[tuple[float, float]]) -> list[QPointF]:
    """Return the points of a line, given in parts of 1, within a box."""
    return [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in line]
