"""Letters that take shape from their neighbours, and lines that run from the right.

Text that Source Sans can not print alone is cut into runs of one face and one
direction, put in the order in which they stand, and shaped by HarfBuzz.  ``meaning``
keeps the text as it was typed, for readers and for copying.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import uharfbuzz as hb

from wizard.report.pdf import letters
from wizard.report.pdf.bidi import runs_right_to_left, visual_runs
from wizard.report.pdf.fonts import REGULAR, SHOWN_AS, STAND_IN, face
from wizard.report.pdf.letters import Shapes
from wizard.report.pdf.outlines import Part

_CACHED = 20_000


@dataclass(frozen=True, slots=True)
class Glyph:
    """What stands for one group of letters: shapes of a face with their places.

    Advance and places are in the face's own units, places from where the group begins.
    Without parts it draws nothing.
    """

    parts: tuple[Part, ...]
    advance: int
    letters: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together in one line: plain text of Source Sans, or shapes of a face.

    ``x`` and ``width`` are in em, ``x`` from where the first piece begins.  ``meaning``
    is given where plain letters only stand in for others.
    """

    x: float
    width: float
    text: str
    glyphs: tuple[Glyph, ...] = ()
    shapes: Shapes | None = None
    meaning: str = ""
    backwards: bool = False


class Mixed:
    """Measures words in which some letters are not of Source Sans, as ``Face`` does others."""

    def __init__(self, weight: str) -> None:
        self.weight = weight
        self._words: dict[str, float] = {}

    def width(self, word: str) -> float:
        """Return the width of ``word`` in em; each word is measured once."""
        width = self._words.get(word)
        if width is None:
            if len(self._words) > _CACHED:
                self._words.clear()
            width = sum(piece.width for piece in pieces(word, self.weight, 0))
            self._words[word] = width
        return width


@cache
def mixed(weight: str) -> Mixed:
    """Return the measure of one weight, made once a process."""
    return Mixed(weight)


def base_of(text: str) -> int:
    """Return 1 if a row of text begins from the right, else 0."""
    return int(runs_right_to_left(text))


def pieces(text: str, weight: str, base: int) -> list[Piece]:
    """Return the pieces of one line from left to right.  ``base`` 1 runs from the right."""
    set_pieces: list[Piece] = []
    x = 0.0
    for start, end, backwards in visual_runs(text, base):
        runs = _by_face(text[start:end], weight)
        for run, shapes in reversed(runs) if backwards else runs:
            if shapes is None and not backwards:
                piece = _plain(run, weight, x)
            else:
                # Plain letters that run from the right (brackets, say) have to turn round.
                piece = _shaped(run, shapes or letters.shipped(letters.OWN, weight), backwards, x)
            set_pieces.append(piece)
            x += piece.width
    return set_pieces


def _by_face(text: str, weight: str) -> list[tuple[str, Shapes | None]]:
    """Cut text into runs of one face; signs and spaces stay with the letters before them."""
    own = face(weight).ttf.charToGlyph
    runs: list[tuple[str, Shapes | None]] = []
    for letter in text:
        before = runs[-1][1] if runs else None
        if runs and _stays(letter, before):
            wanted = before
        elif ord(letter) in own or letter in SHOWN_AS:
            wanted = None
        else:
            wanted = letters.shapes_for(letter, weight)
        if runs and wanted is before:
            runs[-1] = (runs[-1][0] + letter, before)
        else:
            runs.append((letter, wanted))
    return runs


def _stays(letter: str, before: Shapes | None) -> bool:
    if letter in letters.STEERING:
        return True
    return before is not None and letters.is_shared(letter) and before.has(letter)


def _plain(text: str, weight: str, x: float) -> Piece:
    own = face(weight)
    lacking = dict.fromkeys(own.missing(text), STAND_IN) | SHOWN_AS
    shown = "".join(lacking.get(letter, letter) for letter in text)
    return Piece(x, own.width(shown), shown, meaning=text if shown != text else "")


def _shown(letter: str, shapes: Shapes) -> str:
    return letter if shapes.has(letter) or letter in letters.STEERING else STAND_IN


def _without_marks(said: str) -> tuple[str, str]:
    """Part a group of letters before its first mark (a vowel sign, a virama).

    Readers take a shape that means a mark to have no width, so the mark is told by an
    empty shape beside the drawn one.
    """
    for at in range(1, len(said)):
        if unicodedata.category(said[at]) == "Mn":
            return said[:at], said[at:]
    return said, ""


def _shaped(text: str, shapes: Shapes, backwards: bool, x: float) -> Piece:
    buffer: Any = hb.Buffer()
    buffer.add_str("".join(_shown(letter, shapes) for letter in text))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    hb.shape(shapes.font, buffer)
    shaped = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in shaped})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    glyphs: list[Glyph] = []
    for start, group in groupby(shaped, lambda one: one[0].cluster):
        parts: list[Part] = []
        advance = 0
        for info, place in group:
            parts.append(Part(info.codepoint, advance + place.x_offset, place.y_offset))
            advance += place.x_advance
        said, marks = _without_marks(text[start : ends[start]])
        if said == " ":  # as wide as it was measured, whatever stands on either side
            advance = round(face(REGULAR).width(" ") * shapes.face.upem)
        glyphs.append(Glyph(tuple(parts), advance, said))
        if marks:
            glyphs.insert(len(glyphs) - (1 if backwards else 0), Glyph((), 0, marks))
    width = sum(glyph.advance for glyph in glyphs) / shapes.face.upem
    return Piece(x, width, text, tuple(glyphs), shapes, backwards=backwards)
