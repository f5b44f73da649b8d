"""Puts boxes on pages: fills each from the top, and never leaves a heading alone."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.report.pdf.layout import Item, Stack
from wizard.report.pdf.looks import PAGE_HEIGHT, Looks
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.typecase import Typecase

BREAK = Item(Stack(()))
"""Stands in the flow where a new page has to begin."""


class Pages:
    """The pages of one paper, drawn as far as the boxes have come.

    ``before`` is how many pages of other papers go before them in the file.
    """

    def __init__(self, looks: Looks, typecase: Typecase, before: int = 0) -> None:
        self.pens: list[Pen] = []
        self._before = before
        self._looks = looks
        self._typecase = typecase
        self._floor = PAGE_HEIGHT - looks.bottom
        self._y = 0.0
        self._turn()

    def _turn(self) -> None:
        self.pens.append(Pen(self._before + len(self.pens), self._typecase))
        self._y = self._top

    @property
    def _top(self) -> float:
        # The first page has no running head, its own stands there.
        return self._looks.top if len(self.pens) > 1 else self._looks.first_top

    @property
    def _is_fresh(self) -> bool:
        return self._y == self._top

    def place(self, flow: Sequence[Item]) -> None:
        """Draw every box of ``flow``, turning pages where they are full."""
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
        """Draw boxes that hold on to each other: only the last of them may be split."""
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
            self._draw(item)
        self._draw(last)

    def _draw(self, item: Item) -> None:
        box, gap = item.box, item.gap
        while True:
            top = self._y if self._is_fresh else self._y + gap
            room = self._floor - top
            if box.height <= room + 0.01:
                box.draw(self.pens[-1], self._looks.side, top)
                self._y = top + box.height
                return
            halves = box.split(room) or (box.split(room, True) if self._is_fresh else None)
            if halves is None:
                if self._is_fresh:  # nothing can be split any more: let it run over the foot
                    box.draw(self.pens[-1], self._looks.side, top)
                    self._y = self._floor
                    return
                self._turn()
                continue
            halves[0].draw(self.pens[-1], self._looks.side, top)
            box, gap = halves[1], 0.0
            self._turn()
