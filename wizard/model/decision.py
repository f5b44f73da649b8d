"""What SLT decided about a paper, as it stands on it in ink."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Decided(Enum):
    """The boxes of the page to sign.

    A plan is approved; where somebody looked at their own ways, two people agree.  A record
    of what happened is only ``DISCUSSED``.
    """

    APPROVED = "approved"
    WITH_CONDITIONS = "with-conditions"
    AGREED = "agreed"
    AGREED_IF_DONE = "agreed-if-done"
    NOT_YET = "not-yet"
    DISCUSSED = "discussed"


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
