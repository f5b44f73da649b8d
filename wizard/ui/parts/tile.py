"""A large button that says what it starts: title, what it is about, how long it takes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStylePainter, QWidget

from wizard.ui import numbers, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QEnterEvent, QKeyEvent, QPaintEvent


class Tile(QPushButton):
    """The whole tile can be pressed."""

    def __init__(self, title: str, about: str, remark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = (title, about, remark)
        self._measured: dict[int, list[QRect]] = {}
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{about} {remark}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as reads well; how high that is, the layout asks of each width."""
        return QSize(theme.look().text(18), theme.look().target)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        last = self._boxes(width)[-1]
        return last.y() + last.height() + theme.look().gap(1.25)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press it, as Space does."""
        if (
            event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
            and not event.modifiers()
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write on what the style sheet draws; it also says how a tile looks when it is used."""
        super().paintEvent(event)
        look = theme.look()
        boxes = self._boxes(self.width())
        # Tiles of a row are as high as the highest: their remarks stand at one height.
        low = self.height() - look.gap(1.25) - boxes[-1].height()
        boxes[-1] = boxes[-1].translated(0, max(0, low - boxes[-1].y()))
        role = QPalette.ColorRole
        roles = (role.Link, role.Text, role.PlaceholderText)
        # A painter that is told a colour makes Python build all names of Qt; a style is not.
        painter, palette = QStylePainter(self), QGuiApplication.palette()
        for text, font, tone, box in zip(self._texts, self._fonts, roles, boxes, strict=True):
            painter.setFont(font)
            painter.drawItemText(box, numbers.WRAPPED, palette, True, text, tone)
        size = look.text(1.125)
        painter.translate(self.width() - look.gap(1.25) - size, boxes[0].y() + size // 4)
        painter.scale(size / 24, size / 24)
        _draw_arrow(painter, palette.link())
        painter.end()

    @cached_property
    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        look = theme.look()
        title, about, remark = QFont(self.font()), QFont(self.font()), QFont(self.font())
        title.setPixelSize(look.text(1.1875))
        title.setWeight(QFont.Weight.DemiBold)
        remark.setPixelSize(look.text(0.875))
        return title, about, remark

    def _boxes(self, width: int) -> list[QRect]:
        """Return where the words stand at a width; the layout asks for the same few often."""
        if width not in self._measured:
            self._measured[width] = self._measure(width)
        return list(self._measured[width])

    def _measure(self, width: int) -> list[QRect]:
        look = theme.look()
        left, y = look.gap(1.25), look.gap(1.125)
        boxes = []
        for place, (text, font) in enumerate(zip(self._texts, self._fonts, strict=True)):
            aside = look.text(1.75) if place == 0 else 0
            room = max(1, width - 2 * left - aside)
            high = (
                QFontMetrics(font).boundingRect(0, 0, room, 10_000, numbers.WRAPPED, text).height()
            )
            if not text:
                # Nothing to say takes no room, not even that of a line.
                high = -look.gap(0.375)
            boxes.append(QRect(left, y, room, max(0, high)))
            y += high + look.gap(0.375)
        return boxes


def _draw_arrow(painter: QPainter, brush: QBrush) -> None:
    """Draw ``arrow-right.svg`` on its grid of 24: three strokes of 2 with round ends.

    Home is painted with it first, and what reads the drawing itself takes 3 ms to load.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(19, 12)
    for turn, long in ((180, 14.0), (135, 9.9), (225, 9.9)):
        stroke = QPainterPath()
        stroke.addRoundedRect(-1, -1, long + 2, 2, 1, 1)
        painter.rotate(turn)
        painter.fillPath(stroke, brush)
        painter.rotate(-turn)
