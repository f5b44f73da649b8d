"""A short name and what is said of it: side by side, or beneath each other if narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from wizard.ui import theme
from wizard.ui.parts.breaking import Breaking
from wizard.ui.parts.text import Body, Strong

NAME = 12
"""The width of the name where both stand side by side, in ems."""


class TermLine(QWidget):
    """Both begin at the same height, however many lines each has."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = _Beside(theme.look().text(NAME), theme.look().gap(1))
        self.setLayout(lines)
        lines.addWidget(Strong(name, self))
        lines.addWidget(Body(text, self))


class _Beside(Breaking):
    """Two parts: the first as wide as ``least``, the second with all the rest."""

    def __init__(self, least: int, gap: int) -> None:
        super().__init__(gap)
        self._least = least

    def sizeHint(self) -> QSize:
        """Return the size of the first part above the second."""
        return QSize(self._least, self.heightForWidth(self._least))

    def minimumSize(self) -> QSize:
        """It can be narrower: then one stands above the other."""
        return QSize(0, 0)

    def place(self, rect: QRect, *, move: bool) -> int:
        """Put both into a rectangle if ``move``; return the height they take."""
        is_wide = rect.width() >= 2.5 * self._least
        x, y, high = rect.x(), rect.y(), 0
        for number, item in enumerate(self.items):
            wide = rect.right() + 1 - x
            if is_wide and number == 0:
                wide = self._least
            needed = item.heightForWidth(wide)
            if move:
                item.setGeometry(QRect(x, y, wide, needed))
            if is_wide:
                x, high = x + wide + self.gap, max(high, needed)
            else:
                y, high = y + needed, high + needed
        return high
