"""What SLT decided about a paper, as it stands on it in ink."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Decided(Enum):
    """The boxes of the page to sign.

    A record of what happened is only ``DISCUSSED``.  Nothing is ``AGREED`` any more: some
    papers had those boxes for a time, and what was recorded then stays readable.
    """

    APPROVED = "approved"
    WITH_CONDITIONS = "with-conditions"
    AGREED = "agreed"
    AGREED_IF_DONE = "agreed-if-done"
    NOT_YET = "not-yet"
    DISCUSSED = "discussed"


BOXES = (Decided.APPROVED, Decided.WITH_CONDITIONS, Decided.NOT_YET, Decided.DISCUSSED)
"""What is recorded now, as the papers have it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, about the paper with this reference and fingerprint.

    ``who`` signed and as what (``role``), on ``day``; ``review`` is when to look at it
    again (ISO days, ``review`` may be empty).  ``recorded`` is when it was put down here.
    """

    run: str
    reference: str
    fingerprint: str
    decided: Decided
    who: str
    role: str
    day: str
    conditions: str
    review: str
    recorded: datetime

    def goes_over(self, before: Iterable[Decision]) -> Decision | None:
        """Return which decision of ``before``, the last first, this one takes the place of, if any.

        That is what the same person decided on the same paper.  Two of one name are told apart by
        their roles.  What names no paper, as a file that was written by hand may, stays.
        """
        again = [one for one in before if one.fingerprint and _whose(one) == _whose(self)]
        # Of two that an older program kept apart by their capitals the other one stays.
        again.sort(key=lambda one: (one.who, one.role) != (self.who, self.role))
        return again[0] if again else None


def by_whom(fingerprint: str, who: str, role: str) -> tuple[str, str, str]:
    """Return whose decision it is, on which paper; capitals and blanks make nobody another."""
    who, role = (" ".join(each.split()).casefold() for each in (who, role))
    return fingerprint, who, role


def _whose(decision: Decision) -> tuple[str, str, str]:
    return by_whom(decision.fingerprint, decision.who, decision.role)
