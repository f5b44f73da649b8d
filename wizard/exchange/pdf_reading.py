"""Reads a PDF that a stranger may have made.  pikepdf's door on the way in.

It runs in a child process with little memory and time (``pdf_child_reading``), for the
library itself can be made to unpack too much.  What we unpack ourselves is bounded, and
only through the one filter our own papers use.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from typing import Any

import pikepdf

from wizard.exchange.pdf_content import Face, Marks, Unreadable, read_face, read_marks
from wizard.exchange.pdf_whole import acts_alike, first_saved, is_plain, same_around
from wizard.exchange.returned import Change, Compared, Inside
from wizard.safe.canonical import digest
from wizard.safe.limits import ANSWERS_FILE_BYTES, PDF_BYTES

NAME = "before-you-post.json"
PRODUCER = "Before You Post"
FINGERPRINT = re.compile(r"(?:[A-Z2-7]{4} ){6}[A-Z2-7]{2}(?![A-Z2-7])")

PAGES = 2_000
PAGE_BYTES = 2_000_000
"""What one page may unpack to; a full one of ours has 60,000."""

FIELDS, FIELD_LETTERS = 5_000, 50_000
"""Fields of a form we look at, and letters of one; the largest form of ours has 900."""

TREE = 50
"""Nodes of the tree of attachments we look at; ours has one."""

DEPTH, PARTS = 8, 20_000
"""How far we follow what a font or picture is made of; ours goes 3 deep."""

SAVING = frozenset({"/Length", "/Filter", "/DecodeParms", "/Parent"})
"""Keys that say how something was saved, not what it is."""

SHOWN = 8
"""Words of a difference that are told."""


class Refused(Exception):
    """The file is not read any further; the text is the code of the reason."""


def look_inside(content: bytes) -> Inside:
    """Return what a PDF carries.  Raises ``Refused``."""
    with _opened(content) as file:
        carried = _carried(file)
        if carried is not None:
            _refuse_mended(file)
        return Inside(carried, _says_ours(file), _printed(file), fields(file))


def compare(content: bytes, drawn: bytes, *, exact: bool) -> Compared:
    """Return the pages of ``content`` that are not as in ``drawn``, which we made ourselves.

    Not ``exact``: the two were drawn by different editions, so only words are compared,
    wherever on the paper they stand.  Raises ``Refused``.
    """
    with _opened(content) as theirs, _opened(drawn) as ours:
        if is_plain(content, theirs):
            return Compared(tuple(_differences(theirs, ours, exact=exact)))
        before = first_saved(content, theirs)
        if before is None or not _is_as_drawn(before, ours, exact=exact):
            raise Refused("two-faced")
        changes = _differences(theirs, ours, exact=exact)
        return Compared(tuple(changes), saved_again=True)


def _is_as_drawn(content: bytes, ours: pikepdf.Pdf, *, exact: bool) -> bool:
    """Say whether a file is plain, and nothing in it differs from what we drew."""
    try:
        with _opened(content) as theirs:
            return is_plain(content, theirs) and not _differences(theirs, ours, exact=exact)
    except Refused:
        return False


def _differences(theirs: pikepdf.Pdf, ours: pikepdf.Pdf, *, exact: bool) -> list[Change]:
    """Return what differs on the pages, or if nothing does, around them."""
    changes = _changes(theirs, ours) if exact else _other_words(theirs, ours)
    # Only now has the library seen all that there is to mend.
    _refuse_mended(theirs)
    alike = same_around if exact else acts_alike
    return changes if changes or alike(theirs, ours) else [Change(0, "around")]


def _changes(theirs: pikepdf.Pdf, ours: pikepdf.Pdf) -> list[Change]:
    """Return the pages that differ in anything that is drawn."""
    changes = []
    count, wanted = len(theirs.pages), len(ours.pages)
    for at in range(min(count, wanted)):
        change = _changed(at + 1, theirs.pages[at], ours.pages[at])
        changes += [change] if change else []
    changes += [Change(at + 1, "added") for at in range(wanted, count)]
    changes += [Change(at + 1, "missing") for at in range(count, wanted)]
    return changes


def _opened(content: bytes) -> pikepdf.Pdf:
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


def _refuse_mended(file: pikepdf.Pdf) -> None:
    """The library mends what it can in silence; other readers show something else."""
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


def unpacked(stream: Any, limit: int) -> bytes:
    """Return the bytes of a stream; raises ``Refused`` for more than ``limit`` of them."""
    filters = stream.get("/Filter")
    parts = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if "/DecodeParms" in stream or parts not in ([None], [pikepdf.Name.FlateDecode], []):
        raise Refused("odd-packing")
    raw = stream.read_raw_bytes()
    if parts in ([None], []):
        if len(raw) > limit:
            raise Refused("too-much")
        return bytes(raw)
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(raw, limit + 1)
    except zlib.error as cause:
        raise Refused("damaged") from cause
    if len(content) > limit:
        raise Refused("too-much")
    if not unpacking.eof or unpacking.unused_data.strip():
        raise Refused("damaged")
    return content


def fields(file: pikepdf.Pdf) -> dict[str, str]:
    """Return the filled fields of a form by their full names: choice ids, and typed text.

    Raises ``Refused`` for more fields, or more text in one, than any form of ours has.
    """
    form: Any = file.Root.get("/AcroForm", pikepdf.Dictionary())
    waiting: list[tuple[str, Any]] = [("", field) for field in form.get("/Fields", [])]
    filled: dict[str, str] = {}
    for _ in range(FIELDS):
        if not waiting:
            return filled
        above, field = waiting.pop()
        name = ".".join(part for part in (above, str(field.get("/T", ""))) if part)
        value = field.get("/V")
        if isinstance(value, pikepdf.Stream):
            raise Refused("too-much")
        text = "" if value is None else str(value)
        if len(text) > FIELD_LETTERS:
            raise Refused("too-much")
        if isinstance(value, pikepdf.Name):
            text = "" if text == "/Off" else text[1:]
        if text and name:
            filled[name] = text
        if field.get("/FT") != "/Btn" or "/V" not in field:
            waiting += [(name, kid) for kid in field.get("/Kids", [])]
    raise Refused("several")


def _says_ours(file: pikepdf.Pdf) -> bool:
    return str(file.docinfo.get("/Producer", "")) == PRODUCER


def _printed(file: pikepdf.Pdf) -> tuple[str, ...]:
    if not len(file.pages):
        raise Refused("damaged")
    try:
        words = _marks(file.pages[0]).words
    except Unreadable:
        return ()
    return tuple(FINGERPRINT.findall(" ".join(words)))


def _marks(page: pikepdf.Page) -> Marks:
    """Return what a page draws, with its size as a first step.  Raises ``Unreadable``."""
    try:
        resources: Any = _inherited(page, "/Resources") or pikepdf.Dictionary()
        fonts = resources.get("/Font", pikepdf.Dictionary())
        faces = {name: _face(font) for name, font in fonts.items()}
        pictures = resources.get("/XObject", pikepdf.Dictionary())
        things = {name: identity(picture) for name, picture in pictures.items()}
        marks = read_marks(_content(page), faces, things)
    except (Refused, AttributeError, TypeError, ValueError, pikepdf.PdfError) as cause:
        raise Unreadable from cause
    whole = _inherited(page, "/MediaBox")
    cut = _inherited(page, "/CropBox") or whole
    sides = [float(side) for box in (whole, cut) for side in box]
    turned = str(_inherited(page, "/Rotate") or 0)
    marks.steps.insert(0, ("page", (*sides, turned, str(page.obj.get("/UserUnit", 1)))))
    return marks


def _content(page: pikepdf.Page) -> bytes:
    contents: Any = page.obj.get("/Contents", pikepdf.Array())
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    content = b"\n".join(unpacked(stream, PAGE_BYTES) for stream in streams[:TREE])
    if len(content) > PAGE_BYTES:
        raise Refused("too-much")
    return content


def _face(font: Any) -> Face:
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    table = font.get("/ToUnicode")
    letters = unpacked(table, PAGE_BYTES) if table is not None else b""
    return read_face(width, letters, identity(font))


def identity(thing: Any) -> str:
    """Return a digest of a font or picture with all it is made of, however it is saved."""
    parts: list[str] = []

    def write(part: Any, depth: int) -> None:
        if depth > DEPTH or len(parts) > PARTS:
            raise Unreadable
        if isinstance(part, pikepdf.Stream):
            parts.append(digest(unpacked(part, PDF_BYTES)))
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            keys = sorted(set(part.keys()) - SAVING)
            # How many: else what lies in a thing and what lies beside it look alike.
            parts.append(f"<{len(keys)}>")
            for key in keys:
                parts.append(key)
                write(part[key], depth + 1)
        elif isinstance(part, pikepdf.Array):
            parts.append(f"[{len(part)}]")
            for one in part:
                write(one, depth + 1)
        else:
            parts.append(repr(part))

    write(thing, 0)
    return digest("\n".join(parts).encode())


def _inherited(page: pikepdf.Page, key: str) -> Any:
    node: Any = page.obj
    for _ in range(TREE):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node.Parent
    return None


def _changed(number: int, page: pikepdf.Page, drawn: pikepdf.Page) -> Change | None:
    if len(page.obj.get("/Annots", pikepdf.Array())):
        return Change(number, "over")
    try:
        marks = _marks(page)
    except Unreadable:
        return Change(number, "marks")
    wanted = _marks(drawn)
    if marks.steps == wanted.steps:
        return None
    printed, expected = _apart(marks.words, wanted.words)
    if printed or expected:
        return Change(number, "words", printed, expected)
    return Change(number, "marks")


def _apart(printed: list[str], expected: list[str]) -> tuple[str, str]:
    """Return the first few words in which two pages differ."""
    start = 0
    while start < min(len(printed), len(expected)) and printed[start] == expected[start]:
        start += 1
    end = 0
    most = min(len(printed), len(expected)) - start
    while end < most and printed[-1 - end] == expected[-1 - end]:
        end += 1
    mine = printed[start : len(printed) - end][:SHOWN]
    theirs = expected[start : len(expected) - end][:SHOWN]
    return " ".join(mine), " ".join(theirs)


def _other_words(theirs: pikepdf.Pdf, ours: pikepdf.Pdf) -> list[Change]:
    wanted = Counter(word for page in ours.pages for word in _marks(page).body_words)
    changes = []
    for number, page in enumerate(theirs.pages, 1):
        if len(page.obj.get("/Annots", pikepdf.Array())):
            changes.append(Change(number, "over"))
        try:
            marks = _marks(page)
        except Unreadable:
            changes.append(Change(number, "marks"))
            continue
        if any(name == "Do" and given == ("form",) for name, given in marks.steps):
            changes.append(Change(number, "marks"))
        extra = []
        for word in marks.body_words:
            if wanted[word]:
                wanted[word] -= 1
            else:
                extra.append(word)
        if extra:
            changes.append(Change(number, "words", " ".join(extra[:SHOWN])))
    left = " ".join(+wanted)
    if left and not changes:
        changes.append(Change(len(theirs.pages), "words", "", " ".join(left.split()[:SHOWN])))
    return changes
