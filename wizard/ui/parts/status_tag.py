"""A status as word, shape and tone together."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wizard.model.status import Status
from wizard.ui import theme
from wizard.ui.look import mixed
from wizard.words import say


class StatusTag(QLabel):
    """A small tag: ``■ To do``, or with a count ``■ To do 3``."""

    def __init__(
        self, status: Status, count: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._status = status
        word = say(f"paper.status.{status.value}")
        text = word if count is None else say("ui.status.count", status=word, count=count)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _type(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.look().text(0.875))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """As wide as shape and word."""
        look = theme.look()
        words = QFontMetrics(self._type()).horizontalAdvance(self.text())
        return QSize(words + look.text(2.5), look.text(1.625))

    def minimumSizeHint(self) -> QSize:
        """A tag is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted tag, its shape and its word."""
        look = theme.look()
        tone = look.tone(self._status)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(tone, look.colours.surface, 0.1)))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        _draw_shape(painter, self._status, QRectF(look.em * 0.55, 0, look.em * 0.9, self.height()))
        painter.setFont(self._type())
        painter.setPen(QColor(tone))
        words = QRect(look.text(1.75), 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


def _draw_shape(painter: QPainter, status: Status, where: QRectF) -> None:
    """Draw the mark of a status in the middle of ``where``, in its tone."""
    font = QFont(painter.font())
    font.setPixelSize(theme.look().text(0.9375))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(theme.look().tone(status)))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), status.shape)
