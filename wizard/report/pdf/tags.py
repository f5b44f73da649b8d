"""What the marks on the page mean: the structure a screen reader walks through.

Elements are made while boxes are laid out, so their order is the order of reading;
each is given its marks when a pen draws inside it.  Anything drawn outside an element
is an artifact, and text outside both is refused by the pen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlab.pdfbase import pdfdoc

from wizard.report.pdf.text import tidy


class Widget:
    """A field of a form on a page.

    ``name`` is that of its object in the file, ``key`` its number in the structure; both
    are given when the form is written.
    """

    __slots__ = ("key", "name", "page")

    def __init__(self, page: int) -> None:
        self.page = page
        self.name = ""
        self.key = -1


class Element:
    """One element of the structure: a role, and its children or marks in order.

    ``actual`` is its text as it was typed, where what stands in the file runs from the
    right; ``alt`` says in words what a figure shows; ``attributes`` is a ready PDF dictionary
    (scope of a header, say).
    """

    __slots__ = ("actual", "alt", "attributes", "kids", "role")

    def __init__(self, role: str, alt: str = "", attributes: str = "") -> None:
        self.role = role
        self.actual = ""
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Element | Widget | tuple[int, int]] = []

    def child(self, role: str, alt: str = "", attributes: str = "") -> Element:
        """Add an element at the end of this one and return it."""
        made = Element(role, alt, attributes=attributes)
        self.kids.append(made)
        return made

    def mark(self, page: int, number: int) -> None:
        """Note that the marked content ``number`` of page ``page`` belongs here."""
        self.kids.append((page, number))

    def is_bare_paragraph(self) -> bool:
        """Whether it is a paragraph that holds nothing but what is written in it."""
        told = self.actual or self.alt or self.attributes
        return self.role == "P" and not told and not any(isinstance(k, Element) for k in self.kids)

    def is_empty(self) -> bool:
        """Whether nothing was ever drawn in it.  Cells of a table count even when empty."""
        return self.role not in ("TD", "TH") and all(
            isinstance(kid, Element) and kid.is_empty() for kid in self.kids
        )


_HOLDERS = frozenset({"TD", "TH", "LBody", "Lbl"})
"""What may hold words without a paragraph around them."""

SCOPE_COLUMN = "<</O/Table/Scope/Column>>"
SCOPE_ROW = "<</O/Table/Scope/Row>>"


_PLAIN = re.compile(r"[ !#-'*-;=?-\[\]-z]*")
"""What may stand between brackets as it is: nothing that could end or escape the text."""

_KNOWN = str.maketrans(
    {
        **{
            chr(code): f"\\{code:03o}"
            for code in (*b"()\\<>", *range(0xA1, 0xAD), *range(0xAE, 0x100))
        },
        "–": "\\205",
        "—": "\\204",
        "’": "\\220",
        "‘": "\\217",
        "“": "\\215",
        "”": "\\216",
    }
)
"""Letters that PDF has a code of one byte for (PDFDocEncoding), each as its escape."""


def string(text: str) -> str:
    """Write ``text`` as a PDF text string: in letters if they have codes of one byte.

    Else in hexadecimal.  In neither can anything end the text early.
    """
    escaped = text.translate(_KNOWN)
    if _PLAIN.fullmatch(escaped.replace("\\", "")):
        return f"({escaped})"
    return spelt(text)


def spelt(text: str) -> str:
    """Write ``text`` as a PDF text string in hexadecimal."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"


class _Written(pdfdoc.PDFObject):
    """An object of the file that is written once all references are known."""

    def __init__(self) -> None:
        self.body = ""
        self.number = 0

    def format(self, _: pdfdoc.PDFDocument) -> bytes:
        return self.body.encode("ascii")


