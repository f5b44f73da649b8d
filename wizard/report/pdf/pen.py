"""The marks of one page.  Positions count in points from the top left corner.

A pen either draws inside an element of the structure (``tagged``) or draws an artifact
(``artifact``): furniture, rules and shades that a screen reader passes over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.report.pdf import tags
from wizard.report.pdf.fields import Field
from wizard.report.pdf.ink import Ink, paint, short, through
from wizard.report.pdf.lettering import Lettering
from wizard.report.pdf.looks import BLACK, PAGE_HEIGHT, Kind
from wizard.report.pdf.setting import Part

if TYPE_CHECKING:
    from wizard.report.pdf.typecase import Typecase

STAMP = 10.0
"""How wide and high a stamp is drawn, in points, before it is shown in any size."""

_ARTIFACT = "/Artifact BMC"
_ARC = 0.5523  # how far the handles of a quarter circle reach


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading and where it stands, for the outline."""

    title: str
    level: int
    page: int
    top: float


class Pen:
    """Writes the content of page ``number`` (from 0).

    What is passed over and has no letters lies beneath: shades, then rules, then stamps.
    On it lie the text and the figures.  So each is one run with small steps from line to
    line, which packs to half of what places in full take.
    """

    def __init__(self, number: int, typecase: Typecase) -> None:
        self.number = number
        self.bookmarks: list[Bookmark] = []
        self.fields: list[Field] = []
        self._typecase = typecase
        self._ground = Ink()
        self._rules = Ink()
        self._stamps = Ink()
        self._page = Ink()
        self._lettering = Lettering(self._page, typecase)
        self._marks = 0
        self._inside = ""
        self._last = ""  # what was closed last
        self._is_open = False  # whether what it stands inside is written already
        self._is_artifact = False
        self._is_figure = False
        self._is_moved = False
        self._kept = ("", "", "")

    def content(self) -> bytes:
        """Return the page's content stream."""
        self._lettering.end()
        # The colours and steps of one layer are not those of the next.
        layers = (self._ground, self._rules, self._stamps)
        under = [line for ink in layers if ink.code for line in ("q", *ink.code, "Q")]
        if under:
            under = [_ARTIFACT, *under, "EMC"]
        return "\n".join([*under, *self._page.code]).encode("latin-1")

    @contextmanager
    def tagged(self, element: tags.Element, drawn: bool = False) -> Iterator[None]:
        """Everything written here belongs to ``element``; ``drawn`` if it is not only text."""
        # What it is stands in the structure; here all are called alike, which packs better.
        self._enter(f"/P<</MCID {self._marks}>>BDC")
        self._is_figure = drawn
        if drawn:
            self._lettering.end()
        else:
            self._begin_text()
        self._open()
        element.mark(self.number, self._marks)
        self._marks += 1
        yield
        if drawn:
            self._lettering.end()
            self._end_drawing()
        self._is_figure = False
        self._leave()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Everything drawn here is passed over.  ``kind`` is ``Header`` or ``Footer``."""
        named = f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC"
        self._enter(named if kind else _ARTIFACT)
        self._is_artifact = True
        yield
        self._is_artifact = False
        self._leave()

    def _enter(self, code: str) -> None:
        if self._inside:
            raise RuntimeError(f"a mark can not stand inside another: {self._inside}, {code}")
        self._inside = code

    def _open(self) -> None:
        if not self._is_open:
            self._is_open = True
            code = self._page.code
            if self._inside == self._last == _ARTIFACT and code[-1] == "EMC":
                code.pop()  # goes on in the one before it
            else:
                code.append(self._inside)

    def _leave(self) -> None:
        if self._is_open:
            self._page.code.append("EMC")
            self._last = self._inside
        self._inside = ""
        self._is_open = False

    def text(self, x: float, base: float, text: str, kind: Kind) -> None:
        """Write words of ours on the line ``base``.

        Raises RuntimeError outside an element: text must never be lost to a reader.
        """
        self._ready_text()
        self._lettering.write(x, base, text, kind)

    def part(self, x: float, base: float, part: Part, *, goes_on: bool = False) -> None:
        """Write a part of a line, whatever its script.

        What ``goes_on`` begins where the part before it ended, and no step is written.
        Raises as ``text`` does.
        """
        self._ready_text()
        self._lettering.part(x, base, part, goes_on=goes_on)

    def _ready_text(self) -> None:
        if not self._inside:
            raise RuntimeError("text outside the structure")
        self._begin_text()
        self._open()

    def _begin_text(self) -> None:
        self._end_drawing()
        self._lettering.begin()

    def rule(self, x: float, y: float, x2: float, y2: float, colour: str, wide: float) -> None:
        """Draw a straight line, ``wide`` points thick."""
        code = f"{through([(x, y), (x2, y2)])} S"
        self._draw(x, y, code, "", colour, wide, self._rules)

    def path(self, points: Sequence[tuple[float, float]], colour: str, wide: float) -> None:
        """Draw a line through ``points``."""
        self._draw(*points[0], f"{through(points)} S", "", colour, wide)

    def shape(
        self, points: Sequence[tuple[float, float]], fill: str, edge: str = "", wide: float = 0
    ) -> None:
        """Draw a closed shape through ``points``, filled, edged or both."""
        code = f"{through(points)} h {paint(fill, edge)}"
        self._draw(*points[0], code, fill, edge, wide)

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
        code = f"0 0 {short(width)} {short(-height)} re {paint(fill, edge)}"
        self._draw(x, y, code, fill, edge, wide)

    def squares(
        self, x: float, y: float, side: float, rows: Sequence[tuple[float, float, float, float]]
    ) -> None:
        """Draw black rectangles (left, top, width, height), each counted in ``side`` points."""
        dark = " ".join(f"{a:g} {-b:g} {wide:g} {-high:g} re" for a, b, wide, high in rows)
        self._draw(x, y, f"q {side:.4g} 0 0 {side:.4g} 0 0 cm {dark} f Q", BLACK, "", 0)

    def circle(
        self, x: float, y: float, radius: float, fill: str = "", edge: str = "", wide: float = 0
    ) -> None:
        """Draw a circle about ``x``, ``y``."""
        r, k = radius, radius * _ARC
        code = f"{short(r)} 0 m"
        for curve in (
            ((r, k), (k, r), (0, r)),
            ((-k, r), (-r, k), (-r, 0)),
            ((-r, -k), (-k, -r), (0, -r)),
            ((k, -r), (r, -k), (r, 0)),
        ):
            code += f" {' '.join(f'{short(across)} {short(up)}' for across, up in curve)} c"
        self._draw(x, y, f"{code} h {paint(fill, edge)}", fill, edge, wide)

    def stamp(
        self, name: str, x: float, y: float, size: float, hand: Callable[[Pen], None]
    ) -> None:
        """Show at ``x``, ``y``, ``size`` points wide and high, what ``hand`` draws at 0, 0.

        ``hand`` draws it ``STAMP`` points wide, once for a file, where ``name`` (letters and
        digits) is met first.
        """
        stamps = self._typecase.stamps
        if name not in stamps:
            drawing = Pen(self.number, self._typecase)
            drawing._ground.at = (0, round(10 * PAGE_HEIGHT))
            drawing._rules = drawing._ground
            with drawing.artifact():
                hand(drawing)
            stamps[name] = "\n".join(drawing._ground.code)
        scale = f"{size / STAMP:.3g}"
        self._draw(x, y, f"q {scale} 0 0 {scale} 0 0 cm/{name} Do Q", "", "", 0, self._stamps)

    def around(self, name: str, hand: Callable[[Pen], None]) -> None:
        """Show around the page what ``hand`` draws, once for a file, where ``name`` is met first.

        Raises RuntimeError inside an element or an artifact: ``hand`` makes its own.
        """
        if self._inside:
            raise RuntimeError(f"what stands around a page can not stand in {self._inside}")
        if name not in self._typecase.around:
            drawing = Pen(self.number, self._typecase)
            hand(drawing)
            self._typecase.around[name] = drawing.content()
        self._lettering.end()
        self._page.code.append(f"/{name} Do")

    def image(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw the image ``name`` of the file's resources."""
        code = f"q {width:.2f} 0 0 {height:.2f} 0 {-height:.2f} cm /{name} Do Q"
        self._draw(x, y, code, "", "", 0)

    def _draw(
        self,
        x: float,
        y: float,
        code: str,
        fill: str,
        edge: str,
        wide: float,
        layer: Ink | None = None,
    ) -> None:
        """Draw on a layer beneath, or in a figure on the page, what ``code`` draws at 0, 0."""
        if self._is_figure:
            self._lettering.end()
            ink = self._page
            if not self._is_moved:  # what is stepped in a figure ends with it
                self._is_moved = True
                self._kept = ink.fill, ink.stroke, ink.line
                ink.code.append("q")
        elif self._is_artifact:
            ink = layer or self._ground
        else:
            raise RuntimeError("a drawing outside the structure")
        ink.ready(fill, edge, wide)
        ink.go(x, PAGE_HEIGHT - y)
        ink.code.append(code)

    def _end_drawing(self) -> None:
        if self._is_moved:
            self._is_moved = False
            ink = self._page
            ink.fill, ink.stroke, ink.line = self._kept
            ink.at = (0, 0)
            ink.code.append("Q")
