"""A piece of the printed page on screen, drawn with the measures of the paper.

The letters are the paper's own face and everything is reckoned in points, so lines break
where they break in print.  To a screen reader it is a picture, and its name says all that
stands in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wizard.desk.paper.look import PaperLook, Type, paper_look
from wizard.ui import theme

FINE = 16
"""Font sizes are whole pixels: letters are set this much larger and drawn smaller."""


@dataclass
class PaperPen:
    """Draws in points, or only measures where it has no painter."""

    look: PaperLook
    painter: QPainter | None = None

    def wide(self, text: str, kind: Type) -> float:
        """Return the width of a text on one line."""
        layout = self._laid(text, kind, 10_000.0)
        return layout.lineAt(0).naturalTextWidth() / FINE if layout.lineCount() else 0.0

    def text(self, x: float, y: float, width: float, text: str, kind: Type) -> float:
        """Draw a text broken to a width, its top at ``y``; return its height."""
        layout = self._laid(text, kind, width)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if self.painter is None:
                continue
            spare = kind.leading * FINE - (line.ascent() + line.descent())
            top = (y + number * kind.leading) * FINE + spare / 2
            self.painter.save()
            self.painter.scale(1 / FINE, 1 / FINE)
            self.painter.setPen(QColor(kind.colour))
            line.draw(self.painter, QPointF(x * FINE, top - line.y()))
            self.painter.restore()
        return max(1, layout.lineCount()) * kind.leading

    def rule(self, x: float, y: float, width: float, colour: str) -> None:
        """Draw a thin line."""
        if self.painter is not None:
            self.painter.setPen(QPen(QColor(colour), self.look.hair))
            self.painter.drawLine(QPointF(x, y), QPointF(x + width, y))

    def box(self, x: float, y: float, size: float) -> None:
        """Draw a box to tick."""
        if self.painter is not None:
            self.painter.setPen(QPen(QColor(self.look.frame), self.look.hair * 1.5))
            self.painter.drawRect(QRectF(x, y, size, size))

    def image(self, image: QImage, x: float, y: float, wide: float, high: float) -> None:
        """Draw a picture."""
        if self.painter is not None:
            self.painter.drawImage(QRectF(x, y, wide, high), image)

    def _laid(self, text: str, kind: Type, width: float) -> QTextLayout:
        font = QFont(theme.FAMILY)
        font.setPixelSize(round(kind.size * FINE))
        bold = kind.weight != "Regular"
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * FINE)
        layout.endLayout()
        return layout


Drawing = Callable[[PaperPen], float]
"""Draws from the top of the paper down and returns where it ends, in points."""


class PaperPicture(QLabel):
    """Shows what ``show_drawing`` was given last, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A label with a picture is a picture to a screen reader; this one draws itself.
        self.setPixmap(QPixmap(1, 1))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look = paper_look()
        self._drawing: Drawing | None = None
        self._end = 0.0

    def show_drawing(self, drawing: Drawing, says: str) -> None:
        """Show a drawing; ``says`` is all that stands in it, in words."""
        self._drawing = drawing
        self._end = drawing(PaperPen(self._look)) + self._look.first_top / 2
        self.setAccessibleName(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as text runs at most."""
        wide = theme.look().column
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as the window is."""
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """The paper keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the piece shown, at a width."""
        return round(self._end * width / self._look.page_width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw white paper in any theme, as it comes out of the printer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(theme.look().colours.edge), 1))
        painter.setBrush(QColor(self._look.white))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self._drawing is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            scale = self.width() / self._look.page_width
            painter.scale(scale, scale)
            self._drawing(PaperPen(self._look, painter))
        painter.end()
