"""Whether a whole PDF is one and the same for every reader, and what lies around its pages.

Programs that show a PDF do not agree on what is odd: some take the first of two keys,
some the last object of a number, some believe a count.  What is plain for all of them
has none of these.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf

from wizard.exchange.pdf.streams import identity

TAIL = 100
"""Bytes from the last ``startxref`` to the end; readers look for it in the last 1,000."""

NODES, DEEPEST = 5_000, 50
"""Nodes of the tree of pages that we look at, and how deep; 2,000 pages need few."""

_END = b"%%EOF"
_GAP = rb"(?:[\x00\s]|%[^\r\n]*[\r\n])+"
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})" + _GAP + rb"\d{1,5}" + _GAP + rb"obj\b")
_ROOT = re.compile(rb"/Root" + _GAP + rb"(\d+)" + _GAP + rb"\d+" + _GAP + rb"R")
_LINK = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9a-fA-F]+>|(\d+) \d+ R", re.DOTALL)

_COMPARED = frozenset({"/Pages", "/AF", "/Names"})
_OF_THE_FILE = frozenset(
    {"/Type", "/Metadata", "/Version", "/Extensions", "/PageMode", "/PageLayout"}
)
"""What programs put down as they save: it opens a list beside the pages, never another page."""

_OF_A_PAGE = frozenset({"/MediaBox", "/CropBox", "/Rotate", "/Resources", "/UserUnit"})
_TOLD = ("/Title", "/Author", "/Subject", "/Keywords")
_DUBLIN, _ADOBE = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/pdf/1.3/}"
_TOLD_IN_XMP = frozenset(
    {
        *(_DUBLIN + name for name in ("title", "creator", "subject", "description")),
        f"{_ADOBE}Keywords",
    }
)


def is_plain(content: bytes, file: pikepdf.Pdf) -> bool:
    """Say whether every reader, also one that mends, finds the same pages in a file."""
    return _rewritten(content, file) == set()


def first_saved(content: bytes, file: pikepdf.Pdf) -> bytes | None:
    """Return a file as it was before other programs saved it again by adding to its end.

    None if they wrote more again than what a file says of itself: then a reader that
    mends may find other pages in it.
    """
    again = _rewritten(content, file)
    of_itself = (file.Root, file.trailer.get("/Info"), file.Root.get("/Metadata"))
    told = {thing.objgen[0] for thing in of_itself if isinstance(thing, pikepdf.Object)}
    if again is None or not again <= told:
        return None
    return content[: content.find(_END) + len(_END)]


def _rewritten(content: bytes, file: pikepdf.Pdf) -> set[int] | None:
    """Return the objects that are there more than once; None where readers differ anyway."""
    end = content.rfind(b"startxref")
    if not content.startswith(b"%PDF-") or len(content.rstrip(b"\r\n \t")) - end > TAIL:
        return None
    if len(content) - end > TAIL or "/XRefStm" in file.trailer:
        return None
    roots = {int(number) for number in _ROOT.findall(content)}
    written = Counter(int(number) for number in _OBJECT.findall(content))
    # The library reads an object when it is looked at, and only then says what is wrong.
    written.update(number for thing in file.objects for number in _packed(thing))
    found = all(file.get_object(number, 0) is not None for number in written)
    if not found or roots != {file.Root.objgen[0]} or not _pages_add_up(file):
        return None
    return {number for number, times in written.items() if times > 1}


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
    titles = _told_in_xmp(theirs)
    # Where it is gone, what the file tells elsewhere counts.
    if titles and titles != _told_in_xmp(ours):
        return False
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


def _told_in_xmp(file: pikepdf.Pdf) -> list[str]:
    """Return title, author and the like as the metadata give them; viewers show those first."""
    held: Any = file.Root.get("/Metadata")
    if not isinstance(held, pikepdf.Stream):
        return []
    try:
        root = ET.fromstring(held.read_bytes())  # noqa: S314 - in a child, with a cap
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ET.ParseError, ValueError, LookupError):
        return ["?"]  # nothing of ours: no two programs need find the same in it
    told = [
        " ".join("".join(element.itertext()).split())
        for element in root.iter()
        if element.tag in _TOLD_IN_XMP
    ]
    given = [
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if name in _TOLD_IN_XMP
    ]
    return [words for words in (*told, *given) if words]


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
            yield identity(thing)
        else:
            yield _LINK.sub(named, thing.unparse(resolved=True))
