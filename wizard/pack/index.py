"""The small index: all that is read of the content when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.errors import Fault
from wizard.model.card import JourneyCard
from wizard.pack.faults import make_fault, refuse
from wizard.pack.source import Source
from wizard.pack.tables import load_table
from wizard.words import FALLBACK

if TYPE_CHECKING:
    from wizard.pack.phrases import Phrases

COLUMNS = ("id", "title", "about", "minutes", "questions")


def read_index(source: Source, language: str = FALLBACK) -> tuple[JourneyCard, ...]:
    """Return the journeys on offer, in order, in one language.  Raises ``ContentFaults``."""
    faults: list[Fault] = []
    cards = []
    for row in load_table(source, "index.tsv", COLUMNS, faults):
        cells = row.cells
        number = cells["questions"]
        if not (number.isascii() and number.isdigit()):
            shown = source.shown("index.tsv")
            faults.append(make_fault("not-a-number.count", shown, row.line, number=number))
            continue
        card = JourneyCard(
            cells["id"], cells["title"], cells["about"], int(number), cells["minutes"]
        )
        cards.append(card)
    if faults:
        raise refuse(faults)
    if language == FALLBACK:
        return tuple(cards)
    from wizard.pack.phrases import INDEX, read_phrases

    # A fault in a translation is for ``check``: here the English text stands in.
    phrases = read_phrases(source, language, (INDEX,), [])
    return tuple(_translated(card, phrases) for card in cards)


def _translated(card: JourneyCard, phrases: Phrases) -> JourneyCard:
    key = f"journey:{card.id}"
    return card._replace(
        title=phrases.text(f"{key}.title", card.title),
        about=phrases.text(f"{key}.about", card.about),
        minutes=phrases.text(f"{key}.minutes", card.minutes),
    )
