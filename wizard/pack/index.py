"""The small index: all that is read of the content when the program starts."""

from __future__ import annotations

from wizard.errors import ContentFaults, Fault
from wizard.model.journey import JourneyCard
from wizard.pack.source import Source
from wizard.pack.tables import load_table

COLUMNS = ("id", "title", "about", "minutes", "questions")


def read_index(source: Source) -> tuple[JourneyCard, ...]:
    """Return the journeys on offer, in order.  Raises ``ContentFaults``."""
    faults: list[Fault] = []
    cards = []
    for row in load_table(source, "index.tsv", COLUMNS, faults):
        cells = row.cells
        number = cells["questions"]
        if not (number.isascii() and number.isdigit()):
            what = f"'{number}' is not a number of questions"
            hint = "write a whole number"
            faults.append(Fault(source.shown("index.tsv"), row.line, what, hint, "not-a-number"))
            continue
        card = JourneyCard(
            cells["id"], cells["title"], cells["about"], int(number), cells["minutes"]
        )
        cards.append(card)
    if faults:
        raise ContentFaults(tuple(faults))
    return tuple(cards)
