"""The words of one page as operators: which face is taken up, and steps from text to text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.pdf import tags
from wizard.report.pdf.ink import Ink
from wizard.report.pdf.looks import PAGE_HEIGHT, Kind
from wizard.report.pdf.setting import Part

if TYPE_CHECKING:
    from wizard.report.pdf.typecase import Typecase


class Lettering:
    """Writes text into ``ink``, between a ``begin`` and an ``end``, from the faces of a file."""

    def __init__(self, ink: Ink, typecase: Typecase) -> None:
        self._ink = ink
        self._typecase = typecase
        self._is_begun = False
        self._face = ""
        self._at = (0, 0)  # where the text stands, in tenths of a point

    def begin(self) -> None:
        """Begin to write, if not begun already: the steps count from the corner again."""
        if not self._is_begun:
            self._is_begun = True
            self._at = (0, 0)
            self._ink.code.append("BT")

    def end(self) -> None:
        """End writing, if begun: only then may anything be drawn."""
        if self._is_begun:
            self._is_begun = False
            self._ink.code.append("ET")

    def write(
        self,
        x: float,
        base: float,
        text: str,
        kind: Kind,
        meaning: str = "",
        *,
        goes_on: bool = False,
    ) -> None:
        """Write one run of text in the paper's own face on the line ``base``.

        ``meaning`` is the true text where the letters shown only stand in for it.
        """
        self._ink.ready(kind.colour, "", 0)
        code = self._ink.code
        if meaning:
            code.append(f"/Span<</ActualText {tags.spelt(meaning)}>>BDC")
        subsets = self._typecase.subsets[kind.weight]
        for nth, (subset, shown) in enumerate(subsets.encode(text)):
            self._take(f"/{subsets.name}{subset} {kind.size:g} Tf")
            if not (nth or goes_on):
                self._move(x, base)
            code.append(f"({shown})Tj")
        if meaning:
            code.append("EMC")

    def part(self, x: float, base: float, part: Part, *, goes_on: bool) -> None:
        """Write a part of a line, each piece of it in the face that has its letters."""
        if not part.pieces:
            self.write(x, base, part.text, part.kind, part.meaning, goes_on=goes_on)
            return
        self._ink.ready(part.kind.colour, "", 0)
        code = self._ink.code
        # Readers turn what runs from the right round themselves, ActualText with it.
        forwards = not part.is_backwards
        if forwards:
            code.append(f"/Span<</ActualText {tags.spelt(part.meaning)}>>BDC")
        size = part.kind.size
        for piece in part.pieces:
            at = x + piece.x * size
            if piece.shapes is None:
                self.write(at, base, piece.text, part.kind, "" if forwards else piece.meaning)
            else:
                held = self._typecase.shapes(piece.shapes)
                codes = "".join(f"{held.code(glyph):04X}" for glyph in piece.glyphs)
                self._move(at, base)
                self._take(f"/{held.name} {size:g} Tf")
                code.append(f"<{codes}>Tj")
        if forwards:
            code.append("EMC")

    def _move(self, x: float, base: float) -> None:
        """Step to where the next text begins: a tenth of a point is finer than any printer."""
        across, up = round(10 * x), round(10 * (PAGE_HEIGHT - base))
        before, below = self._at
        self._at = (across, up)
        self._ink.code.append(f"{(across - before) / 10:g} {(up - below) / 10:g} Td")

    def _take(self, face: str) -> None:
        if face != self._face:
            self._face = face
            self._ink.code.append(face)
