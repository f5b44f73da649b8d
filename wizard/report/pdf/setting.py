"""Typesetting: runs of text broken into lines of a width, each word measured once.

A word wider than the line is cut; a letter the face lacks is replaced by an empty
square which keeps the true letter as its meaning, for the reader and for copying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.report.pdf import fonts
from wizard.report.pdf.looks import Kind
from wizard.report.pdf.text import cut_word, tidy


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one kind of type."""

    text: str
    kind: Kind


@dataclass(slots=True)
class Part:
    """A run of one kind in a line, ``x`` points from the line's left edge."""

    x: float
    text: str
    kind: Kind
    meaning: str = ""


Line = list[Part]


def set_lines(spans: Sequence[Span], width: float) -> list[Line]:
    """Break ``spans``, one after the other, into lines no wider than ``width`` points.

    A line end inside the text starts a new line.  There is always one line at least.
    """
    setter = _Setter(width)
    for span in spans:
        setter.add(tidy(span.text), span.kind)
    return setter.finish()


def natural_width(text: str, kind: Kind) -> float:
    """Return the width of ``text`` on one line, in points."""
    face = fonts.face(kind.weight)
    return sum(face.width(word) for word in text.split(" ")) * kind.size + (
        text.count(" ") * face.width(" ") * kind.size
    )


class _Setter:
    """The line being filled and the lines already full."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._line: Line = []
        self._x = 0.0

    def add(self, text: str, kind: Kind) -> None:
        face = fonts.face(kind.weight)
        shown_as: dict[str, str] = {}
        if not text.isascii():
            shown_as = dict.fromkeys(face.missing(text), fonts.STAND_IN)
            shown_as |= {
                letter: shown for letter, shown in fonts.SHOWN_AS.items() if letter in text
            }
        for number, row in enumerate(text.split("\n")):
            if number:
                self._turn()
            self._row(row, kind, face, shown_as)

    def _row(self, row: str, kind: Kind, face: fonts.Face, shown_as: dict[str, str]) -> None:
        size = kind.size
        blank = face.width(" ") * size
        x, start = self._x, self._x
        words: list[str] = []
        width = face.width
        for word in row.split(" "):
            wide = width(word) * size
            if x + (blank if words else 0.0) + wide <= self._width:
                x += (blank if words else 0.0) + wide
                words.append(word)
                continue
            if wide <= self._width:
                if words or self._line:
                    # The space at the line end is written, else readers join the words.
                    self._put(start, " ".join([*words, ""]), kind, shown_as)
                    self._turn()
                words, start, x = [word], 0.0, wide
                continue
            room = self._width - x - (blank if words else 0.0)
            if room < self._width / 4 and (words or self._line):
                self._put(start, " ".join([*words, ""]), kind, shown_as)
                self._turn()
                words, start, room = [], 0.0, self._width
            pieces = cut_word(word, face, size, room, self._width)
            for piece in pieces[:-1]:
                words.append(piece)
                self._put(start, " ".join(words), kind, shown_as)
                self._turn()
                words, start = [], 0.0
            words, start, x = [pieces[-1]], 0.0, width(pieces[-1]) * size
        self._put(start, " ".join(words), kind, shown_as)
        self._x = x

    def _put(self, x: float, text: str, kind: Kind, shown_as: dict[str, str]) -> None:
        if not text:
            return
        if shown_as and not shown_as.keys().isdisjoint(text):
            shown = "".join(shown_as.get(letter, letter) for letter in text)
            self._line.append(Part(x, shown, kind, text))
        else:
            self._line.append(Part(x, text, kind))

    def _turn(self) -> None:
        self._lines.append(self._line)
        self._line = []
        self._x = 0.0

    def finish(self) -> list[Line]:
        self._turn()
        return self._lines
