"""The marks of one page.  Positions count in points from the top left corner.

A pen either draws inside an element of the structure (``tagged``) or draws an artifact
(``artifact``): furniture, rules and shades that a screen reader passes over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.report.pdf import fonts, tags
from wizard.report.pdf.looks import PAGE_HEIGHT, Kind
from wizard.report.pdf.setting import Part

if TYPE_CHECKING:
    from wizard.report.pdf.form import Field
    from wizard.report.pdf.glyph_fonts import GlyphSubset
    from wizard.report.pdf.letters import Shapes

_ARC = 0.5523  # how far the handles of a quarter circle reach


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading and where it stands, for the outline."""

    title: str
    level: int
    page: int
    top: float


class Typecase:
    """The faces used in one file, each with the letters met so far."""

    def __init__(self) -> None:
        self.subsets = {
            weight: fonts.Subsets(fonts.face(weight), name)
            for weight, name in ((fonts.REGULAR, "R"), (fonts.BOLD, "B"))
        }
        self.shaped: dict[str, GlyphSubset] = {}

    def shapes(self, of: Shapes) -> GlyphSubset:
        """Return the shapes used of a face of another script."""
        held = self.shaped.get(of.name)
        if held is None:
            # Only papers with such letters pay for it.
            from wizard.report.pdf.glyph_fonts import GlyphSubset

            held = self.shaped[of.name] = GlyphSubset(of, f"G{len(self.shaped)}")
        return held


