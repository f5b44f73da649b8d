"""What layouts have in common whose height follows their width."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Breaking(QLayout):
    """Holds the items and remembers heights; how they lie is for ``place``.

    An error raised while Qt lays out ends the program, so nothing here raises.
    """

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []
        self.gap = gap
        self._heights: dict[int, int] = {}
        self._lies_right = False
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def place(self, _rect: QRect, *, move: bool) -> int:
        """Put the items into a rectangle if ``move``; return the height they take."""
        del move
        return 0

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self.items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end (Qt asks until it hears None)."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def hasHeightForWidth(self) -> bool:
        """What is narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all items at a width."""
        if width not in self._heights:
            self._heights[width] = self.place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """A part changed: what was measured no longer holds."""
        self._heights.clear()
        self._lies_right = False
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places, unless they lie there already."""
        if self._lies_right and rect == self.geometry():
            return
        super().setGeometry(rect)
        self.place(rect, move=True)
        self._lies_right = True

    def sizeHint(self) -> QSize:
        """Return the size it would like; each layout says its own."""
        return QSize(0, 0)
