"""Boxes of boxes: below each other, beside each other, in tables and panels.

They split as their contents do, keep a heading with what it heads, and never leave a
single line behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wizard.report.pdf.boxes import Box
from wizard.report.pdf.looks import HAIR, RULE
from wizard.report.pdf.pen import Pen

_WHOLE = 8  # a row of fewer lines than this is never split: it looks broken, saves nothing


@dataclass(frozen=True, slots=True)
class Item:
    """A box in a stack: the gap above it, and whether it holds on to the next box."""

    box: Box
    gap: float = 0.0
    keep: bool = False


class Stack:
    """Boxes below each other."""

    def __init__(self, items: Sequence[Item], whole: bool = False) -> None:
        self.items = items
        self._whole = whole
        self._height = sum(item.gap + item.box.height for item in items)

    @property
    def height(self) -> float:
        """Everything with its gaps."""
        return self._height

    @property
    def least(self) -> float:
        """The boxes that hold on to each other, and the beginning of the next."""
        if self._whole:
            return self._height
        needed = 0.0
        for item in self.items:
            if not item.keep:
                return needed + item.gap + item.box.least
            needed += item.gap + item.box.height
        return needed

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Split between boxes, or inside the one that crosses the end of the room."""
        if self._whole and not force:
            return None
        used = 0.0
        safe = 0  # how many boxes may stay here without leaving a heading behind
        for index, item in enumerate(self.items):
            bottom = used + item.gap + item.box.height
            if bottom > room:
                halves = item.box.split(room - used - item.gap, force and index == 0)
                if halves:
                    first, rest = halves
                    return (
                        Stack([*self.items[:index], Item(first, item.gap)]),
                        Stack([Item(rest), *self.items[index + 1 :]]),
                    )
                if not safe and not force:
                    return None
                at = safe or max(index, 1)
                if at >= len(self.items):
                    return None
                return Stack(self.items[:at]), Stack(_at_the_top(self.items[at:]))
            used = bottom
            if not item.keep:
                safe = index + 1
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the boxes from the top."""
        for item in self.items:
            y += item.gap
            item.box.draw(pen, x, y)
            y += item.box.height


def _at_the_top(items: Sequence[Item]) -> list[Item]:
    """Take away the gap above the first: it parted it from what is on the page before."""
    return [replace(items[0], gap=0.0), *items[1:]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A box in a row, ``x`` points from the row's left edge."""

    x: float
    box: Box


class Row:
    """Boxes beside each other, with room above and below and a rule under them.

    ``leading`` is the height of a line of its text, by which it knows itself low.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        width: float,
        above: float = 0.0,
        below: float = 0.0,
        rule: str = RULE,
        leading: float = 14.0,
    ) -> None:
        self._cells = cells
        self._width = width
        self._above = above
        self._below = below
        self._rule = rule
        self._leading = leading
        self._tallest = max((cell.box.height for cell in cells), default=0.0)

    @property
    def height(self) -> float:
        """The tallest cell with the room around it; between rules, in whole points.

        So rows of as many lines are alike to the last step, and pack to the same few bytes.
        """
        high = self._above + self._tallest + self._below
        return float(round(high)) if self._rule else high

    @property
    def _is_low(self) -> bool:
        return self._tallest <= _WHOLE * self._leading

    @property
    def least(self) -> float:
        """A low row stays whole; a high one needs the beginning of every cell."""
        if self._is_low:
            return self.height
        return self._above + self._below + max(cell.box.least for cell in self._cells)

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Split every cell at the same height; a cell that fits leaves nothing behind."""
        if self._is_low and not force:
            return None
        inner = room - self._above - self._below
        firsts: list[Cell] = []
        rests: list[Cell] = []
        for cell in self._cells:
            if cell.box.height <= inner:
                firsts.append(cell)
                continue
            halves = cell.box.split(inner, force)
            if halves is None:
                return None
            firsts.append(Cell(cell.x, halves[0]))
            rests.append(Cell(cell.x, halves[1]))
        if not rests:
            return None
        return self._part(firsts), self._part(rests)

    def _part(self, cells: Sequence[Cell]) -> Row:
        return Row(cells, self._width, self._above, self._below, self._rule, self._leading)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the rule, then the cells from left to right."""
        if self._rule:
            foot = y + self.height
            with pen.artifact():
                pen.rule(x, foot, x + self._width, foot, self._rule, HAIR)
        for cell in self._cells:
            cell.box.draw(pen, x + cell.x, y + self._above)


class Table:
    """Rows under a head that is repeated, as an artifact, on every further page."""

    def __init__(self, head: Box, again: Box, rows: Sequence[Box]) -> None:
        self._head = head
        self._again = again
        self._rows = rows
        self._height = head.height + sum(row.height for row in rows)

    @property
    def height(self) -> float:
        """The head and all rows."""
        return self._height

    @property
    def least(self) -> float:
        """The head with the beginning of its first row."""
        return self._head.height + (self._rows[0].least if self._rows else 0.0)

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Split between rows, or inside a high one."""
        used = self._head.height
        for index, row in enumerate(self._rows):
            if used + row.height > room:
                halves = row.split(room - used, force and index == 0)
                if halves is None and index == 0:
                    return None
                first = [*self._rows[:index], *(halves[:1] if halves else ())]
                rest = [*(halves[1:] if halves else (row,)), *self._rows[index + 1 :]]
                return (
                    Table(self._head, self._again, first),
                    Table(self._again, self._again, rest),
                )
            used += row.height
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the head, then the rows."""
        self._head.draw(pen, x, y)
        y += self._head.height
        for row in self._rows:
            row.draw(pen, x, y)
            y += row.height


class Panel:
    """A box on a pale ground with a bar of one tone at its left edge."""

    def __init__(self, inner: Box, width: float, pad: float, fill: str, bar: str) -> None:
        self._inner = inner
        self._width = width
        self._pad = pad
        self._fill = fill
        self._bar = bar

    @property
    def height(self) -> float:
        """The inner box with its padding."""
        return self._inner.height + 2 * self._pad

    @property
    def least(self) -> float:
        """The beginning of the inner box with its padding."""
        return self._inner.least + 2 * self._pad

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Split the inner box; both halves keep the ground and the bar."""
        halves = self._inner.split(room - 2 * self._pad, force)
        if halves is None:
            return None
        first, rest = halves
        return (
            Panel(first, self._width, self._pad, self._fill, self._bar),
            Panel(rest, self._width, self._pad, self._fill, self._bar),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the ground, the bar and what stands on it."""
        with pen.artifact():
            pen.box(x, y, self._width, self.height, fill=self._fill)
            pen.box(x, y, 3, self.height, fill=self._bar)
        self._inner.draw(pen, x + self._pad + 3, y + self._pad)
