"""What the window shows in its first moment, before the journeys are read.

Home's own heading in home's own place: nothing moves when home comes in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.text import Lead, Title
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

BAR = 12
"""The width of the scroll bar that home has at its side, in pixels."""


FRAME = 16
"""Milliseconds that a picture needs to reach the screen."""


class Greeting(QWidget):
    """A heading and a line; after a start that failed, the line says why.

    ``seen`` tells once that the picture is on the screen.
    """

    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_seen = False
        look = theme.look()
        across = QHBoxLayout(self)
        across.setContentsMargins(look.gap(2), 0, look.gap(1.5) + BAR, 0)
        column = QWidget(self)
        column.setMaximumWidth(look.column)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, look.gap(2), 0, look.gap(3))
        rows.setSpacing(look.gap(1))
        rows.addWidget(Title(say("ui.home.title"), column))
        self.line = Lead(say("ui.home.lead"), column)
        rows.addWidget(self.line)
        rows.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, the first time, that there is something to see."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(FRAME, self, self.seen.emit)
