"""Puts boxes on pages: fills each from the top, and never leaves a heading alone.

First every box finds its place, then all are drawn: so a paper can be laid out in two
ways, and only the better one drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.report.pdf.boxes import Box
from wizard.report.pdf.layout import Item, Stack
from wizard.report.pdf.looks import PAGE_HEIGHT, Looks
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.typecase import Typecase

BREAK = Item(Stack(()))
"""Stands in the flow where a new page has to begin."""

_NEARLY_EMPTY = 0.3  # of its height; a page filled no further looks like a mistake
_LITTLE = 72.0  # points: what runs over to the next page should be more than a line or two


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and where it stands: its page (from 0) and its top, in points."""

    box: Box
    page: int
    top: float


class Pages:
    """The pages of one paper, laid out and not yet drawn."""

    def __init__(self, looks: Looks, flow: Sequence[Item]) -> None:
        self._looks = looks
        self._floor = PAGE_HEIGHT - looks.bottom
        self._placed: list[Placed] = []
        self._left_over = 0
        self._feet: list[float] = []
        self._page = -1
        self._y = 0.0
        self._turn()
        self._fill(flow)
        self._feet.append(self._y)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._page + 1

    @property
    def strays(self) -> int:
        """How often a page is nearly empty, or has a line or two of what ran over.

        The last page may well be short.
        """
        high = self._floor - self._looks.top
        short = sum(foot - self._looks.top < _NEARLY_EMPTY * high for foot in self._feet[1:-1])
        return short + self._left_over

    def draw(self, typecase: Typecase, before: int = 0) -> list[Pen]:
        """Draw every box and return the pages; ``before`` is how many go before them."""
        pens = [Pen(before + number, typecase) for number in range(self.count)]
        for one in self._placed:
            one.box.draw(pens[one.page], self._looks.side, one.top)
        return pens

    def _turn(self) -> None:
        if self._page >= 0:
            self._feet.append(self._y)
        self._page += 1
        self._y = self._top

    @property
    def _top(self) -> float:
        # The first page has no running head, its own stands there.
        return self._looks.top if self._page else self._looks.first_top

    @property
    def _is_fresh(self) -> bool:
        return self._y == self._top

    def _fill(self, flow: Sequence[Item]) -> None:
        """Place every box of ``flow``, turning pages where they are full."""
        waiting: list[Item] = []
        is_due = False
        for item in flow:
            if item is BREAK:
                self._place(waiting)
                waiting = []
                is_due = not self._is_fresh
                continue
            if is_due:  # only now that something follows: no page is left empty
                self._turn()
                is_due = False
            waiting.append(item)
            if not item.keep:
                self._place(waiting)
                waiting = []
        self._place(waiting)

    def _place(self, group: list[Item]) -> None:
        """Place boxes that hold on to each other: only the last of them may be split."""
        if not group:
            return
        held = group[:-1]
        first = 0.0 if self._is_fresh else group[0].gap
        needed = first - group[0].gap + sum(item.gap + item.box.height for item in held)
        last = group[-1]
        needed += last.gap + last.box.least
        if self._y + needed > self._floor and not self._is_fresh:
            self._turn()
        for item in held:
            self._put(item)
        self._put(last)

    def _put(self, item: Item) -> None:
        box, gap = item.box, item.gap
        is_rest = False
        while True:
            top = self._y if self._is_fresh else self._y + gap
            room = self._floor - top
            if box.height <= room + 0.01:
                self._placed.append(Placed(box, self._page, top))
                self._y = top + box.height
                self._left_over += is_rest and box.height < _LITTLE
                return
            halves = box.split(room) or (box.split(room, True) if self._is_fresh else None)
            if halves is None:
                if self._is_fresh:  # nothing can be split any more: let it run over the foot
                    self._placed.append(Placed(box, self._page, top))
                    self._y = self._floor
                    return
                self._turn()
                continue
            self._placed.append(Placed(halves[0], self._page, top))
            self._y = top + halves[0].height
            box, gap = halves[1], 0.0
            is_rest = True
            self._turn()
