"""Parts side by side in equal columns: as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Columns(QLayout):
    """A grid whose number of columns follows the width; a row is as high as its highest."""

    def __init__(self, least: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._least, self._gap = least, gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end (Qt asks until it hears None)."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It fills the width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrow grid is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """A part changed: what was measured no longer holds."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one column."""
        return QSize(self._least, self.heightForWidth(self._least))

    def minimumSize(self) -> QSize:
        """It can be narrower than a column: then there is one."""
        return QSize(0, 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        width = max(0, rect.width())
        columns = max(1, min(len(shown), (width + self._gap) // (self._least + self._gap)))
        wide = (width - self._gap * (columns - 1)) // columns
        y = rect.y()
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            high = max(_height(item, wide) for item in row)
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(QRect(rect.x() + place * (wide + self._gap), y, wide, high))
            y += high + self._gap
        return y - self._gap - rect.y()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
