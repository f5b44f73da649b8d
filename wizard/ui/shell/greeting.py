"""What the window shows where home can not stand yet: locked, moved into another language.

Home's own heading in home's own place: nothing moves when home comes in.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.text import PageHead
from wizard.ui.shell.below import BAR
from wizard.words import say


class Greeting(QWidget):
    """A heading and a line; after a start that failed, the line says why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.look()
        across = QHBoxLayout(self)
        # Home has a scroll bar at its side.
        across.setContentsMargins(look.gap(2), 0, look.gap(1.5) + BAR, 0)
        column = QWidget(self)
        column.setMaximumWidth(look.column)
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, look.gap(2), 0, look.gap(3))
        rows.setSpacing(look.gap(1))
        head = PageHead(say("ui.home.title"), say("ui.home.lead"), column)
        self.line = head.lead
        rows.addLayout(head)
        rows.addStretch(1)
