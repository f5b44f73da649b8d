"""Hides everything at once: a plain sheet over the whole window, and a plain title."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui.parts.buttons import PlainButton
from wizard.words import say


class Curtain(QWidget):
    """Covers menus and pages; its one button, or the same keys, take it away."""

    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        rows = QVBoxLayout(self)
        self.button = PlainButton(say("ui.curtain.open"), "", self)
        self.button.clicked.connect(self.opened)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def draw(self) -> None:
        """Cover the window."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.button.setFocus()
