"""The papers that were made, in an answers file: what stands on them, never where they lie."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.exchange.reading import Place, Reading
from wizard.model.paper import READERS, Paper
from wizard.safe.limits import TITLE_LETTERS

KEYS = ("reader", "reference", "fingerprint", "made", "answers_inside")

MOST = 1000
"""Papers of one self-assessment; only the last so many are written down."""


def write_papers(papers: Iterable[Paper]) -> list[dict[str, object]]:
    """Return papers, the last made first, as JSON holds them: the first made first.

    Where a paper was saved is told to nobody else, for it may name a person.  One without
    a fingerprint can not be told from others, and is left out.
    """
    listed = [one for one in reversed(tuple(papers)) if one.fingerprint]
    return [
        {
            "reader": one.reader,
            "reference": one.reference,
            "fingerprint": one.fingerprint,
            "made": one.made.isoformat(),
            "answers_inside": one.has_data,
        }
        for one in listed[-MOST:]
    ]


def read_papers(top: Reading, run_id: str) -> tuple[Paper, ...]:
    """Return the papers in an answers file.  Raises ``InputFault`` naming the place."""
    return tuple(_paper(place, run_id) for place in top.listed("papers", MOST))


def _paper(place: Place, run_id: str) -> Paper:
    entry = place.read(KEYS)
    reader = entry.text("reader", limit=TITLE_LETTERS, required=True)
    entry.known("reader", reader, READERS)
    made = entry.moment("made")
    if made is None:
        raise entry.fault("missing", "made")
    return Paper(
        run=run_id,
        reference=entry.text("reference", limit=TITLE_LETTERS, required=True),
        fingerprint=entry.text("fingerprint", limit=TITLE_LETTERS, required=True),
        reader=reader,
        made=made,
        has_data=entry.flag("answers_inside"),
    )
