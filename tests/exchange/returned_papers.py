"""Papers that come back: real ones, and the same with something done to them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from wizard import paths
from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.paper.papers import compose_paper
from wizard.desk.places import Places
from wizard.model.school import NO_SCHOOL
from wizard.report.pdf.draw import draw

EXAMPLE = paths.content_folder() / "examples" / "before-posting.json"
MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PLACES = Places(clock=FixedClock(MOMENT))


@cache
def paper(reader: str = "slt", journey: str = "before-posting", *, with_data: bool = True) -> bytes:
    """Return the PDF of the example of a journey."""
    pack, run = answers.read(EXAMPLE.with_name(f"{journey}.json"), PLACES)
    return draw(compose_paper(pack, run, NO_SCHOOL, reader, MOMENT, with_data=with_data))


def put(folder: Path, content: bytes) -> Path:
    """Write a paper that came back."""
    path = folder / "returned.pdf"
    path.write_bytes(content)
    return path


def changed(pdf: bytes, change: Callable[[Any], None], **saving: Any) -> bytes:
    """Return the file after ``change`` was done to it, saved anew."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        change(file)
        out = io.BytesIO()
        file.save(out, **({"object_stream_mode": pikepdf.ObjectStreamMode.generate} | saving))
    return out.getvalue()


def held(file: Any) -> Any:
    """Return the stream that holds what the paper carries."""
    return file.Root.Names.EmbeddedFiles.Names[1].EF.F


def carried(pdf: bytes) -> bytes:
    """Return what a paper carries."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        content: bytes = held(file).read_bytes()
    return content


def carrying(pdf: bytes, content: bytes) -> bytes:
    """Return the paper with something else inside."""
    return changed(pdf, lambda file: held(file).write(content))


def with_content(pdf: bytes, page: int, change: Callable[[bytes], bytes]) -> bytes:
    """Return the paper with the content of one page (from 0) changed."""

    def act(file: Any) -> None:
        contents = file.pages[page].obj.Contents
        contents.write(change(contents.read_bytes()))

    return changed(pdf, act)


def bomb(megabytes: int) -> bytes:
    """Return few bytes that unpack to many."""
    packing = zlib.compressobj(9)
    first = packing.compress(bytes(1_000_000)) + packing.flush(zlib.Z_FULL_FLUSH)
    again = packing.compress(bytes(1_000_000)) + packing.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1) + packing.flush()


def added_to(pdf: bytes, *further: bytes) -> bytes:
    """Return the file with objects added to its end, as viewers save; ``further`` are more.

    What a file says of itself (its information) is written again, with the day of saving.
    """
    with pikepdf.open(io.BytesIO(pdf)) as file:
        count = int(file.trailer.Size)
        numbers = {key: file.trailer[key].objgen[0] for key in ("/Info", "/Root")}
        told: Any = pikepdf.Dictionary(dict(file.docinfo.items()))
        told.ModDate = pikepdf.String("D:20261122080000Z")
        written: dict[int, bytes] = {numbers["/Info"]: told.unparse()}
    for one in further:
        number, body = one.split(b" ", 1)
        written[int(number)] = body
    start = pdf.rfind(b"startxref") + len(b"startxref")
    before = int(pdf[start:].split()[0])
    places: dict[int, int] = {}
    for at, body in written.items():
        places[at] = len(pdf)
        pdf += b"%d 0 obj\n%s\nendobj\n" % (at, body)
    places[count] = len(pdf)
    index = b" ".join(b"%d 1" % at for at in sorted(places))
    table = b"".join(struct.pack(">BIB", 1, places[at], 0) for at in sorted(places))
    pdf += (
        b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Index [%s] /Prev %d /Root %d 0 R"
        b" /Info %d 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
    ) % (
        count,
        count + 1,
        index,
        before,
        numbers["/Root"],
        numbers["/Info"],
        len(table),
        table,
        places[count],
    )
    return pdf
