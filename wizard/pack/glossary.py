"""Reads the glossary, and says which of its words stand in a question.

``glossary.yaml`` has ``terms``, each with ``id``, ``term`` and ``meaning``.  Content
without the file has no glossary: that is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wizard.model.glossary import Glossary, Term
from wizard.model.journey import Journey
from wizard.model.question import Question
from wizard.pack.fields import Fields
from wizard.pack.shelf import Shelf

FILE = "glossary.yaml"
TERM_KEYS = ("id", "term", "meaning")


def build_glossary(shelf: Shelf) -> Glossary:
    """Read the glossary onto a shelf; every fault is noted there."""
    if shelf.source.read(FILE) is None:
        return Glossary()
    top = shelf.open(FILE, ("terms",))
    if top is None:
        return Glossary()
    lines: dict[str, int] = {}
    terms = []
    for fields in top.tables("terms", TERM_KEYS, required=True):
        term = _term(shelf, fields, lines)
        if term.id and term.term and term.meaning:
            terms.append(term)
    return Glossary(tuple(terms))


def _term(shelf: Shelf, fields: Fields, lines: dict[str, int]) -> Term:
    term = Term(
        shelf.claim("term", fields, fields.id()),
        fields.text("term", required=True),
        fields.text("meaning", required=True),
    )
    folded = term.term.casefold()
    if folded in lines:
        first = lines[folded]
        fields.fault("repeated-term", fields.line_of("term"), term=term.term, first=first)
    elif folded:
        lines[folded] = fields.line_of("term")
    return term


def explained(journey: Journey, glossary: Glossary) -> Mapping[str, tuple[Term, ...]]:
    """Return by question id the terms to explain at it.

    A term is explained where a page first names it.  A question that is not always asked
    explains its terms, too, but the next one that names them explains them again.
    """
    found: dict[str, tuple[Term, ...]] = {}
    for section in journey.sections:
        seen: set[Term] = set()
        for question in section.questions:
            terms = [term for term in glossary.named_in(_in_sight(question)) if term not in seen]
            if terms:
                found[question.id] = tuple(terms)
            if not question.when.tests:
                seen.update(terms)
    return found


def _in_sight(question: Question) -> Iterator[str]:
    yield from (question.text, question.help)
    yield from (point.text for point in question.points)
    yield from (choice.text for choice in question.choices)
