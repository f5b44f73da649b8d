"""The letters of the paper: Source Sans 3, read from our own files and measured once.

A face is put into the file as subsets of its letters, each code one byte.
Letters the face does not have are shown as an empty square and reported by name, so
that nothing vanishes in silence.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc, ttfonts

from wizard import paths
from wizard.report.pdf import looks
from wizard.report.pdf.outlines import with_tables

REGULAR = looks.REGULAR
BOLD = looks.BOLD
STAND_IN = "\u25a1"
# Letters printed as another of the same look, or (joiners and the choice between text and
# emoji, which only steer the letters beside them) not at all; copied or read aloud they
# are still themselves.
SHOWN_AS = {"\u25c7": "\u25ca", "\u200c": "", "\u200d": "", "\ufe0e": "", "\ufe0f": ""}

_SUBSET = 256
_FIRST, _LAST = 0x20, 0x7E
_FREE = (*range(128, 256), *range(1, 32))
"""Codes for all other letters."""

_SYMBOLIC = 4
# Written as an escape in a PDF string: brackets, backslash, and the carriage return
# that readers would otherwise turn into a line feed.
_ESCAPED = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\", 0x0D: "\\r"}


class Face:
    """One weight of the type.  Widths are in em: multiply by the size for points."""

    def __init__(self, weight: str) -> None:
        path = paths.resources_folder() / "fonts" / f"SourceSans3-{weight}.ttf"
        self.weight = weight
        self.ttf: Any = ttfonts.TTFontFace(str(path))
        self._widths: dict[str, float] = {}

    def width(self, word: str) -> float:
        """Return the width of ``word`` in em; each word is measured once."""
        width = self._widths.get(word)
        if width is None:
            letters, other = self.ttf.charWidths, self.ttf.defaultWidth
            width = sum(letters.get(ord(letter), other) for letter in word) / 1000
            self._widths[word] = width
        return width

    def missing(self, text: str) -> set[str]:
        """Return the letters of ``text`` that this face can not print."""
        if text.isascii():
            return set()
        has = self.ttf.charToGlyph
        letters = set(text).difference(SHOWN_AS, "\n")
        return {letter for letter in letters if ord(letter) not in has}


@cache
def face(weight: str) -> Face:
    """Return the face of a weight (``REGULAR`` or ``BOLD``), loaded once a process."""
    return Face(weight)


class Codes(dict[int, int]):
    """The code of every letter of one file, the same in each of its faces.

    Codes run through all subsets (subset ``code // 256``); asking for a new letter gives
    it the next code.  Plain letters and signs are their own codes, in the first subset,
    so that one line says what they all mean.
    """

    def __init__(self) -> None:
        super().__init__()
        self._others = 0
        self._meanings: dict[int, pdfdoc.PDFObjectReference] = {}

    def __missing__(self, letter: int) -> int:
        found = letter
        if not _FIRST <= letter <= _LAST:
            subset, at = divmod(self._others, len(_FREE))
            found = subset * _SUBSET + _FREE[at]
            self._others += 1
        self[letter] = found
        return found

    def meaning(
        self, file: pdfdoc.PDFDocument, stream: Any, number: int
    ) -> pdfdoc.PDFObjectReference:
        """Return what the codes of subset ``number`` mean, put into ``file`` once."""
        if number not in self._meanings:
            letters = {
                code % _SUBSET: letter for letter, code in self.items() if code // _SUBSET == number
            }
            self._meanings[number] = file.Reference(stream(_to_unicode(letters)))
        return self._meanings[number]


class Subsets(dict[int, int]):
    """The letters of one face used in one file, each with its code out of ``codes``."""

    def __init__(self, of: Face, name: str, codes: Codes) -> None:
        super().__init__()
        self.face = of
        self.name = name
        self.letters: list[dict[int, int]] = [{}]
        self._codes = codes
        self._plain: dict[int, str] = _Escaped(self)

    def __missing__(self, letter: int) -> int:
        self[letter] = found = self._codes[letter]
        subset, code = divmod(found, _SUBSET)
        while subset >= len(self.letters):
            self.letters.append({})
        self.letters[subset][code] = letter
        return found

    def encode(self, text: str) -> list[tuple[int, str]]:
        """Return ``text`` as pieces of one subset each: (subset, escaped PDF string)."""
        if len(self.letters) == 1:
            escaped = text.translate(self._plain)
            if len(self.letters) == 1:
                return [(0, escaped)]
        pieces: list[tuple[int, str]] = []
        for letter in text:
            subset, code = divmod(self[ord(letter)], _SUBSET)
            shown = _ESCAPED.get(code, chr(code))
            if pieces and pieces[-1][0] == subset:
                pieces[-1] = (subset, pieces[-1][1] + shown)
            else:
                pieces.append((subset, shown))
        return pieces

    def add_to(self, file: pdfdoc.PDFDocument, stream: Any) -> dict[str, pdfdoc.PDFObjectReference]:
        """Put every subset into ``file``; ``stream`` makes its streams.  Name to font."""
        return {
            f"{self.name}{number}": self._add_subset(file, stream, number, letters)
            for number, letters in enumerate(self.letters)
            if letters
        }

    def _add_subset(
        self, file: pdfdoc.PDFDocument, stream: Any, number: int, letters: dict[int, int]
    ) -> pdfdoc.PDFObjectReference:
        ttf = self.face.ttf
        name = f"{ttfonts.SUBSETN(number).decode()}+{ttf.name.decode()}"
        first, last = min(letters), max(letters)
        program = with_tables(ttf.makeSubset([letters.get(code, 0) for code in range(last + 1)]))
        widths = [
            ttf.getCharWidth(letters[code]) if code in letters else 0
            for code in range(first, last + 1)
        ]
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(name),
                "Flags": (ttf.flags & ~32) | _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(ttf.bbox),
                "ItalicAngle": ttf.italicAngle,
                "Ascent": ttf.ascent,
                "Descent": ttf.descent,
                "CapHeight": ttf.capHeight,
                "StemV": ttf.stemV,
                "FontFile2": file.Reference(stream(program, Length1=len(program))),
            }
        )
        font = {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": pdfdoc.PDFName(name),
            "FirstChar": first,
            "LastChar": last,
            "Widths": pdfdoc.PDFArray(widths),
            "FontDescriptor": file.Reference(descriptor),
            "ToUnicode": self._codes.meaning(file, stream, number),
        }
        reference: pdfdoc.PDFObjectReference = file.Reference(pdfdoc.PDFDictionary(font))
        return reference


class _Escaped(dict[int, str]):
    """The table for ``str.translate``: a letter to its escaped code, made when first met."""

    def __init__(self, subsets: Subsets) -> None:
        super().__init__()
        self._subsets = subsets

    def __missing__(self, letter: int) -> str:
        code = self._subsets[letter]
        shown = _ESCAPED.get(code, chr(code % _SUBSET))
        self[letter] = shown
        return shown


def _to_unicode(letters: dict[int, int]) -> bytes:
    """Write the map from codes back to letters, so that text can be copied and read aloud."""
    pairs = [
        f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
        for code, letter in letters.items()
        if code != letter
    ]
    parts = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    if len(pairs) < len(letters):
        parts.append(f"1 beginbfrange <{_FIRST:02X}> <{_LAST:02X}> <{_FIRST:04X}> endbfrange")
    for start in range(0, len(pairs), 100):  # the format allows a hundred at a time
        some = pairs[start : start + 100]
        parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(parts).encode("ascii")
