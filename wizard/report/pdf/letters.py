"""Which letters the paper can print, told before a line of it is drawn.

Source Sans prints every European name.  Arabic, Bengali, Devanagari, Gurmukhi and
Hebrew have a face each; what none of them has is looked for on the machine
(``machine_fonts``).  Faces are opened when first needed.  Nothing here loads ReportLab,
so that the program can ask cheaply.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import uharfbuzz as hb

from wizard import paths
from wizard.report.blocks import Report
from wizard.report.pdf import machine_fonts
from wizard.report.pdf.text import tidy

REGULAR = "Regular"
OWN = "SourceSans3"
STEERING = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Joiners and the choice between text and emoji: they only steer the letters beside them."""

NOT_PRINTED = frozenset({"tone", "kind", "id", "reader", "language", "made", "words"})
"""Fields of a report and its blocks that steer and are not printed."""

_SCRIPTS = (
    (0x0590, 0x05FF, "Hebrew"), (0x0600, 0x06FF, "Arabic"), (0x0750, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"), (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"), (0xA8E0, 0xA8FF, "Devanagari"), (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"), (0xFE70, 0xFEFE, "Arabic"),
)  # fmt: skip
_SHARED = frozenset("।॥")
"""Full stops that stand in the block of one script and belong to several."""


class Shapes:
    """A face whose letters take shape from their neighbours (or of which there are many)."""

    def __init__(self, content: bytes, name: str, index: int = 0) -> None:
        self.name = name
        self.face: Any = hb.Face(hb.Blob(content), index)
        self.font: Any = hb.Font(self.face)
        self.letters: Any = self.face.unicodes

    def has(self, letter: str) -> bool:
        """Whether it can print ``letter``."""
        return ord(letter) in self.letters


@cache
def shipped(name: str, weight: str) -> Shapes:
    """Return one of our own faces, opened once."""
    path = paths.resources_folder() / "fonts" / f"{name}-{weight}.ttf"
    return Shapes(path.read_bytes(), f"{name}-{weight}")


@cache
def shapes_for(letter: str, weight: str) -> Shapes | None:
    """Return the face that prints ``letter`` where Source Sans does not; None if none does."""
    code = ord(letter)
    for first, last, script in _SCRIPTS:
        if first <= code <= last:
            face = shipped(f"NotoSans{script}", weight)
            if face.has(letter):
                return face
    return _from_the_machine(letter)


def _from_the_machine(letter: str) -> Shapes | None:
    if not machine_fonts.may_have(letter):
        return None
    return next((face for face in _of_the_machine() if face.has(letter)), None)


@cache
def _of_the_machine() -> tuple[Shapes, ...]:
    return tuple(Shapes(*found) for found in machine_fonts.found())


def is_shared(letter: str) -> bool:
    """Whether a letter belongs to no script: spaces, signs, digits, marks on other letters."""
    return letter in _SHARED or letter in STEERING or unicodedata.category(letter)[0] in "ZPSNM"


def missing(text: str) -> set[str]:
    """Return the letters of ``text`` (tidied) that no face at hand can print."""
    if text.isascii():
        return set()
    own = shipped(OWN, REGULAR)
    letters = set(text) - STEERING - {"\n"}
    return {
        one
        for one in letters
        if not own.has(one) and one != "\u25c7" and shapes_for(one, REGULAR) is None
    }


def unprintable(report: Report) -> tuple[str, ...]:
    """Name the letters of a report that would be empty squares on its paper, in order."""
    letters = set().union(*(missing(tidy(text)) for text in _texts(report)))
    return tuple(name_of(letter) for letter in sorted(letters))


def name_of(letter: str) -> str:
    """Name a letter for a person who can not see it: ``U+0985 BENGALI LETTER A``."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in NOT_PRINTED:
                yield from _texts(getattr(value, field.name))
