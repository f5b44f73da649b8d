"""The fields of a paper as objects of its file: what a viewer shows and lets a person fill in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfdoc

from wizard.report.pdf.fields import HIDDEN, LINES, ONE, SEVERAL, SIGNATURE, Field
from wizard.report.pdf.looks import FRAME, INK, WHITE
from wizard.report.pdf.tags import string

_PRINTED, _UNSEEN = 4, 2
_READ_ONLY, _MULTILINE, _RADIO = 1, 1 << 12, 1 << 15
_TICK = ((0.18, 0.5), (0.42, 0.22), (0.84, 0.82))
_SIGN = "<</CA (4)>>"
"""A tick in the letters of Zapf Dingbats."""


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
