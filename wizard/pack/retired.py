"""Ids that were renamed or retired: recorded for ever, never used again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.model.pack import Gone
from wizard.pack.faults import listed
from wizard.pack.shelf import Place, Shelf
from wizard.pack.tables import load_table

COLUMNS = ("kind", "id", "became", "in", "text")
KINDS = ("question", "choice", "section", "fact", "platform", "setting", "role", "journey")


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that is gone: what it became (or nothing), in which edition, its last text."""

    kind: str
    id: str
    became: str
    edition: str
    text: str
    place: Place


def read_retired(shelf: Shelf) -> tuple[Retired, ...]:
    """Read ``retired.tsv``."""
    found = []
    for row in load_table(shelf.source, "retired.tsv", COLUMNS, shelf.faults):
        cells = row.cells
        place = Place(shelf.source.shown("retired.tsv"), row.line)
        if cells["kind"] not in KINDS:
            shelf.note("not-allowed", place, text=cells["kind"], known=listed(KINDS))
        kind = "question" if cells["kind"] == "setting" else cells["kind"]
        found.append(Retired(kind, cells["id"], cells["became"], cells["in"], cells["text"], place))
    return tuple(found)


def gone(retired: tuple[Retired, ...], kind: str) -> Gone:
    """Return what is gone of one kind, each with the last of the names it had."""
    became = {old: last for old, last in last_names(retired, kind).items() if last}
    return Gone(became, {old.id: old.text for old in retired if old.kind == kind})


def last_names(retired: tuple[Retired, ...], kind: str) -> dict[str, str]:
    """Return what each id of one kind became in the end, however often it was renamed since.

    Empty where nothing goes on from it.  Names that lead round in a circle lead nowhere: what
    an id became at first is told then.
    """
    became = {old.id: old.became for old in retired if old.kind == kind}
    return {old: _followed(became, old) for old in became}


def _followed(became: Mapping[str, str], old: str) -> str:
    passed, now = {old}, became[old]
    while now in became:
        if now in passed:
            return became[old]
        passed.add(now)
        now = became[now]
    return now
