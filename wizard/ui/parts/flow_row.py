"""A row that breaks: buttons side by side as long as there is room, then below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from wizard.ui.parts.breaking import Breaking


class FlowRow(Breaking):
    """A layout that goes on in a new line where the old one is full."""

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        hints = [item.sizeHint() for item in self.items if not item.isEmpty()]
        wide = sum(hint.width() for hint in hints) + self.gap * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def place(self, rect: QRect, *, move: bool) -> int:
        """Put the items into lines; return the height of all lines."""
        y = rect.y()
        for line in self._lines(rect.width()):
            high = max(size.height() for _item, size in line)
            x = rect.x()
            for item, size in line:
                if move:
                    # Words beside buttons stand at the middle of the line.
                    at = QPoint(x, y + (high - size.height()) // 2)
                    item.setGeometry(QRect(at, size))
                x += size.width() + self.gap
            y += high + self.gap // 2
        return max(0, y - self.gap // 2 - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        # A part squeezed to nothing hands out widths below nothing, and an error raised
        # while Qt lays out ends the program.
        width = max(0, width)
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self.items:
            if item.isEmpty():
                continue
            wide = min(item.sizeHint().width(), width)
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else 0
            size = QSize(wide, max(high, item.sizeHint().height()))
            if not lines or wide > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= wide + self.gap
        return lines
