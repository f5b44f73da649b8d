"""Puts the shapes a paper used of one face into its file, each with the letters it means.

A code of two bytes stands for one group of letters and what is drawn for it, so the same
shape may mean different letters in different words.
"""

from __future__ import annotations

import hashlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from wizard.report.pdf.letters import Shapes
from wizard.report.pdf.outlines import Group, Part, with_groups
from wizard.report.pdf.scripts import Glyph

_SYMBOLIC = 4
_UNUSED = {int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"OS/2", b"name")}
"""Tables that shape letters or name the face: a PDF needs neither."""


class GlyphSubset:
    """The shapes of one face used in one file, each with its code (from 1)."""

    def __init__(self, shapes: Shapes, name: str) -> None:
        self.shapes = shapes
        self.name = name
        self._codes: dict[Glyph, int] = {}

    def code(self, glyph: Glyph) -> int:
        """Return the code of a shape with its letters."""
        return self._codes.setdefault(glyph, len(self._codes) + 1)

    def add_to(self, file: pdfdoc.PDFDocument, stream: Any) -> pdfdoc.PDFObjectReference:
        """Put the face into ``file``; ``stream`` makes its streams."""
        program, numbers = self._program()
        table = b"".join(number.to_bytes(2, "big") for number in (0, *numbers))
        em = self.shapes.face.upem
        widths = " ".join(f"{1000 * glyph.advance / em:g}" for glyph in self._codes)
        digest = hashlib.sha256(program).digest()
        tag = "".join(chr(65 + byte % 26) for byte in digest[:6])
        name = pdfdoc.PDFName(f"{tag}+{self.shapes.name}")
        held = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                "FontDescriptor": file.Reference(self._descriptor(file, stream, name, program)),
                "CIDToGIDMap": file.Reference(stream(table)),
                "DW": 0,
                "W": f"[1 [{widths}]]",
            }
        )
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([file.Reference(held)]),
            "ToUnicode": file.Reference(stream(self._meanings())),
        }
        reference: pdfdoc.PDFObjectReference = file.Reference(pdfdoc.PDFDictionary(font))
        return reference

    def _program(self) -> tuple[bytes, list[int]]:
        """Return the face cut down to what is used, and the number of each code's shape."""
        wanted = hb.SubsetInput()
        used = {part.number for glyph in self._codes for part in glyph.parts}
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(used)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_UNUSED)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        plan = hb.SubsetPlan(self.shapes.face, wanted)
        smaller = plan.execute()
        new = dict(plan.old_to_new_glyph_mapping)
        groups: dict[Group, int] = {}
        numbers = []
        for glyph in self._codes:
            if self._is_plain(glyph):
                numbers.append(new[glyph.parts[0].number])
                continue
            parts = tuple(Part(new[one.number], one.across, one.up) for one in glyph.parts)
            group = Group(parts, glyph.advance, self._box(glyph))
            numbers.append(groups.setdefault(group, smaller.glyph_count + len(groups)))
        return with_groups(bytes(smaller.blob.data), list(groups)), numbers

    def _is_plain(self, glyph: Glyph) -> bool:
        """Whether a shape of the face will do as it is."""
        if not glyph.parts:
            return False
        first, *others = glyph.parts
        advance: int = self.shapes.font.get_glyph_h_advance(first.number)
        return not others and not first.across and not first.up and glyph.advance == advance

    def _box(self, glyph: Glyph) -> tuple[int, int, int, int]:
        boxes = [] if glyph.parts else [(0, 0, 0, 0)]
        for part in glyph.parts:
            size = self.shapes.font.get_glyph_extents(part.number)
            left, top = part.across + size.x_bearing, part.up + size.y_bearing
            boxes.append((left, top + size.height, left + size.width, top))
        lefts, feet, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(feet), max(rights), max(tops)

    def _descriptor(
        self, file: pdfdoc.PDFDocument, stream: Any, name: Any, program: bytes
    ) -> pdfdoc.PDFDictionary:
        extents = self.shapes.font.get_font_extents("ltr")
        em = self.shapes.face.upem
        up, down = round(1000 * extents.ascender / em), round(1000 * extents.descender / em)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": f"[-1000 {down} 3000 {up}]",
                "ItalicAngle": 0,
                "Ascent": up,
                "Descent": down,
                "CapHeight": up,
                "StemV": 80,
                "FontFile2": file.Reference(stream(program, Length1=len(program))),
            }
        )

    def _meanings(self) -> bytes:
        pairs = [
            f"<{code:04X}> <{glyph.letters.encode('utf-16-be').hex().upper()}>"
            for glyph, code in self._codes.items()
        ]
        parts = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(pairs), 100):  # the format allows a hundred at a time
            some = pairs[start : start + 100]
            parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
        parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(parts).encode("ascii")
