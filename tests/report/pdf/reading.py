"""Reads a drawn paper as a stranger would: its text by Poppler, its structure by pikepdf."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


def text_of(pdf: bytes, *, page: int = 0, layout: bool = False) -> str:
    """Return the text ``pdftotext`` finds, of one page (from 1) or of all."""
    options = ["-layout"] if layout else ["-raw"]
    if page:
        options += ["-f", str(page), "-l", str(page)]
    run = subprocess.run(
        ["pdftotext", *options, "-enc", "UTF-8", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    assert not run.stderr, run.stderr
    return run.stdout.decode()


def words_of(pdf: bytes, *, page: int = 0) -> str:
    """Return the text with every run of white space made one space."""
    return " ".join(text_of(pdf, page=page).split())


@dataclass
class Node:
    """One element of the structure, with the marks (page, number) directly in it."""

    role: str
    alt: str = ""
    attributes: str = ""
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *roles: str) -> list[Node]:
        """Return every element below with one of these roles."""
        return [node for node in self.walk() if node.role in roles]


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open the file; any damage in it is an error, not a warning."""
    file = pikepdf.open(io.BytesIO(pdf))
    assert file.check_pdf_syntax() == []
    return file


def structure_of(pdf: bytes) -> Node:
    """Return the document element with everything in it."""
    file = opened(pdf)
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    return _node(file.Root.StructTreeRoot.K, pages)


def _node(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Node:
    node = Node(
        role=str(element.S)[1:],
        alt=str(element.get("/Alt", "")),
        attributes=str(element.get("/A", "")),
    )
    kids = element.get("/K", pikepdf.Array())
    if not isinstance(kids, pikepdf.Array):
        kids = pikepdf.Array([kids])
    number: Any  # a bare number is a mark on the element's own page
    for number in kids:
        if isinstance(number, int):
            node.marks.append((pages[element.Pg.objgen], number))
            continue
        kid: pikepdf.Object = number
        if kid.get("/Type") == "/OBJR":
            continue  # a field of a form: no mark on the page
        if kid.get("/Type") == "/MCR":
            node.marks.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            node.kids.append(_node(kid, pages))
    return node


def operators_of(page: pikepdf.Page | pikepdf.Object) -> Iterator[tuple[str, list[Any]]]:
    """Yield every operator of a page's content with its operands."""
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), list(instruction.operands)


def text_outside_marks(pdf: bytes) -> list[str]:
    """Return every text operator that stands neither in an element nor in an artifact."""
    lost = []
    for number, page in enumerate(opened(pdf).pages, 1):
        depth = 0
        around = (
            step
            for form in page.Resources.get("/XObject", pikepdf.Dictionary()).values()
            if form.Subtype == "/Form"
            for step in operators_of(form)
        )
        for name, operands in (*operators_of(page), *around):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            if name == "Tj" and not depth:
                lost.append(f"page {number}: {operands}")
        assert depth == 0
    return lost
