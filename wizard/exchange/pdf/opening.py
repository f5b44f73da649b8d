"""What a PDF carries inside: our data, what was filled into a form, printed fingerprints."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf

from wizard.exchange.pdf.marks import Unreadable
from wizard.exchange.pdf.page import words_of
from wizard.exchange.pdf.streams import Refused, unpacked
from wizard.exchange.returned import BELOW, JOURNEY, Inside
from wizard.safe.limits import ANSWERS_FILE_BYTES

NAME = "before-you-post.json"
PRODUCER = "Before You Post"
FINGERPRINT = re.compile(r"(?:[A-Z2-7]{4} ){6}[A-Z2-7]{2}(?![A-Z2-7])")

MARK = re.compile(r"\b(?:[2-9A-Z]{4}-[2-9A-Z]{4}|(?:[0-9A-Z]{5} ){6}[0-9A-Z]{5})\b")
"""A reference, or the code of a recovery sheet."""

PAGES = 2_000

FIELDS, FIELD_LETTERS = 5_000, 50_000
"""Fields of a form we look at, and letters of one; the largest form of ours has 900."""

TIP_LETTERS = 300
"""Letters we take of what a field says it is for."""

SIGNED = "signed"
"""What stands for a signature that a viewer put into the file; nobody typed it."""

TREE = 50
"""Nodes of the tree of attachments we look at; ours has one."""


def look_inside(content: bytes) -> Inside:
    """Return what a PDF carries.  Raises ``Refused``."""
    with opened(content) as file:
        carried = _carried(file)
        if carried is not None:
            refuse_mended(file)
        words = _first_words(file)
        printed, marks = (tuple(one.findall(words)) for one in (FINGERPRINT, MARK))
        return Inside(carried, _says_ours(file), printed, *_fields(file), marks)


def opened(content: bytes) -> pikepdf.Pdf:
    """Open a file as it is, nothing mended.  Raises ``Refused``."""
    try:
        file = pikepdf.open(io.BytesIO(content), suppress_warnings=True, attempt_recovery=False)
    except pikepdf.PasswordError as cause:
        raise Refused("encrypted") from cause
    except pikepdf.PdfError as cause:
        raise Refused("damaged") from cause
    if file.is_encrypted:
        raise Refused("encrypted")
    if len(file.pages) > PAGES:
        raise Refused("too-long")
    return file


def refuse_mended(file: pikepdf.Pdf) -> None:
    """Raise ``Refused`` for what the library mends in silence: other readers show another page."""
    if file.get_warnings():
        raise Refused("damaged")


def _carried(file: pikepdf.Pdf) -> bytes | None:
    names: Any = file.Root.get("/Names", pikepdf.Dictionary())
    found = _leaves(names.get("/EmbeddedFiles")) if "/EmbeddedFiles" in names else []
    if not found:
        return None
    if len(found) > 1 or len(file.Root.get("/AF", pikepdf.Array())) > 1:
        raise Refused("several")
    name, specification = found[0]
    if name != NAME:
        return None
    stream: Any = specification.get("/EF", pikepdf.Dictionary()).get("/F")
    if not isinstance(stream, pikepdf.Stream):
        raise Refused("damaged")
    return unpacked(stream, ANSWERS_FILE_BYTES)


def _leaves(root: Any) -> list[tuple[str, Any]]:
    """Return the names and what they stand for, looking at few nodes only."""
    found: list[tuple[str, Any]] = []
    waiting = [root]
    for _ in range(TREE):
        if not waiting:
            return found
        node = waiting.pop()
        pairs = list(node.get("/Names", pikepdf.Array()))
        found += [(str(pairs[at]), pairs[at + 1]) for at in range(0, len(pairs) - 1, 2)]
        waiting += list(node.get("/Kids", pikepdf.Array()))
    raise Refused("several")


def _fields(file: pikepdf.Pdf) -> tuple[dict[str, str], dict[str, str]]:
    """Return the filled fields of a form by their full names: choice ids, and typed text.

    Then what each of them says it is for.  Raises ``Refused`` for more fields, or more text
    in one, than any form of ours has.
    """
    form: Any = file.Root.get("/AcroForm", pikepdf.Dictionary())
    # The last of them is taken first: what was filled in comes in the order of the sheet.
    waiting: list[tuple[str, Any]] = [("", field) for field in form.get("/Fields", [])][::-1]
    filled: dict[str, str] = {}
    tips: dict[str, str] = {}
    for _ in range(FIELDS):
        if not waiting:
            return filled, tips
        above, field = waiting.pop()
        name = BELOW.join(part for part in (above, str(field.get("/T", ""))) if part)
        text, is_box = _filled_in(field), field.get("/FT") == "/Btn"
        if name == JOURNEY and not above and name in filled:
            # Made one file of elsewhere: words would go over words, and ticks join ticks.
            raise Refused("forms")
        turned = _turned(field) if name and is_box else {}
        if turned and turned.keys() != {text}:
            filled |= {f"{name}{BELOW}{state}": state for state in turned}
            tips |= {f"{name}{BELOW}{state}": _tip(box) for state, box in turned.items()}
        elif text and name:
            filled[name] = text
            tips[name] = _tip(field)
            # One of several that exclude each other is no field by itself, yet says what it is.
            boxes = [box for box in field.get("/Kids", []) if f"/{text}" in _states(box)]
            tips |= {f"{name}{BELOW}{text}": _tip(box) for box in boxes if is_box}
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


def _turned(field: Any) -> dict[str, Any]:
    """Return the boxes of a field that show a tick, by what each stands for.

    Preview on a Mac saves those it ticked, and neither the others nor the field itself
    (https://developer.apple.com/forums/thread/735073).
    """
    shown = {str(box.get("/AS", "/Off")): box for box in field.get("/Kids", [])}
    return {state[1:]: box for state, box in shown.items() if state != "/Off"}


def _tip(field: Any) -> str:
    return str(field.get("/TU", ""))[:TIP_LETTERS]


def _states(box: Any) -> Any:
    """Return what a box looks like, by the names of its states."""
    return box.get("/AP", pikepdf.Dictionary()).get("/N", pikepdf.Dictionary())


def _says_ours(file: pikepdf.Pdf) -> bool:
    return str(file.docinfo.get("/Producer", "")) == PRODUCER


def _first_words(file: pikepdf.Pdf) -> str:
    if not len(file.pages):
        raise Refused("damaged")
    try:
        return " ".join(words_of(file.pages[0]))
    except Unreadable:
        return ""
