"""The index: questions, guides, clauses and words of the trade, found by their words.

Everything is folded once; a search is then a look through some thousand short texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

SHOWN = 6
"""How many of a kind a search shows; the rest is counted."""


class Kind(Enum):
    """What can be found, in the order it is shown; a sign-off only carries clauses."""

    TERM = "term"
    GUIDE = "guide"
    QUESTION = "question"
    CLAUSE = "clause"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, slots=True)
class Way:
    """Where something found leads: a question or the sign-off of a journey, or a guide."""

    kind: Kind
    id: str
    title: str
    journey: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be found.

    ``text`` is what it says, ``remark`` one line more, ``where`` what it stands in, and
    ``policy`` whose it is if it is a clause.  ``more`` is searched and not shown.
    """

    kind: Kind
    id: str
    text: str
    remark: str = ""
    where: str = ""
    policy: str = ""
    ways: tuple[Way, ...] = ()
    more: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind: the best of it, and how many there are in all."""

    kind: Kind
    things: tuple[Thing, ...]
    count: int


class Index:
    """Things by their words."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._lines = [
            (thing, _line(thing.text), _line(f"{thing.text} {thing.remark} {thing.more}"))
            for thing in things
        ]

    def find(self, query: str, policy: str = "") -> tuple[Group, ...]:
        """Return what has every word of the query, or a word that begins with it.

        Case and accents do not matter.  If no word begins so, one that has it inside will
        do.  A term is found by a whole question that names it ("What is a DSL?").  First
        comes what says it in its first words, and the clauses of ``policy``.
        """
        wanted = _wanted(query)
        if not wanted:
            return ()
        asked, phrase = _line(query), f" {' '.join(wanted)}"
        found = self._having([f" {word}" for word in wanted], asked)
        found = found or self._having(wanted, asked)

        def rank(line: tuple[Thing, str, str]) -> tuple[bool, bool, bool, bool]:
            thing, text, _all = line
            return (
                not all(f" {word}" in text for word in wanted),
                bool(policy) and thing.policy != policy,
                not all(f" {word} " in text for word in wanted),
                phrase not in text,
            )

        ordered = [thing for thing, _text, _all in sorted(found, key=rank)]
        return tuple(_groups(ordered))

    def _having(self, parts: list[str], asked: str) -> list[tuple[Thing, str, str]]:
        return [
            line
            for line in self._lines
            if all(part in line[2] for part in parts)
            or (line[0].kind is Kind.TERM and line[1] in asked)
        ]


def _groups(things: list[Thing]) -> Iterable[Group]:
    for kind in Kind:
        mine = tuple(thing for thing in things if thing.kind is kind)
        if mine:
            yield Group(kind, mine[:SHOWN], len(mine))


def fold(text: str) -> str:
    """Return a text without case and accents: Ŵyn as wyn, ŁÓDŹ as lodz, Straße as strasse."""
    plain = unicodedata.normalize("NFKD", text.translate(_BARRED).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


# Letters that Unicode does not take apart, and marks inside a word that nobody types alike.
_BARRED = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae",
     "œ": "oe", "Œ": "oe", "ı": "i", "'": None, "’": None, "ʼ": None},
)  # fmt: skip


def _line(text: str) -> str:
    """Return the words of a text with one blank around each."""
    return " ".join(("", *re.findall(r"\w+", fold(text)), ""))


def _wanted(query: str) -> list[str]:
    """Return the words of a query; single letters count only if there is nothing else."""
    words = re.findall(r"\w+", fold(query[:200]))
    return [word for word in words if len(word) > 1] or words
