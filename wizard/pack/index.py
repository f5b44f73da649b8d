"""The small index: all that is read of the content when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.errors import Fault
from wizard.model.card import JourneyCard
from wizard.pack.faults import make_fault, refuse
from wizard.pack.source import Source
from wizard.pack.tables import load_table, read_text
from wizard.words import FALLBACK

if TYPE_CHECKING:
    from wizard.pack.phrases import Phrases

COLUMNS = ("id", "title", "about", "minutes", "again", "questions")

OF_THE_FIRST_EDITION = ("id", "title", "about", "minutes", "questions")
"""The columns that are kept beside old self-assessments; nothing there was due again."""

_WRONG = {"again": "not-a-number.again", "questions": "not-a-number.count"}


def read_index(source: Source, language: str = FALLBACK) -> tuple[JourneyCard, ...]:
    """Return the journeys on offer, in order, in one language.  Raises ``ContentFaults``."""
    faults: list[Fault] = []
    cards = []
    for row in load_table(source, "index.tsv", _columns(source), faults):
        cells = {"again": "0", **row.cells}
        numbers = {name: cells[name] for name in ("again", "questions")}
        wrong = [name for name, one in numbers.items() if not (one.isascii() and one.isdigit())]
        if wrong:
            shown = source.shown("index.tsv")
            for name in wrong:
                fault = _WRONG[name]
                faults.append(make_fault(fault, shown, row.line, number=numbers[name]))
            continue
        again, questions = int(numbers["again"]), int(numbers["questions"])
        card = JourneyCard(
            cells["id"], cells["title"], cells["about"], questions, cells["minutes"], again
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


def line_in_index(source: Source, journey_id: str) -> int:
    """Return the line of the index that a journey stands on; 0 if it stands on none."""
    rows = load_table(source, "index.tsv", _columns(source), [])
    return next((row.line for row in rows if row.cells["id"] == journey_id), 0)


def _columns(source: Source) -> tuple[str, ...]:
    first = (read_text(source, "index.tsv", []) or "").split("\n", 1)[0].rstrip("\r")
    old = tuple(first.split("\t")) == OF_THE_FIRST_EDITION
    return OF_THE_FIRST_EDITION if old else COLUMNS


def _translated(card: JourneyCard, phrases: Phrases) -> JourneyCard:
    key = f"journey:{card.id}"
    return card._replace(
        title=phrases.text(f"{key}.title", card.title),
        about=phrases.text(f"{key}.about", card.about),
        minutes=phrases.text(f"{key}.minutes", card.minutes),
    )
