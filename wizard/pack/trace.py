"""Lists what carries each clause: which question, point, fact, guide or sign-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wizard.model.clause import Clause
from wizard.model.pack import Pack
from wizard.model.question import Fact, Question


@dataclass(frozen=True, slots=True, order=True)
class Carried:
    """One clause and one thing that carries it.  ``says`` is the carrier's own text."""

    clause: str
    kind: str
    carrier: str
    journey: str
    says: str


def trace(packs: Iterable[Pack]) -> tuple[Carried, ...]:
    """Return every pair of clause and carrier in these journeys, by clause."""
    return tuple(sorted(set(_walk(packs))))


def clauses(packs: Iterable[Pack]) -> dict[str, Clause]:
    """Return every clause of every policy by its id."""
    return {
        clause_id: clause
        for pack in packs
        for policy in pack.policies.values()
        for clause_id, clause in policy.clauses.items()
    }


def _walk(packs: Iterable[Pack]) -> Iterator[Carried]:
    for pack in packs:
        journey = pack.journey
        for section in journey.sections:
            yield from _facts("step", section.points, journey.id)
            yield from _facts("explanation", section.facts, journey.id)
            for question in section.questions:
                yield from _question(question, journey.id)
        for clause in journey.sign_off.clauses:
            says = f"{journey.sign_off.staff} {journey.sign_off.slt}"
            yield Carried(clause, "sign-off", journey.id, journey.id, says)
        for guide in pack.guides.values():
            for part in guide.parts:
                yield from _facts("guide", part.facts, journey.id)


def _question(question: Question, journey: str) -> Iterator[Carried]:
    kind = "question" if question.setting is None else "setting"
    for clause in question.clauses:
        yield Carried(clause, kind, question.id, journey, question.text)
    yield from _facts("point", question.points, journey)
    yield from _facts("explanation", question.facts, journey)


def _facts(kind: str, facts: Iterable[Fact], journey: str) -> Iterator[Carried]:
    for fact in facts:
        for clause in fact.clauses:
            yield Carried(clause, kind, fact.id, journey, fact.text)