class Structure:
    """The whole tree of one paper."""

    def __init__(self) -> None:
        self.root = Element("Document")

    def add_to(
        self, file: pdfdoc.PDFDocument, pages: list[pdfdoc.PDFObjectReference]
    ) -> pdfdoc.PDFObjectReference:
        """Put the tree into ``file`` and return the reference for its catalog.

        ``pages`` are the references of the drawn pages, in order; each has its index
        as ``StructParents``.
        """
        numbers = file.idToObjectNumberAndVersion
        top = _Written()
        parents = _Written()
        top_ref = file.Reference(top)
        parents_ref = file.Reference(parents)
        kept = dict(_kept(self.root))
        held: dict[Element, _Written] = {}
        for element in sorted(kept, key=lambda one: one.role):  # like beside like packs better
            held[element] = _Written()
            held[element].number = numbers[file.Reference(held[element]).name][0]
        of_page: list[dict[int, int]] = [{} for _ in pages]
        of_field: list[str] = []
        page_refs = [f"{numbers[page.name][0]} 0 R" for page in pages]

        parent_of = {self.root: numbers[top_ref.name][0]}
        for element, inside in kept.items():
            number = held[element].number
            home = -1
            kids: list[str] = []
            for kid in inside:
                if isinstance(kid, Element):
                    parent_of[kid] = number
                    kids.append(f"{held[kid].number} 0 R")
                    continue
                if isinstance(kid, Widget):
                    held_at = numbers[kid.name][0]
                    kids.append(f"<</Type/OBJR/Obj {held_at} 0 R/Pg {page_refs[kid.page]}>>")
                    of_field.append(f"{kid.key} {number} 0 R")
                    continue
                page, mark = kid
                of_page[page][mark] = number
                if home in (-1, page):
                    home = page
                    kids.append(str(mark))
                else:
                    kids.append(f"<</Type/MCR/Pg {page_refs[page]}/MCID {mark}>>")
            page_ref = page_refs[home] if home >= 0 else ""
            held[element].body = "".join(_entries(element, parent_of[element], page_ref, kids))

        root = held[self.root].number
        top.body = (
            f"<</Type /StructTreeRoot /K {root} 0 R /ParentTree {numbers[parents_ref.name][0]} 0 R "
            f"/ParentTreeNextKey {len(pages) + len(of_field)}>>"
        )
        rows = [
            f"{index} [{' '.join(f'{marks[mark]} 0 R' for mark in sorted(marks))}]"
            for index, marks in enumerate(of_page)
        ]
        fields = sorted(of_field, key=lambda row: int(row.split()[0]))
        parents.body = f"<</Nums [{' '.join([*rows, *fields])}]>>"
        return top_ref


def _kept(element: Element) -> Iterator[tuple[Element, list[Element | Widget | tuple[int, int]]]]:
    """Yield an element and all in it that is not empty, each with what it holds of those."""
    kids = [kid for kid in _held(element) if not (isinstance(kid, Element) and kid.is_empty())]
    yield element, kids
    for kid in kids:
        if isinstance(kid, Element):
            yield from _kept(kid)


def _held(element: Element) -> list[Element | Widget | tuple[int, int]]:
    """Return what an element holds; a cell with one paragraph holds that one's marks.

    A reader hears the same, and the tree has half as many elements.
    """
    kids = element.kids
    if element.role in _HOLDERS and len(kids) == 1:
        only = kids[0]
        if isinstance(only, Element) and only.is_bare_paragraph():
            return only.kids
    return kids


def _entries(element: Element, parent: int, page: str, kids: list[str]) -> Iterator[str]:
    yield f"<</S/{element.role}"
    if element.alt:
        yield f"/Alt{string(tidy(element.alt))}"
    if element.actual:
        yield f"/ActualText{string(element.actual)}"
    if element.attributes:
        yield f"/A{element.attributes}"
    yield f"/P {parent} 0 R"
    if page:
        yield f"/Pg {page}"
    if kids:
        yield f"/K[{' '.join(kids)}]"
    yield ">>"
