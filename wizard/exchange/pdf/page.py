"""One page of a PDF: what it draws, however it was saved."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pikepdf

from wizard.exchange.pdf.marks import Marks, Unreadable, read_face, read_marks
from wizard.exchange.pdf.streams import Refused, identity, unpacked

PAGE_BYTES = 2_000_000
"""What one page may unpack to; a full one of ours has 60,000."""

PIECES = 50
"""Streams that one page is drawn by, and nodes above it that we ask; ours needs a few."""

NAMED = frozenset({"/Font", "/XObject", "/ProcSet"})
"""What a page draws by name, and is compared where it does; the last means nothing any more."""

_PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}
"""What leaves anything on a page."""

_FOOT = ("/Artifact", "<<", "/Type", "/Pagination", "/Subtype", "/Footer", ">>")
_AS_OURS = {("/Artifact",), _FOOT, (*_FOOT[:5], "/Header", ">>")}
"""How we mark what is none of the text."""

_AROUND = "around"
"""What is drawn around a page of ours, its foot say: it says itself that it is none of the text."""


def marks_of(page: pikepdf.Page) -> Marks:
    """Return what a page draws; its size and what its colours mean stand as first steps.

    Raises ``Unreadable``.
    """
    try:
        resources: Any = _inherited(page, "/Resources") or pikepdf.Dictionary()
        fonts = resources.get("/Font", pikepdf.Dictionary())
        faces = {name: read_face(*_letters(font), identity(font)) for name, font in fonts.items()}
        pictures = resources.get("/XObject", pikepdf.Dictionary())
        things = {name: identity(picture) for name, picture in pictures.items()}
        # Colours, say, may be told to mean others: then the same marks are not the same page.
        others = [(key, identity(held)) for key, held in resources.items() if key not in NAMED]
        marks = read_marks(_content(page), faces, things)
    except (Refused, AttributeError, TypeError, ValueError, pikepdf.PdfError) as cause:
        raise Unreadable from cause
    whole = _inherited(page, "/MediaBox")
    cut = _inherited(page, "/CropBox") or whole
    sides = [float(side) for box in (whole, cut) for side in box]
    turned = str(_inherited(page, "/Rotate") or 0)
    marks.steps.insert(0, ("by", tuple(chain.from_iterable(sorted(others)))))
    marks.steps.insert(0, ("page", (*sides, turned, str(page.obj.get("/UserUnit", 1)))))
    return marks


def words_of(page: pikepdf.Page) -> list[str]:
    """Return the words of a page, whatever else it draws and however much its fonts hold.

    Raises ``Unreadable``.
    """
    try:
        resources: Any = _inherited(page, "/Resources") or pikepdf.Dictionary()
        fonts = resources.get("/Font", pikepdf.Dictionary())
        faces = {name: read_face(*_letters(font), "") for name, font in fonts.items()}
        return read_marks(_content(page), faces, {}).words
    except (Refused, AttributeError, TypeError, ValueError, pikepdf.PdfError) as cause:
        raise Unreadable from cause


def drawn_upon(file: pikepdf.Pdf) -> list[int]:
    """Return the pages of a form, from 1, that something was put into, or that were put there.

    A program that writes every page anew leaves no marks of ours: then it can not be told.
    """
    found = [_whose(page) for page in file.pages]
    are_told = any(is_ours for is_ours, _ in found)
    return [at for at, (_, is_upon) in enumerate(found, 1) if is_upon and are_told]


def _whose(page: pikepdf.Page) -> tuple[bool, bool]:
    """Say whether a page is one of ours, and whether anything on it came from elsewhere.

    All that we draw is marked as a part of the text, or as none.
    """
    try:
        resources: Any = _inherited(page, "/Resources") or pikepdf.Dictionary()
        pictures = resources.get("/XObject", pikepdf.Dictionary())
        steps = read_marks(
            _content(page), {}, {name: _place_of(one) for name, one in pictures.items()}
        ).steps
    except (Refused, AttributeError, TypeError, ValueError, pikepdf.PdfError, Unreadable):
        # Nothing that we draw is beyond reading.
        return False, True
    is_ours, paints, is_upon = False, False, False
    within: list[bool] = []
    for name, given in steps:
        is_ours |= given in (_FOOT, (_AROUND,))
        if name in ("BDC", "BMC"):
            # Layers and fields that were made part of a page are marked, too, in other ways.
            within.append(given in _AS_OURS or "/MCID" in given)
        elif name == "EMC":
            del within[-1:]
        elif name in _PAINTS:
            paints = True
            is_upon |= given != (_AROUND,) and not any(within)
    return is_ours, is_upon if is_ours else paints


def _place_of(picture: Any) -> str:
    if picture.get("/Subtype") != "/Form":
        return ""
    return _AROUND if unpacked(picture, PAGE_BYTES).startswith(b"/Artifact BMC") else ""


def _content(page: pikepdf.Page) -> bytes:
    contents: Any = page.obj.get("/Contents", pikepdf.Array())
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    if len(streams) > PIECES:
        raise Refused("too-much")
    content = b"\n".join(unpacked(stream, PAGE_BYTES) for stream in streams)
    if len(content) > PAGE_BYTES:
        raise Refused("too-much")
    return content


def _letters(font: Any) -> tuple[int, bytes]:
    """Return how many bytes a letter of a font has, and its own table of letters."""
    table = font.get("/ToUnicode")
    letters = unpacked(table, PAGE_BYTES) if table is not None else b""
    return 2 if font.get("/Subtype") == "/Type0" else 1, letters


def _inherited(page: pikepdf.Page, key: str) -> Any:
    node: Any = page.obj
    for _ in range(PIECES):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node.Parent
    raise Unreadable
