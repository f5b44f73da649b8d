"""Measuring two things in turn, so that what disturbs the machine disturbs both."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

PAIRS = 24
"""Alternating pairs for each line of the table; the order within a pair alternates, too."""

TOLD_ONLY = float("inf")
"""The limit of a line that has none."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What one comparison gave: a figure of ours and of the floor for each pair."""

    name: str
    unit: str
    limit: float
    aim: float
    ours: tuple[float, ...]
    floor: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of ours over the median of the floor."""
        return statistics.median(self.ours) / statistics.median(self.floor)

    @property
    def spread(self) -> tuple[float, float]:
        """The quartiles of the ratios, pair by pair."""
        ratios = [a / b for a, b in zip(self.ours, self.floor, strict=True)]
        low, _, high = statistics.quantiles(ratios, n=4)
        return low, high

    def row(self) -> tuple[str, ...]:
        """Return the cells of its line in the table."""
        low, high = self.spread
        met = "met" if self.ratio <= self.limit else "NOT MET"
        if self.aim < self.limit and self.ratio <= self.aim:
            met = "aim met"
        limit = f"{self.limit:.2f}" + (f" (aim {self.aim:.2f})" if self.aim != self.limit else "")
        if self.limit == TOLD_ONLY:
            limit = met = "-"
        return (
            self.name,
            f"{statistics.median(self.ours):.4g} {self.unit}",
            f"{statistics.median(self.floor):.4g} {self.unit}",
            f"{self.ratio:.2f}",
            f"{low:.2f}-{high:.2f}",
            limit,
            met,
        )


HEADER = ("what", "ours", "floor", "ratio", "quartiles", "limit", "")


def alternate(
    ours: Callable[[], T], floor: Callable[[], T], pairs: int = PAIRS
) -> list[tuple[T, T]]:
    """Call both ``pairs`` times, each first every other time, after one try of each."""
    ours()
    floor()
    results = []
    for turn in range(pairs):
        if turn % 2:
            theirs = floor()
            results.append((ours(), theirs))
        else:
            mine = ours()
            results.append((mine, floor()))
    return results


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Lay rows out in columns."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)
