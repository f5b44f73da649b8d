"""A part of home: a heading, and rows beneath it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.text import SectionTitle


class HomePart(QWidget):
    """Hidden until there is something in it, unless ``is_shown``."""

    def __init__(self, heading: str, parent: QWidget, *, is_shown: bool = False) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, theme.look().gap(0.75), 0, 0)
        self.rows.setSpacing(theme.look().gap(0.75))
        self.rows.addWidget(SectionTitle(heading, self))
        if not is_shown:
            self.hide()
