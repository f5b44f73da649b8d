"""What a PDF carries inside: our data, what was filled into a form, printed fingerprints."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf

from wizard.exchange.pdf.form import read_form, remarks
from wizard.exchange.pdf.marks import Unreadable
from wizard.exchange.pdf.page import drawn_upon, words_of
from wizard.exchange.pdf.streams import Refused, unpacked
from wizard.exchange.returned import JOURNEY, Inside
from wizard.model.paper import ATTACHED, PRODUCER
from wizard.safe.limits import ANSWERS_FILE_BYTES

FINGERPRINT = re.compile(r"(?:[A-Z2-7]{4} ){6}[A-Z2-7]{2}(?![A-Z2-7])")

MARK = re.compile(r"\b(?:[2-9A-Z]{4}-[2-9A-Z]{4}|(?:[0-9A-Z]{5} ){6}[0-9A-Z]{5})\b")
"""A reference, or the code of a recovery sheet."""

PAGES = 2_000

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
        fields, tips = read_form(file)
        said = _said(file, is_form=JOURNEY in fields)
        return Inside(carried, _says_ours(file), printed, fields, tips, marks, said)


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
    if name != ATTACHED:
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


def _says_ours(file: pikepdf.Pdf) -> bool:
    return str(file.docinfo.get("/Producer", "")) == PRODUCER


def _said(file: pikepdf.Pdf, *, is_form: bool) -> tuple[tuple[int, str], ...]:
    """Return what was put on the pages; papers are compared as a whole, forms with none."""
    found = remarks(file)
    if is_form:
        found = tuple(dict.fromkeys((*found, *((page, "") for page in drawn_upon(file)))))
    return found


def _first_words(file: pikepdf.Pdf) -> str:
    if not len(file.pages):
        raise Refused("damaged")
    try:
        return " ".join(words_of(file.pages[0]))
    except Unreadable:
        return ""
