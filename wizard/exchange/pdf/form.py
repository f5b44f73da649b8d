"""What somebody filled into a form, and what they wrote beside its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from html import unescape
from typing import Any

import pikepdf

from wizard.exchange.pdf.marks import Unreadable, read_marks
from wizard.exchange.pdf.streams import Refused, unpacked
from wizard.exchange.returned import BELOW, JOURNEY

FIELDS, FIELD_LETTERS = 5_000, 50_000
"""Fields of a form we look at, and letters of one; the largest form of ours has 900."""

TIP_LETTERS = 300
"""Letters we take of what a field says it is for."""

SIGNED = "signed"
"""What stands for a signature that a viewer put into the file; nobody typed it."""

REMARKS = 500
"""What is written on the pages themselves that we look at."""

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
        if "/T" in field and name in filled and (name == JOURNEY or text not in ("", filled[name])):
            # Made one file of elsewhere: words would go over words, and ticks join ticks.
            raise Refused("forms")
        # One of several that may be ticked has a name of its own, below that of its question.
        picked = _picked(field, text) if name and is_box and BELOW not in name else {}
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
    value, is_box = field.get("/V"), field.get("/FT") == "/Btn"
    if isinstance(value, pikepdf.Dictionary) and not isinstance(value, pikepdf.Stream):
        return SIGNED
    text = _plain(_text(field.get("/RV"))) if value is None else _text(value)
    if len(text) > FIELD_LETTERS:
        raise Refused("too-much")
    # What is picked is a name; pypdf writes it as text.
    if isinstance(value, pikepdf.Name) or (is_box and text.startswith("/")):
        text = "" if text == "/Off" else text[1:]
    return text or (_shown(field) if is_box and "/T" in field else "")


def _text(value: Any) -> str:
    """Return a text, whichever way it is kept: a long one may be a stream."""
    if isinstance(value, pikepdf.Stream):
        value = pikepdf.String(unpacked(value, FIELD_LETTERS * 2))
    return "" if value is None else str(value)


def _plain(rich: str) -> str:
    return " ".join(unescape(_MARK_UP.sub(" ", rich)).split())


def _shown(box: Any) -> str:
    """Return the state that a box shows, empty for no tick: Preview may save nothing else."""
    state = str(box.get("/AS", "/Off"))
    return "" if state == "/Off" else state[1:]


def _picked(field: Any, text: str) -> dict[str, Any]:
    """Return the boxes of a field that show a tick, by what each stands for.

    Where none does it is the one that the field names.  Preview on a Mac saves those it
    ticked, and neither the others nor the field itself
    (https://developer.apple.com/forums/thread/735073).
    """
    boxes = list(field.get("/Kids", []))
    shown = {state: box for box in boxes if (state := _shown(box))}
    if shown or not text:
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
            if above.objgen not in seen and (_filled_in(mark) or _filled_in(above) or _shown(mark)):
                raise Refused("forms")


def remarks(file: pikepdf.Pdf) -> tuple[tuple[int, str], ...]:
    """Return what a viewer's own text and remarks say, each with its page from 1.

    "Add text" and notes are no fields.  Where something else was put on a page it says nothing,
    once for all of that page.  Raises ``Refused`` for more than anybody writes.
    """
    told = ((page, _said(mark)) for page, mark in _marks(file))
    found = list(dict.fromkeys((page, words) for page, words in told if words is not None))
    if len(found) > REMARKS or any(len(words) > FIELD_LETTERS for _page, words in found):
        raise Refused("too-much")
    return tuple(found)


def _said(mark: Any) -> str | None:
    """Return what was written there, nothing where something was drawn; None for neither."""
    kind = str(mark.get("/Subtype"))
    if kind == "/Widget":
        return "" if _has_looks_alone(mark) else None
    if kind == "/Link":
        return None
    # It may stand there as rich text alone.
    words = str(mark.get("/Contents", "")).strip() or _plain(str(mark.get("/RC", "")))
    return words if words or kind not in _FRAMES else None


def _has_looks_alone(field: Any) -> bool:
    """Say whether words or a picture were drawn into a field that says it is empty."""
    look = field.get("/AP", pikepdf.Dictionary()).get("/N")
    above = field.get("/Parent", field)
    if not isinstance(look, pikepdf.Stream) or _filled_in(field) or _filled_in(above):
        return False
    try:
        drawn = read_marks(unpacked(look, FIELD_LETTERS), {}, {})
    except (Refused, Unreadable):
        return True
    return bool(drawn.words) or any(name == "Do" for name, _ in drawn.steps)


def _marks(file: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(file.pages, start=1):
        found: Any = page.obj.get("/Annots", pikepdf.Array())
        yield from ((number, one) for one in found if isinstance(one, pikepdf.Dictionary))
