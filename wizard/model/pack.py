"""One journey made ready to answer, assess and print: what all rooms above talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from wizard.model.clause import Clause, Opposite, Policy
from wizard.model.glossary import Term
from wizard.model.guide import Guide
from wizard.model.journey import Journey
from wizard.model.law import Law
from wizard.model.platform import Platform
from wizard.model.question import Fact
from wizard.model.school import Role

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gone:
    """The ids of one kind that are used no longer.

    ``became`` maps those that go by another id now; ``texts`` all of them to what they said
    last.
    """

    became: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def followed(self, kept: Mapping[str, T]) -> Mapping[str, T]:
        """Return what is kept by id under the ids of today.

        Where something stands there already, it stays under its old one: nothing is lost.
        """
        found = {one: thing for one, thing in kept.items() if one not in self.became}
        for one, thing in kept.items():
            if one in self.became:
                now = self.became[one]
                found[one if now in found else now] = thing
        return MappingProxyType(found)


NONE_GONE = Gone()


@dataclass(frozen=True, slots=True)
class Pack:
    """One journey with all it draws on.

    ``kept`` is the files it was made from, so that a self-assessment can be read years
    later; ``digest`` is their SHA-256.  ``renamed`` maps ids of questions that were
    renamed to what they became, ``retired`` has all that are asked no longer by
    that id, with what was said of each.
    ``roles_gone`` and ``choices_gone`` are roles and choices that are no longer there.
    ``terms`` are the words of the trade to explain at a question, by its id.
    """

    journey: Journey
    policies: Mapping[str, Policy]
    opposites: tuple[Opposite, ...]
    laws: tuple[Law, ...]
    roles: Mapping[str, Role]
    platforms: Mapping[str, Platform]
    guides: Mapping[str, Guide]
    edition: str
    dated: date
    digest: str
    kept: bytes
    renamed: Mapping[str, str]
    retired: Mapping[str, str] = field(default_factory=dict)
    roles_gone: Gone = NONE_GONE
    choices_gone: Gone = NONE_GONE
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)

    def facts(self) -> Iterator[Fact]:
        """Yield every fact and point of the journey and its guides."""
        for section in self.journey.sections:
            yield from section.points
            yield from section.facts
            for question in section.questions:
                yield from question.points
                yield from question.facts
        for guide in self.guides.values():
            for part in guide.parts:
                yield from part.facts

    def clause(self, clause_id: str) -> Clause | None:
        """Return the clause with this id, or None."""
        for policy in self.policies.values():
            if clause_id in policy.clauses:
                return policy.clauses[clause_id]
        return None
