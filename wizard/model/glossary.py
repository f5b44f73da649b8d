"""Words of the trade and what they mean, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"\w+")
APOSTROPHE = "['’]"
"""A pattern: content has the typographic one, a school's own file may have the straight one."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the trade, or a few that belong together, with its meaning."""

    id: str
    term: str
    meaning: str


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order they were written."""

    terms: tuple[Term, ...] = ()

    def named_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms that stand in these texts, in the order they first stand there.

        The longest wins: "ICT lead" does not name "ICT".  A plural names its singular, and
        a term may begin small, unless it is an acronym: "AI" is not the end of "said".
        """
        if not self.terms:
            return ()
        found: dict[Term, None] = {}
        for text in texts:
            # Most texts name none, and asking for words is ten times as quick.
            if self._first_words.isdisjoint(_WORD.findall(text.casefold())):
                continue
            for match in self._pattern.finditer(text):
                found[self._longest_first[(match.lastindex or 1) - 1]] = None
        return tuple(found)

    @cached_property
    def _longest_first(self) -> tuple[Term, ...]:
        return tuple(sorted(self.terms, key=lambda term: -len(term.term)))

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """The words that a term can begin with in a sentence, and a few more."""
        firsts = ((*_WORD.findall(term.term.casefold()), "")[0] for term in self.terms)
        forms = ((first, f"{first}s", f"{first}es", f"{first[:-1]}ies") for first in firsts)
        return frozenset(form for each in forms for form in each)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = (f"({_forms(term.term)})" for term in self._longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _forms(term: str) -> str:
    """Return a pattern for a term as it is written in a sentence, with either apostrophe."""
    return re.sub(APOSTROPHE, lambda _: APOSTROPHE, _endings(term))


def _endings(term: str) -> str:
    first, rest = term[0], term[1:]
    is_acronym = term.split(maxsplit=1)[0].isupper()
    begin = re.escape(first) if is_acronym else f"[{re.escape(first.upper() + first.lower())}]"
    if rest.endswith("y"):
        return f"{begin}{re.escape(rest[:-1])}(?:y|ies)"
    return f"{begin}{re.escape(rest)}(?:s|es)?"
