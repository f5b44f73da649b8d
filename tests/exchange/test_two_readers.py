"""A paper that one program shows in one way and another in another is never called intact.

Each of these was made in an hour of trying, and was called intact while Poppler, MuPDF
or Ghostscript showed something else, or Acrobat would have.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.exchange.returned_papers import PLACES, changed, paper
from wizard.desk.handover import returning
from wizard.errors import InputFault


def plain() -> bytes:
    """Return a paper with every object in the open, one after the other."""
    return changed(
        paper(),
        lambda _: None,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.all,
    )


def number_of(pdf: bytes, find: Callable[[Any], Any]) -> int:
    """Return the number of an object of a paper."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        number: int = find(file).objgen[0]
    return number


def indexed(pdf: bytes) -> bytes:
    """Return a plain paper with its table of objects made anew."""
    end = pdf.rindex(b"\nxref") + 1
    places = {int(found[1]): found.start(1) for found in re.finditer(rb"\n(\d+) 0 obj", pdf[:end])}
    size = max(places) + 1
    table = [b"xref\n0 %d\n0000000000 65535 f \n" % size]
    table += [b"%010d 00000 n \n" % places[number] for number in range(1, size)]
    trailer = re.search(rb"trailer\s*<<.*?>>", pdf[end:], re.DOTALL)
    assert trailer
    return pdf[:end] + b"".join(table) + trailer[0] + b"\nstartxref\n%d\n%%%%EOF\n" % end


def rival(pdf: bytes) -> bytes:
    """Return the first page's content, as an object of its own number that says otherwise."""
    number = number_of(pdf, lambda file: file.pages[0].obj.Contents)
    found = re.search(rb"\n(%d 0 obj.*?endobj\n)" % number, pdf, re.DOTALL)
    assert found
    other = re.sub(rb"\((\w+)", lambda text: b"(" + text[1].upper(), found[1])
    assert other != found[1]
    return other


def with_key(pdf: bytes, number: int, key: bytes) -> bytes:
    """Return a paper that says something twice of an object; some believe the first."""
    return indexed(re.sub(rb"(\n%d 0 obj\s*<<)" % number, rb"\g<1> " + key, pdf))


def at_the_end(pdf: bytes, more: bytes, tail: bytes = b"") -> bytes:
    """Return a paper with something before its table that the table does not list."""
    start = pdf.rindex(b"\nxref") + 1
    table = re.sub(rb"startxref\n\d+", b"startxref\n%d" % (start + len(more)), pdf[start:])
    return pdf[:start] + more + table + tail


def found_by_those_who_mend() -> bytes:
    """MuPDF does not find the table so far from the end, and takes the last of each object."""
    return at_the_end(plain(), rival(plain()), b"\0" * 1010)


def listed_twice() -> bytes:
    """A table for old readers, and a stream that says otherwise for new ones."""
    pdf = plain()
    other, start = rival(pdf), pdf.rindex(b"\nxref") + 1
    number = int(other.split()[0])
    size = int(re.findall(rb"/Size (\d+)", pdf)[-1])
    entry = b"\1" + start.to_bytes(4, "big") + b"\0\0"
    head = b"<</Type/XRef/Size %d/W[1 4 2]/Index[%d 1]/Length 7>>" % (size + 1, number)
    stream = b"%d 0 obj" % size + head + b"stream\n" + entry + b"\nendstream endobj\n"
    made = at_the_end(pdf, other + stream)
    return made.replace(b"trailer <<", b"trailer << /XRefStm %d" % (start + len(other)))


def another_root() -> bytes:
    """Whoever mends takes the last trailer; this one leads to another first page."""
    return at_the_end(plain(), b"trailer << /Root 7 0 R >>\n")


def another_font() -> bytes:
    """The letters of one font with the shapes of another."""
    pdf = plain()

    def described(file: Any, name: str) -> Any:
        return file.pages[0].Resources.Font[name].FontDescriptor

    number = number_of(pdf, lambda file: described(file, "/R0"))
    bold = number_of(pdf, lambda file: described(file, "/B0").FontFile2)
    return with_key(pdf, number, b"/FontFile2 %d 0 R " % bold)


def no_picture() -> bytes:
    """A mark of how serious something is, cut to nothing."""
    pdf = plain()
    number = number_of(pdf, lambda file: next(iter(file.pages[0].Resources.XObject.values())))
    return with_key(pdf, number, b"/BBox [0 0 0 0] ")


def one_page_only() -> bytes:
    """Who believes the count shows one page."""
    return indexed(re.sub(rb"/Count \d+", b"/Count 1", plain()))


def widths_elsewhere() -> bytes:
    """All that a font is made of, but not where a reader looks for it."""

    def act(file: Any) -> None:
        font = file.pages[0].Resources.Font["/R0"]
        for key in ("/Type", "/Widths"):
            font.ToUnicode[key] = font[key]
            del font[key]

    return changed(paper(), act)


TWO_FACED = {
    make.__name__: make
    for make in (
        found_by_those_who_mend,
        listed_twice,
        another_root,
        another_font,
        no_picture,
        one_page_only,
        widths_elsewhere,
    )
}


@pytest.mark.parametrize("case", TWO_FACED)
def test_what_two_programs_show_differently_is_not_intact(case: str, tmp_path: Path) -> None:
    """A Head sees it in one program, the office in another: both must see what was signed."""
    path = tmp_path / "returned.pdf"
    path.write_bytes(TWO_FACED[case]())

    with pytest.raises(InputFault, match=r"altered|two different|damaged"):
        returning.verify(path, PLACES)


def _script(words: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=words)


def another_form(file: Any) -> None:
    """Acrobat shows an XFA form in place of all pages."""
    form = file.make_stream(b"<template/>")
    file.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=form)


def said_otherwise(file: Any) -> None:
    """A screen reader says the replacement, not the words that are seen."""
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        if node.get("/S") == "/H1":
            node.ActualText = "Approved"
            return
        below = node.get("/K")
        parts = list(below) if isinstance(below, pikepdf.Array) else [below]
        waiting += [part for part in parts if isinstance(part, pikepdf.Dictionary)]
    raise AssertionError


AROUND: dict[str, Callable[[Any], object]] = {
    "a script when it is opened": lambda file: setattr(file.Root, "OpenAction", _script("x")),
    "a script on a page": lambda file: setattr(
        file.pages[1].obj, "AA", pikepdf.Dictionary(O=_script("x"))
    ),
    "a named script": lambda file: setattr(
        file.Root.Names, "JavaScript", pikepdf.Dictionary(Names=["a", _script("x")])
    ),
    "a cover sheet": lambda file: setattr(file.Root, "Collection", pikepdf.Dictionary(View="/T")),
    "another form": another_form,
    "another list of contents": lambda file: setattr(file.Root.Outlines.First, "Title", "Approved"),
    "other words for a screen reader": said_otherwise,
    "another title": lambda file: setattr(file.docinfo, "Title", "Approved"),
}


@pytest.mark.parametrize("case", AROUND)
def test_what_lies_around_the_pages_is_as_it_was_made(case: str, tmp_path: Path) -> None:
    """A paper can say something without one mark on its pages: to Acrobat, to a blind Head."""

    def act(file: Any) -> None:
        AROUND[case](file)

    path = tmp_path / "returned.pdf"
    path.write_bytes(changed(paper(), act))

    with pytest.raises(InputFault, match="was altered"):
        returning.verify(path, PLACES)
