"""What the pages of one file share: the faces with the letters used of them, the stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.pdf import fonts

if TYPE_CHECKING:
    from wizard.report.pdf.glyph_fonts import GlyphSubset
    from wizard.report.pdf.letters import Shapes


class Typecase:
    """The faces used in one file, each with the letters met so far.

    ``stamps`` are small drawings that come again and again: what draws each, by its name.
    ``around`` is what stands around every page of a paper: its head and its foot.
    """

    def __init__(self) -> None:
        codes = fonts.Codes()
        self.subsets = {
            weight: fonts.Subsets(fonts.face(weight), name, codes)
            for weight, name in ((fonts.REGULAR, "R"), (fonts.BOLD, "B"))
        }
        self.shaped: dict[str, GlyphSubset] = {}
        self.stamps: dict[str, str] = {}
        self.around: dict[str, bytes] = {}

    def shapes(self, of: Shapes) -> GlyphSubset:
        """Return the shapes used of a face of another script."""
        held = self.shaped.get(of.name)
        if held is None:
            # Only papers with such letters pay for it.
            from wizard.report.pdf.glyph_fonts import GlyphSubset

            held = self.shaped[of.name] = GlyphSubset(of, f"G{len(self.shaped)}")
        return held
