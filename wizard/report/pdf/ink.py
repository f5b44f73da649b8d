"""One layer of a page as it is being drawn: operators, and what is in force among them."""

from __future__ import annotations

from collections.abc import Sequence


class Ink:
    """Operators in the order they are drawn, and the colours and line in force.

    Every drawing begins where it stands, a step from the one before: rows of a table are
    alike, so their rules and marks become the same few bytes again and again.
    """

    __slots__ = ("at", "code", "fill", "line", "stroke")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.at = (0, 0)  # in tenths of a point, from the bottom left
        self.fill = ""
        self.stroke = ""
        self.line = ""

    def ready(self, fill: str, edge: str, wide: float) -> None:
        """Take up the colours and the line that are not in force already."""
        if fill and fill != self.fill:
            self.fill = fill
            self.code.append(f"{fill} rg")
        if edge and edge != self.stroke:
            self.stroke = edge
            self.code.append(f"{edge} RG")
        if edge and (line := f"{wide:.3g}") != self.line:
            self.line = line
            self.code.append(f"{line} w")

    def go(self, x: float, y: float) -> None:
        """Step to a place, from the bottom left of the page."""
        place = round(10 * x), round(10 * y)
        across, up = place[0] - self.at[0], place[1] - self.at[1]
        if across or up:
            self.at = place
            self.code.append(f"1 0 0 1 {across / 10:g} {up / 10:g} cm")


def short(number: float) -> str:
    """Write a number of points with what a printer can show of it."""
    return f"{round(number, 2):g}"


def through(points: Sequence[tuple[float, float]]) -> str:
    """Write the way through ``points``, counted from the first of them."""
    left, top = points[0]
    parts = [
        f"{short(x - left)} {short(top - y)} {'l' if index else 'm'}"
        for index, (x, y) in enumerate(points)
    ]
    return " ".join(parts)


def paint(fill: str, edge: str) -> str:
    """Write how a closed shape is painted: filled, edged or both."""
    return "B" if fill and edge else "f" if fill else "S"
