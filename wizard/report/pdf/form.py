"""Fields to fill in on screen, each on top of the box or line that is drawn for a pen.

A viewer that knows no forms shows the drawn boxes, and a printed form is the blank sheet
as ever.  Names say what a field is for: ``q:`` and a question's id (its values are choice
ids), ``n:`` for the note under it, ``r:`` for a cell of the risk assessment, ``fact:`` and
``sign:`` for the head and the signatures.  ``journey`` is hidden and says which it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfdoc

from wizard.report.pdf.boxes import Box
from wizard.report.pdf.looks import FRAME, INK, PAGE_HEIGHT, WHITE
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.tags import Element, Widget, string

ONE = "one"
SEVERAL = "several"
LINE = "line"
LINES = "lines"
SIGNATURE = "signature"
HIDDEN = "hidden"

_PRINTED, _UNSEEN = 4, 2
_READ_ONLY, _MULTILINE, _RADIO = 1, 1 << 12, 1 << 15
_TICK = ((0.18, 0.5), (0.42, 0.22), (0.84, 0.82))
_SIGN = "<</CA (4)>>"
"""A tick in the letters of Zapf Dingbats."""


@dataclass(eq=False, slots=True)
class Field:
    """One place to fill in.  ``tip`` is what a person hears or sees on reaching it.

    ``value`` is the choice a box stands for and ``said`` that choice in words; a hidden
    field holds its value.  ``size`` is the size of type in it.
    """

    name: str
    kind: str
    tip: str
    value: str = ""
    said: str = ""
    size: float = 10.0
    page: int = 0
    rect: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    widget: Widget | None = None


class Fillable:
    """A drawn box or line with a field on top: ``across``, ``wide`` and ``high`` in points.

    The field begins at the top of the box, ``down`` points below it.
    """

    def __init__(
        self,
        inner: Box,
        field: Field,
        element: Element,
        place: tuple[float, float, float, float],
    ) -> None:
        self._inner = inner
        self._field = field
        self._element = element.child("Form")
        self._place = place

    @property
    def height(self) -> float:
        """As high as what is drawn."""
        return self._inner.height

    @property
    def least(self) -> float:
        """All of it: a field is never split."""
        return self._inner.height

    def split(
        self,
        room: float,  # noqa: ARG002 - every box is asked in the same words
        force: bool = False,  # noqa: ARG002
    ) -> tuple[Box, Box] | None:
        """Return None: a field stays whole."""
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the box and note where its field stands."""
        self._inner.draw(pen, x, y)
        across, down, wide, high = self._place
        field = self._field
        field.page = pen.number
        foot = PAGE_HEIGHT - y - down - high
        field.rect = (x + across, foot, x + across + wide, foot + high)
        field.widget = Widget(pen.number)
        self._element.kids.append(field.widget)
        pen.fields.append(field)


