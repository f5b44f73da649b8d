"""A card: what belongs together, on a surface of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Card(QWidget):
    """A rounded surface with a thin line around it; a named group to a screen reader."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        look = theme.look()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(look.gap(1.5), look.gap(1.25), look.gap(1.5), look.gap(1.25))
        self.rows.setSpacing(look.gap(0.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface."""
        draw_surface(self, theme.look().colours.surface, theme.look().colours.line)


def draw_panel(widget: QWidget) -> None:
    """Draw what is set apart on a card; where it has the card's own colour, a line around it."""
    c = theme.look().colours
    draw_surface(widget, c.ground, c.line if c.ground == c.surface else "")


def draw_surface(widget: QWidget, fill: str, line: str) -> None:
    """Draw a rounded surface under a widget; an empty ``line`` draws none."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1) if line else QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    radius = theme.look().gap(0.75)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.end()
