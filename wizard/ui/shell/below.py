"""What stands below the stage: a bar whose column lies under the column of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.ui import theme

BAR = 12
"""The width of a scroll bar in ``window.qss``, in pixels."""


class Below(QWidget):
    """Its parts go into ``column``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = theme.look()
        across = QHBoxLayout(self)
        across.setContentsMargins(look.gap(2), look.gap(0.75), look.gap(1.5), look.gap(0.75))
        self.column = QWidget(self)
        self.column.setMaximumWidth(look.column)
        across.addStretch(1)
        across.addWidget(self.column, 1000)
        across.addStretch(1)
        # The stage above has its scroll bar beside the column.
        across.addSpacing(BAR)
