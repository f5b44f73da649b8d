"""What somebody filled into a form, and what they wrote beside its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from html import unescape
from typing import Any

import pikepdf

from wizard.exchange.pdf.streams import Refused
from wizard.exchange.returned import BELOW, JOURNEY

FIELDS, FIELD_LETTERS = 5_000, 50_000
"""Fields of a form we look at, and letters of one; the largest form of ours has 900."""

TIP_LETTERS = 300
"""Letters we take of what a field says it is for."""

SIGNED = "signed"
"""What stands for a signature that a viewer put into the file; nobody typed it."""

REMARKS = 500
"""What is written on the pages themselves that we look at."""

_NO_REMARK = {"/Widget", "/Link"}
"""What lies on a page and is nobody's words."""

_FRAMES = {"/Text", "/FreeText", "/Popup"}
"""What is there for words: empty it says nothing.  All else somebody drew, marked or attached: a
tick, perhaps, or words by hand, or an answer that shines yellow.  Nobody reads it here."""

_MARK_UP = re.compile("<[^<>]*>")


def read_form(file: pikepdf.Pdf) -> tuple[dict[str, str], dict[str, str]]:
    """Return the filled fields of a form by their full names: choice ids, and typed text.

    Then what each of them says it is for.  Raises ``Refused`` for more fields, or more text
    in one, than any form of ours has.
    """
    form: Any = file.Root.get("/AcroForm", pikepdf.Dictionary())
    # The last of them is taken first: what was filled in comes in the order of the sheet.
    waiting: list[tuple[str, Any]] = [("", field) for field in form.get("/Fields", [])][::-1]
    filled: dict[str, str] = {}
    tips: dict[str, str] = {}
    seen = set[tuple[int, int]]()
    for _ in range(FIELDS):
        if not waiting:
            _refuse_another(file, seen)
            return filled, tips
        above, field = waiting.pop()
        seen |= {one.objgen for one in (field, *field.get("/Kids", []))}
        name = BELOW.join(part for part in (above, str(field.get("/T", ""))) if part)
        text, is_box = _filled_in(field), field.get("/FT") == "/Btn"
        if name == JOURNEY and not above and name in filled:
            # Made one file of elsewhere: words would go over words, and ticks join ticks.
            raise Refused("forms")
        picked = _picked(field, text) if name and is_box else {}
        if picked:
            # By its box, as where several may be ticked: only what was typed is a field's own.
            filled |= {f"{name}{BELOW}{state}": state for state in picked}
            tips[name] = _tip(field)
            tips |= {f"{name}{BELOW}{state}": _tip(box) for state, box in picked.items()}
        elif text and name:
            filled[name] = text
            tips[name] = _tip(field)
        if field.get("/FT") != "/Btn" or "/V" not in field:
            waiting += [(name, kid) for kid in field.get("/Kids", [])][::-1]
    raise Refused("several")


def _filled_in(field: Any) -> str:
    """Return what was filled into a field.  Raises ``Refused`` for more than one may hold."""
    value = field.get("/V")
    if isinstance(value, pikepdf.Stream):
        raise Refused("too-much")
    if isinstance(value, pikepdf.Dictionary):
        return SIGNED
    text = "" if value is None else str(value)
    if len(text) > FIELD_LETTERS:
        raise Refused("too-much")
    # What is picked is a name; pypdf writes it as text.
    if isinstance(value, pikepdf.Name) or (field.get("/FT") == "/Btn" and text.startswith("/")):
        return "" if text == "/Off" else text[1:]
    return text


def _picked(field: Any, text: str) -> dict[str, Any]:
    """Return the boxes of a field that show a tick, by what each stands for.

    Where none does it is the one that the field names.  Preview on a Mac saves those it
    ticked, and neither the others nor the field itself
    (https://developer.apple.com/forums/thread/735073).
    """
    boxes = list(field.get("/Kids", []))
    shown = {str(box.get("/AS", "/Off"))[1:]: box for box in boxes}
    shown.pop("Off", None)
    if shown or not (boxes and text):
        return shown
    return {text: next((box for box in boxes if f"/{text}" in _states(box)), field)}


def _tip(field: Any) -> str:
    return str(field.get("/TU", ""))[:TIP_LETTERS]


def _states(box: Any) -> Any:
    """Return what a box looks like, by the names of its states."""
    return box.get("/AP", pikepdf.Dictionary()).get("/N", pikepdf.Dictionary())


def _refuse_another(file: pikepdf.Pdf, seen: Set[tuple[int, int]]) -> None:
    """Raise ``Refused`` where a page shows a filled field that the form has not.

    Programs that add pages of one form to another leave the fields of the second out of it.
    """
    for _page, mark in _marks(file):
        if mark.get("/Subtype") == "/Widget" and mark.objgen not in seen:
            above = mark.get("/Parent", mark)
            if above.objgen not in seen and (_filled_in(mark) or _filled_in(above)):
                raise Refused("forms")


def remarks(file: pikepdf.Pdf) -> tuple[tuple[int, str], ...]:
    """Return what a viewer's own text and remarks say, each with its page from 1.

    "Add text" and notes are no fields.  Where something else was put on a page it says nothing,
    once for all of that page.  Raises ``Refused`` for more than anybody writes.
    """
    said = ((page, str(mark.get("/Subtype")), _words(mark)) for page, mark in _marks(file))
    found = [(page, words) for page, kind, words in said
             if kind not in _NO_REMARK and (words or kind not in _FRAMES)]  # fmt: skip
    found = list(dict.fromkeys(found))
    if len(found) > REMARKS or any(len(words) > FIELD_LETTERS for _page, words in found):
        raise Refused("too-much")
    return tuple(found)


def _words(mark: Any) -> str:
    """Return what a remark says, which may stand there as rich text alone."""
    if plain := str(mark.get("/Contents", "")).strip():
        return plain
    return " ".join(unescape(_MARK_UP.sub(" ", str(mark.get("/RC", "")))).split())


def _marks(file: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(file.pages, start=1):
        found: Any = page.obj.get("/Annots", pikepdf.Array())
        yield from ((number, one) for one in found if isinstance(one, pikepdf.Dictionary))