class Form:
    """The form of one file: its fields become objects, and the pages get them."""

    def __init__(self, file: pdfdoc.PDFDocument, stream: Any, pages: Sequence[Any]) -> None:
        self._file = file
        self._stream = stream
        self._pages = pages
        self._looks: dict[tuple[str, float, float], Any] = {}

    def add(self, fields: Sequence[Field], first_key: int) -> pdfdoc.PDFDictionary:
        """Put ``fields`` into the file and return the form for its catalog.

        ``first_key`` is the first number of the structure that no page has.
        """
        on_page: dict[int, list[Any]] = {}
        by_name = groupby(sorted(fields, key=lambda field: field.name), lambda one: one.name)
        groups = {name: list(group) for name, group in by_name}
        names = dict.fromkeys(field.name for field in fields)
        top = [self._field(groups[name]) for name in names]
        for number, field in enumerate(fields):
            if field.widget is None:
                continue
            held = self._file.idToObject[field.widget.name]
            field.widget.key = first_key + number
            held["StructParent"] = field.widget.key
            on_page.setdefault(field.page, []).append(pdfdoc.PDFObjectReference(field.widget.name))
        for page, widgets in on_page.items():
            self._pages[page]["Annots"] = pdfdoc.PDFArray(widgets)
        fonts = (
            "<</Font <</Helv <</Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            "/Encoding /WinAnsiEncoding>> "
            "/ZaDb <</Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats>>>>>>"
        )
        return pdfdoc.PDFDictionary(
            {"Fields": pdfdoc.PDFArray(top), "DR": fonts, "DA": "(/Helv 0 Tf 0 g)"}
        )

    def _field(self, group: list[Field]) -> Any:
        """Add one question with all its boxes, or the one line it has."""
        first = group[0]
        if first.kind not in (ONE, SEVERAL):
            return self._add(first, self._text(first))
        entries: dict[str, Any] = {"T": string(first.name), "TU": string(first.tip)}
        if first.kind == ONE:
            entries |= {"FT": "/Btn", "Ff": _RADIO, "V": "/Off"}
        parent = pdfdoc.PDFDictionary(entries)
        reference = self._file.Reference(parent)
        kids = []
        for field in group:
            box: dict[str, Any] = {"Parent": reference, "AS": "/Off"} | self._box(field)
            if first.kind == SEVERAL:
                box |= {"FT": "/Btn", "T": string(field.value), "V": "/Off"}
            kids.append(self._add(field, box))
        parent["Kids"] = pdfdoc.PDFArray(kids)
        return reference

    def _add(self, field: Field, entries: dict[str, Any]) -> Any:
        left, low, right, high = field.rect
        common = {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "Rect": f"[{left:.2f} {low:.2f} {right:.2f} {high:.2f}]",
            "F": _UNSEEN if field.kind == HIDDEN else _PRINTED,
            "TU": string(f"{field.tip} – {field.said}" if field.said else field.tip),
        }
        reference = self._file.Reference(pdfdoc.PDFDictionary(common | entries))
        if field.widget is not None:
            field.widget.name = reference.name
        return reference

    def _box(self, field: Field) -> dict[str, Any]:
        left, low, right, top = field.rect
        wide, high = right - left, top - low
        points = [(wide * across, high * up) for across, up in _TICK]
        path = " ".join(
            f"{x:.2f} {y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)
        )
        tick = self._look(f"{INK} RG {wide * 0.14:.2f} w {path} S", wide, high)
        empty = self._look("", wide, high)
        states = pdfdoc.PDFDictionary({field.value: tick, "Off": empty})
        # Poppler draws choices anew in a form filled elsewhere, and without a sign nothing.
        return {"AP": pdfdoc.PDFDictionary({"N": states}), "MK": _SIGN}

    def _text(self, field: Field) -> dict[str, Any]:
        left, low, right, top = field.rect
        entries: dict[str, Any] = {"T": string(field.name)}
        if field.kind == SIGNATURE:
            entries["FT"] = "/Sig"
        else:
            entries |= {"FT": "/Tx", "DA": f"(/Helv {field.size:g} Tf {INK} rg)"}
        if field.kind == LINES:
            entries["Ff"] = _MULTILINE
            # A viewer sets words closer than the lines for a pen: once it shows some, on white.
            entries["MK"] = f"<</BG [{WHITE}] /BC [{FRAME}]>>"
        if field.kind == HIDDEN:
            entries |= {"Ff": _READ_ONLY, "V": string(field.value)}
        empty = self._look("/Tx BMC EMC", right - left, top - low)
        return entries | {"AP": pdfdoc.PDFDictionary({"N": empty})}

    def _look(self, code: str, wide: float, high: float) -> Any:
        """Return what a field shows, made once for each size."""
        key = (code, round(wide, 2), round(high, 2))
        if key not in self._looks:
            shown = self._stream(
                code.encode("ascii"),
                Type="/XObject",
                Subtype="/Form",
                BBox=f"[0 0 {wide:.2f} {high:.2f}]",
                Resources="<<>>",
            )
            self._looks[key] = self._file.Reference(shown)
        return self._looks[key]
