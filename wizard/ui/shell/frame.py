"""How the window is laid out: side list, the stage, message and footer.

Where there is little room beside large letters, the side list folds into a bar.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.shell.footer import Footer
from wizard.ui.shell.message import Message
from wizard.ui.shell.side import Side
from wizard.ui.shell.stage import Stage
from wizard.words import say

SIDE, LEAST = 17, 52
"""Width of the side list, and the least width of a window that has it, in ems."""


class Frame(QWidget):
    """Made anew when text size or colours change; everything else stays where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.look()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.side = Side(self)
        across.addWidget(self.side)
        self._right = QWidget(self)
        down = QVBoxLayout(self._right)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self._bar = QWidget(self._right)
        self._bar.setObjectName("bar")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QHBoxLayout(self._bar)
        inside.setContentsMargins(look.gap(1), look.gap(0.375), look.gap(1), look.gap(0.375))
        sections = LinkButton(say("ui.side.name"), "list", self._bar)
        sections.clicked.connect(self._unfold)
        inside.addWidget(sections)
        inside.addStretch(1)
        self.stage = Stage(self._right)
        self.message = Message(self._right)
        self.footer = Footer(self._right)
        for part in (self._bar, self.stage, self.message, self.footer):
            down.addWidget(part, 1 if part is self.stage else 0)
        across.addWidget(self._right, 1)
        self._in_journey = self._is_unfolded = False
        self.show_journey(False)

    def show_journey(self, is_in: bool) -> None:
        """Show side list and footer, or only the stage."""
        self._in_journey = is_in
        self._is_unfolded = False
        self.footer.setVisible(is_in)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side list where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme.look()
        is_narrow = self.width() < look.text(LEAST)
        shows_side = self._in_journey and (not is_narrow or self._is_unfolded)
        self._bar.setVisible(self._in_journey and is_narrow)
        self._right.setVisible(not (is_narrow and self._is_unfolded and self._in_journey))
        if is_narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(look.text(SIDE))
        self.side.setVisible(shows_side)

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._fit()
        self.side.focus_here()
