"""Whether a whole PDF is one and the same for every reader, and what lies around its pages.

Programs that show a PDF do not agree on what is odd: some take the first of two keys,
some the last object of a number, some believe a count.  What is plain for all of them
has none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

TAIL = 100
"""Bytes from the last ``startxref`` to the end; readers look for it in the last 1,000."""

NODES, DEEPEST = 5_000, 50
"""Nodes of the tree of pages that we look at, and how deep; 2,000 pages need few."""

_GAP = rb"(?:[\x00\s]|%[^\r\n]*[\r\n])+"
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})" + _GAP + rb"\d{1,5}" + _GAP + rb"obj\b")
_ROOT = re.compile(rb"/Root" + _GAP + rb"(\d+)" + _GAP + rb"\d+" + _GAP + rb"R")
_LINK = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9a-fA-F]+>|(\d+) \d+ R", re.DOTALL)

_COMPARED = frozenset({"/Pages", "/AF", "/Names"})
_OF_THE_FILE = frozenset({"/Type", "/Metadata", "/Version", "/Extensions"})
_OF_A_PAGE = frozenset({"/MediaBox", "/CropBox", "/Rotate", "/Resources", "/UserUnit"})
_TOLD = ("/Title", "/Author", "/Subject", "/Keywords")


def is_plain(content: bytes, file: pikepdf.Pdf) -> bool:
    """Say whether every reader, also one that mends, finds the same pages in a file."""
    end = content.rfind(b"startxref")
    if not content.startswith(b"%PDF-") or len(content.rstrip(b"\r\n \t")) - end > TAIL:
        return False
    if len(content) - end > TAIL or "/XRefStm" in file.trailer:
        return False
    roots = {int(number) for number in _ROOT.findall(content)}
    written = [int(number) for number in _OBJECT.findall(content)]
    # The library reads an object when it is looked at, and only then says what is wrong.
    written += [number for thing in file.objects for number in _packed(thing)]
    once = len(set(written)) == len(written) and all(
        file.get_object(number, 0) is not None for number in written
    )
    return once and roots == {file.Root.objgen[0]} and _pages_add_up(file)


def _packed(thing: Any) -> list[int]:
    """Return the numbers of the objects that lie inside a stream of objects."""
    if not isinstance(thing, pikepdf.Stream) or thing.get("/Type") != "/ObjStm":
        return []
    head = thing.read_bytes()[: int(thing.First)].split()
    return [int(number) for number in head[::2]]


def _pages_add_up(file: pikepdf.Pdf) -> bool:
    """Say whether the tree of pages has as many as it says, and each of them once."""
    found: list[int] = []
    looked = 0

    def count(node: Any, depth: int) -> int:
        nonlocal looked
        looked += 1
        if depth > DEEPEST or looked > NODES:
            raise pikepdf.PdfError
        if "/Kids" not in node:
            found.append(node.objgen[0])
            return 1
        number = sum(count(kid, depth + 1) for kid in node.Kids)
        if node.Type != "/Pages" or number != node.Count:
            raise pikepdf.PdfError
        return number

    try:
        count(file.Root.Pages, 0)
    except (pikepdf.PdfError, AttributeError, TypeError):
        return False
    return found == [page.obj.objgen[0] for page in file.pages] and len(set(found)) == len(found)


def same_around(theirs: pikepdf.Pdf, ours: pikepdf.Pdf) -> bool:
    """Say whether two files have the same around their pages.

    That is what a screen reader says, the list of contents, the title, and what starts
    by itself (ours starts nothing).
    """
    return list(_around(theirs)) == list(_around(ours))


def acts_alike(theirs: pikepdf.Pdf, ours: pikepdf.Pdf) -> bool:
    """Say whether a file has nothing that starts by itself or takes the place of its pages.

    For papers of another edition, whose list of contents may well be another.
    """
    return _kinds(theirs) <= _kinds(ours)


def _kinds(file: pikepdf.Pdf) -> set[str]:
    names: Any = file.Root.get("/Names", pikepdf.Dictionary())
    pages = {key for page in file.pages for key in page.obj.keys() - _OF_A_PAGE}
    return set(file.Root.keys()) - _OF_THE_FILE | set(names.keys()) | pages


def _around(file: pikepdf.Pdf) -> Iterator[object]:
    """Yield all that hangs on the catalog, in an order that does not depend on numbers."""
    yield sorted(_kinds(file))
    yield [str(file.docinfo.get(key, "")) for key in _TOLD]
    numbers = {page.obj.objgen[0]: b"page %d" % at for at, page in enumerate(file.pages)}
    waiting: list[int] = []

    def named(found: re.Match[bytes]) -> bytes:
        if found[1] is None:
            return found[0]
        number = int(found[1])
        if number not in numbers:
            numbers[number] = b"thing %d" % len(numbers)
            waiting.append(number)
        return numbers[number]

    for key in sorted(set(file.Root.keys()) - _OF_THE_FILE - _COMPARED):
        held: Any = file.Root[key]
        yield key, _LINK.sub(named, held.unparse()) if hasattr(held, "unparse") else held
    for number in waiting:
        thing = file.get_object(number, 0)
        if isinstance(thing, pikepdf.Stream):
            yield str(thing.get("/Type")), str(thing.get("/Subtype"))
        else:
            yield _LINK.sub(named, thing.unparse(resolved=True))
