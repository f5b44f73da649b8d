"""Typesetting: runs of text broken into lines of a width, each word measured once.

A word wider than the line is cut.  Text with letters that Source Sans lacks goes by way
of ``scripts``, which is loaded only then.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.report.pdf import fonts
from wizard.report.pdf.looks import Kind
from wizard.report.pdf.text import tidy

if TYPE_CHECKING:
    from wizard.report.pdf.scripts import Mixed, Piece


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one kind of type."""

    text: str
    kind: Kind


@dataclass(slots=True)
class Part:
    """A run of one kind in a line, ``x`` points from the line's left edge.

    ``meaning`` is the true text where the letters shown only stand in for it; ``pieces``
    is what is drawn in place of ``text`` where letters take shape from their neighbours.
    """

    x: float
    text: str
    kind: Kind
    meaning: str = ""
    pieces: tuple[Piece, ...] = ()

    def end_in_space(self) -> None:
        """Write a space at its end, else readers join it with the words of the next line."""
        self.text += " "
        if self.meaning:
            self.meaning += " "

    @property
    def is_backwards(self) -> bool:
        """Whether some of it runs from the right."""
        return any(piece.backwards for piece in self.pieces)

    def goes_on(self, before: Part) -> bool:
        """Whether it begins where the part ``before`` it in the line ends."""
        return not (self.pieces or before.pieces) and abs(before.x + before.width - self.x) < 0.01

    @property
    def width(self) -> float:
        """Return how far it reaches, in points."""
        if self.pieces:
            return sum(piece.width for piece in self.pieces) * self.kind.size
        return fonts.face(self.kind.weight).width(self.text) * self.kind.size


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
    face = _measure(text, kind)
    return sum(face.width(word) for word in text.split(" ")) * kind.size + (
        text.count(" ") * face.width(" ") * kind.size
    )


def _measure(text: str, kind: Kind) -> fonts.Face | Mixed:
    """Return what measures the words of ``text``: nearly always the face itself."""
    own = fonts.face(kind.weight)
    if text.isascii() or not own.missing(text):
        return own
    # Shaping is loaded for the few papers that need it.
    from wizard.report.pdf.scripts import mixed

    return mixed(kind.weight)


class _Setter:
    """The line being filled and the lines already full."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._line: Line = []
        self._x = 0.0

    def add(self, text: str, kind: Kind) -> None:
        face = _measure(text, kind)
        shown_as: dict[str, str] = {}
        if not text.isascii():
            shown_as = {letter: shown for letter, shown in fonts.SHOWN_AS.items() if letter in text}
        for number, row in enumerate(text.split("\n")):
            if number:
                if self._line and not self._line[-1].pieces:
                    self._line[-1].end_in_space()
                self._turn()
            if isinstance(face, fonts.Face):
                self._row(row, kind, face, shown_as)
            else:
                self._mixed_row(row, kind, face)

    def _mixed_row(self, row: str, kind: Kind, face: Mixed) -> None:
        """Set a row in the order its letters stand in; from the right if it begins there.

        A row from the right that takes several lines ends at the right edge.
        """
        from wizard.report.pdf.scripts import base_of, pieces

        first, inside = len(self._lines), len(self._line)
        self._row(row, kind, face, {})
        base = base_of(row)
        lines = [*self._lines[first:], self._line]
        for number, line in enumerate(lines):
            for part in line[inside if number == 0 else 0 :]:
                part.meaning = part.text
                part.pieces = tuple(pieces(part.text, kind.weight, base))
                if base and len(lines) > 1:
                    part.x = self._width - part.width

    def _row(
        self, row: str, kind: Kind, face: fonts.Face | Mixed, shown_as: dict[str, str]
    ) -> None:
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
            pieces = _cut_word(word, face, size, room, self._width)
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


def _cut_word(
    word: str, face: fonts.Face | Mixed, size: float, room: float, width: float
) -> list[str]:
    """Cut a word that is wider than a line into pieces: the first fits ``room``.

    The others fit ``width`` (both in points).  No hyphen is added: the word may be a
    web address, and every letter of it counts.
    """
    pieces: list[str] = []
    start, used = 0, 0.0
    left = room
    for position, letter in enumerate(word):
        step = face.width(letter) * size
        # What belongs to the letter before it (an accent, a vowel sign) stays with it.
        if used + step > left and position > start and unicodedata.category(letter)[0] != "M":
            pieces.append(word[start:position])
            start, used, left = position, 0.0, width
        used += step
    pieces.append(word[start:])
    return pieces
