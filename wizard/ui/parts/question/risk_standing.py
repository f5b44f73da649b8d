"""The rows of a risk assessment as they stand on a page, beside those that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wizard.model.answers import RiskRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A row as it stands on the page: its ``unread`` day is told to nobody.

    By what it ``was`` before it is known again when an undo takes words of it back.
    """

    row: RiskRow
    was: frozenset[RiskRow] = frozenset()
    unread: str = ""


def settled(kept: tuple[RiskRow, ...], stood: Sequence[Standing]) -> list[Standing]:
    """Return the rows that are kept, each with what stood in it and was told to nobody.

    Rows are known by what they are, or were, never by their place: a day that went to another
    one would say there what nobody wrote.  What has no row any more gets one to itself.
    """
    if tuple(one.row for one in stood if one.row != RiskRow()) == kept:
        return list(stood)
    found = [Standing(row) for row in kept]
    free = dict(enumerate(kept))
    left = dict(enumerate(stood))
    for knows in (lambda one, row: row == one.row, lambda one, row: row in one.was):
        for place, one in tuple(left.items()):
            mine = next((at for at, row in free.items() if knows(one, row)), None)
            if mine is not None:
                found[mine] = replace(one, row=free.pop(mine))
                del left[place]
    for place, one in left.items():
        if one.unread or RiskRow() in one.was:
            # What was written in a new row was taken back: it is as new as it was.
            alone = Standing(RiskRow(), one.was | {one.row}, one.unread)
            found.insert(min(place, len(found)), alone)
    return found
