"""Which English each line of a translation was made from, so that a reworded one is seen.

``words/made-from/<language>.tsv`` has one ``key <tab> mark`` a line.  A mark is short, for
it is copied by hand: the first letters of the SHA-256 of the English text.  A language
without the file is not asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.errors import Fault
from wizard.pack.source import Source
from wizard.pack.tables import load_table
from wizard.safe.canonical import digest
from wizard.words import Language

COLUMNS = ("key", "mark")

LETTERS = 8
"""Of a mark: one in four thousand million other texts has the same."""


@dataclass(frozen=True, slots=True)
class Aged:
    """The lines of a language whose English is not, or not known to be, what they say.

    ``older`` were made from another English text, ``unmarked`` say of none.  ``marks`` has
    the mark that is right now, for each of them, and ``file`` where it belongs.
    """

    language: Language
    file: str
    older: tuple[str, ...]
    unmarked: tuple[str, ...]
    marks: Mapping[str, str]


def mark_of(english: str) -> str:
    """Return the mark of an English text."""
    return digest(english.encode())[:LETTERS]


def check_marks(
    source: Source, language: Language, english: Mapping[str, str], faults: list[Fault]
) -> Aged | None:
    """Hold the marks against ``english``: the English text, by key, of each translated line."""
    name = f"words/made-from/{language.id}.tsv"
    if source.read(name) is None:
        return None
    rows = load_table(source, name, COLUMNS, faults)
    marked = {row.cells["key"]: row.cells["mark"] for row in rows}
    right = {key: mark_of(text) for key, text in english.items()}
    older = tuple(sorted(key for key in right if marked.get(key, right[key]) != right[key]))
    unmarked = tuple(sorted(right.keys() - marked.keys()))
    marks = {key: right[key] for key in (*older, *unmarked)}
    return Aged(language, source.shown(name), older, unmarked, marks) if marks else None
