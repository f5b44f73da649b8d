"""Parts side by side in equal columns: as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from wizard.ui.parts.breaking import Breaking


class Columns(Breaking):
    """A grid whose number of columns follows the width; a row is as high as its highest."""

    def __init__(self, least: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._least = least

    def sizeHint(self) -> QSize:
        """Return the width of one column; how high that is, is asked of each width."""
        return QSize(self._least, 0)

    def minimumSize(self) -> QSize:
        """It can be narrower than a column: then there is one."""
        return QSize(0, 0)

    def place(self, rect: QRect, *, move: bool) -> int:
        """Put the items into rows of equal columns; return the height of all rows."""
        shown = [item for item in self.items if not item.isEmpty()]
        if not shown:
            return 0
        width = max(0, rect.width())
        columns = max(1, min(len(shown), (width + self.gap) // (self._least + self.gap)))
        wide = (width - self.gap * (columns - 1)) // columns
        y = rect.y()
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            high = max(_height(item, wide) for item in row)
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(QRect(rect.x() + place * (wide + self.gap), y, wide, high))
            y += high + self.gap
        return y - self.gap - rect.y()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
