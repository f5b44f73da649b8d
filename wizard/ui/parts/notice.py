"""A remark set apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wizard.ui import icons, theme
from wizard.ui.look import mixed
from wizard.ui.parts.card import draw_surface
from wizard.ui.parts.text import Body, Points, Strong


class Notice(QWidget):
    """A remark with an icon.  ``tone`` is ``info`` or ``warn``; it is told in words too."""

    def __init__(
        self,
        title: str,
        text: str | Sequence[str],
        tone: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        """Say one ``text``, or several as points."""
        super().__init__(parent)
        look = theme.look()
        warn = tone == "warn"
        self._tone = look.colours.to_do if warn else look.colours.accent
        self.words = Body(text, self) if isinstance(text, str) else Points(text, self)
        self.setAccessibleName(title or self.words.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(look.gap(1), look.gap(0.75), look.gap(1), look.gap(0.75))
        row.setSpacing(look.gap(0.75))
        size = look.text(1.25)
        mark = QLabel(self)
        mark.setTextFormat(Qt.TextFormat.PlainText)
        mark.setPixmap(icons.pixmap("triangle-alert" if warn else "info", self._tone, size, 2.0))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(look.gap(0.125))
        if title:
            self.column.addWidget(Strong(title, self))
        self.column.addWidget(self.words)
        row.addLayout(self.column, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted surface."""
        fill = mixed(self._tone, theme.look().colours.surface, 0.08)
        draw_surface(self, fill, mixed(self._tone, fill, 0.35))