class Pen:
    """Writes the content of page ``number`` (from 0)."""

    def __init__(self, number: int, typecase: Typecase) -> None:
        self.number = number
        self.bookmarks: list[Bookmark] = []
        self.images: set[str] = set()
        self.fields: list[Field] = []
        self._typecase = typecase
        self._code: list[str] = []
        self._marks = 0
        self._inside = ""
        self._fill = ""
        self._stroke = ""
        self._line = -1.0

    def content(self) -> bytes:
        """Return the page's content stream."""
        return "\n".join(self._code).encode("latin-1")

    @contextmanager
    def tagged(self, element: tags.Element) -> Iterator[None]:
        """Everything drawn here belongs to ``element``."""
        self._open(f"/{element.role} <</MCID {self._marks}>> BDC")
        element.mark(self.number, self._marks)
        self._marks += 1
        yield
        self._close()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Everything drawn here is passed over.  ``kind`` is ``Header`` or ``Footer``."""
        if kind:
            self._open(
                f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC",
            )
        else:
            self._open("/Artifact BMC")
        yield
        self._close()

    def _open(self, code: str) -> None:
        if self._inside:
            raise RuntimeError(f"a mark can not stand inside another: {self._inside}, {code}")
        self._inside = code
        self._code.append(code)

    def _close(self) -> None:
        self._inside = ""
        self._code.append("EMC")

    def text(self, x: float, base: float, text: str, kind: Kind, meaning: str = "") -> None:
        """Write one run of text on the line ``base``.

        ``meaning`` is the true text where the letters shown only stand in for it.
        Raises RuntimeError outside an element: text must never be lost to a reader.
        """
        code = self._code
        self._ready_text(kind)
        if meaning:
            code.append(f"/Span <</ActualText {tags.string(meaning)}>> BDC")
        subsets = self._typecase.subsets[kind.weight]
        pieces = subsets.encode(text)
        at = f"BT 1 0 0 1 {x:.2f} {PAGE_HEIGHT - base:.2f} Tm"
        for subset, shown in pieces:
            code.append(f"{at} /{subsets.name}{subset} {kind.size:g} Tf ({shown}) Tj")
            at = ""
        code.append("ET")
        if meaning:
            code.append("EMC")

    def part(self, x: float, base: float, part: Part) -> None:
        """Write a part of a line, whatever its script.  Raises as ``text`` does."""
        if not part.pieces:
            self.text(x, base, part.text, part.kind, part.meaning)
            return
        self._ready_text(part.kind)
        # Readers turn what runs from the right round themselves, ActualText with it.
        forwards = not part.is_backwards
        if forwards:
            self._code.append(f"/Span <</ActualText {tags.string(part.meaning)}>> BDC")
        size = part.kind.size
        for piece in part.pieces:
            at = x + piece.x * size
            if piece.shapes is None:
                self.text(at, base, piece.text, part.kind, "" if forwards else piece.meaning)
            else:
                held = self._typecase.shapes(piece.shapes)
                codes = "".join(f"{held.code(glyph):04X}" for glyph in piece.glyphs)
                self._code.append(
                    f"BT 1 0 0 1 {at:.2f} {PAGE_HEIGHT - base:.2f} Tm "
                    f"/{held.name} {size:g} Tf <{codes}> Tj ET"
                )
        if forwards:
            self._code.append("EMC")

    def _ready_text(self, kind: Kind) -> None:
        if not self._inside:
            raise RuntimeError("text outside the structure")
        if kind.colour != self._fill:
            self._fill = kind.colour
            self._code.append(f"{kind.colour} rg")

    def rule(self, x: float, y: float, x2: float, y2: float, colour: str, wide: float) -> None:
        """Draw a straight line, ``wide`` points thick."""
        self._ready("", colour, wide)
        self._code.append(f"{x:.2f} {PAGE_HEIGHT - y:.2f} m {x2:.2f} {PAGE_HEIGHT - y2:.2f} l S")

    def path(self, points: Sequence[tuple[float, float]], colour: str, wide: float) -> None:
        """Draw a line through ``points``."""
        self._ready("", colour, wide)
        self._code.append(_through(points) + " S")

    def shape(
        self, points: Sequence[tuple[float, float]], fill: str, edge: str = "", wide: float = 0
    ) -> None:
        """Draw a closed shape through ``points``, filled, edged or both."""
        self._ready(fill, edge, wide)
        self._code.append(f"{_through(points)} h {_paint(fill, edge)}")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        edge: str = "",
        wide: float = 0,
    ) -> None:
        """Draw a rectangle whose top left corner is ``x``, ``y``."""
        self._ready(fill, edge, wide)
        low = PAGE_HEIGHT - y - height
        self._code.append(f"{x:.2f} {low:.2f} {width:.2f} {height:.2f} re {_paint(fill, edge)}")

    def circle(
        self, x: float, y: float, radius: float, fill: str = "", edge: str = "", wide: float = 0
    ) -> None:
        """Draw a circle about ``x``, ``y``."""
        self._ready(fill, edge, wide)
        middle, r, k = PAGE_HEIGHT - y, radius, radius * _ARC
        code = f"{x + r:.2f} {middle:.2f} m"
        for (ax, ay), (bx, by), (cx, cy) in (
            ((r, k), (k, r), (0, r)),
            ((-k, r), (-r, k), (-r, 0)),
            ((-r, -k), (-k, -r), (0, -r)),
            ((k, -r), (r, -k), (r, 0)),
        ):
            code += (
                f" {x + ax:.2f} {middle + ay:.2f} {x + bx:.2f} {middle + by:.2f}"
                f" {x + cx:.2f} {middle + cy:.2f} c"
            )
        self._code.append(f"{code} h {_paint(fill, edge)}")

    def image(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw the image ``name`` of the file's resources."""
        self.images.add(name)
        low = PAGE_HEIGHT - y - height
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {low:.2f} cm /{name} Do Q")

    def _ready(self, fill: str, edge: str, wide: float) -> None:
        if not self._inside:
            raise RuntimeError("a drawing outside the structure")
        if fill and fill != self._fill:
            self._fill = fill
            self._code.append(f"{fill} rg")
        if edge:
            self._ready_stroke(edge, wide)

    def _ready_stroke(self, colour: str, wide: float) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._code.append(f"{colour} RG")
        if wide != self._line:
            self._line = wide
            self._code.append(f"{wide:g} w")


def _through(points: Sequence[tuple[float, float]]) -> str:
    parts = [
        f"{x:.2f} {PAGE_HEIGHT - y:.2f} {'l' if index else 'm'}"
        for index, (x, y) in enumerate(points)
    ]
    return " ".join(parts)


def _paint(fill: str, edge: str) -> str:
    return "B" if fill and edge else "f" if fill else "S"
