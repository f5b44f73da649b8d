"""The decisions of SLT in an answers file: written beside the answers, read back with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from wizard.exchange.reading import Place, Reading
from wizard.model.decision import Decided, Decision
from wizard.safe.limits import DECISIONS, NOTE_LETTERS, TITLE_LETTERS

KEYS = (
    "decided", "who", "role", "date", "conditions", "review", "reference", "fingerprint",
    "recorded",
)  # fmt: skip


def write_decisions(decisions: Iterable[Decision]) -> list[dict[str, str]]:
    """Return decisions, the last first, as JSON holds them: in the order they were recorded.

    By no clock: one that was put back would make an older decision the one that holds.
    """
    return [
        {
            "decided": one.decided.value,
            "who": one.who,
            "role": one.role,
            "date": one.day,
            "conditions": one.conditions,
            "review": one.review,
            "reference": one.reference,
            "fingerprint": one.fingerprint,
            "recorded": one.recorded.isoformat(),
        }
        for one in reversed(tuple(decisions))
    ]


def read_decisions(top: Reading, run_id: str, now: datetime) -> tuple[Decision, ...]:
    """Return the decisions in an answers file.

    ``now`` stands in where a file does not say when one was recorded.  Raises
    ``InputFault`` naming the place.
    """
    return tuple(_decision(place, run_id, now) for place in top.listed("decisions", DECISIONS))


def _decision(place: Place, run_id: str, now: datetime) -> Decision:
    entry = place.read(KEYS)
    decided = entry.text("decided", limit=TITLE_LETTERS, required=True)
    entry.known("decided", decided, [one.value for one in Decided])
    day = entry.day("date")
    if not day:
        raise entry.fault("missing", "date")
    return Decision(
        run=run_id,
        reference=entry.text("reference", limit=TITLE_LETTERS),
        fingerprint=entry.text("fingerprint", limit=TITLE_LETTERS),
        decided=Decided(decided),
        who=entry.text("who", limit=TITLE_LETTERS, required=True),
        role=entry.text("role", limit=TITLE_LETTERS),
        day=day,
        conditions=entry.text("conditions", limit=NOTE_LETTERS),
        review=entry.day("review"),
        recorded=entry.moment("recorded") or now,
    )
