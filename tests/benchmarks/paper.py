"""An eight-page report drawn, against plain paragraphs of the same text.

Warm (fonts loaded), cold (a process of its own, as the program does it), by size, and
four hundred pages against one hundred.

What the size is made of is told line by line.  The floor has one face and no structure.
Ours has two faces, and of each only the shapes and tables a reader needs; an element for
each cell and paragraph, packed with the other small objects; text in small steps.

The leanest file with all that a reader and an archive ask for is told beside them: the same
texts as tagged paragraphs and headings, drawn by us, with no table, mark, rule or shade.  It
is as small as the floor; what ours has more is what the eye and the ear have of tables.
"""

from __future__ import annotations

import dataclasses
import io
import json
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pikepdf

from tests.benchmarks.floors import paper as floor
from tests.benchmarks.pairs import TOLD_ONLY, Compared, alternate
from tests.report.pdf import samples
from tests.report.pdf.samples import sample_eight_pages
from wizard import paths
from wizard.model.status import Status
from wizard.report.blocks import Block, Heading, Report, Text
from wizard.report.pdf.draw import draw

REST = "structure and all else"
PARTS = ("faces and their letters", "text and drawing", REST)
"""What a file is made of; the last is also metadata, colours, pictures, what ties it together."""

NOT_PRINTED = frozenset({"tone", "kind", "id"})
"""Fields of blocks that steer and are not read."""


def compare(_folder: Path) -> list[Compared]:
    """Measure all four; nothing is kept between two drawings."""
    report = sample_eight_pages()
    font = paths.resources_folder() / "fonts" / "SourceSans3-Regular.ttf"
    floor.add_font(font)
    lines = list(_lines(report))
    warm = alternate(_timed(lambda: draw(report)), _timed(lambda: floor.draw(lines)))
    ours = paths.program_command("--draw")
    plain = [sys.executable, str(Path(floor.__file__)), str(font)]
    cold = alternate(
        _timed(lambda: _drawn_by(ours, pickle.dumps((report,)))),
        _timed(lambda: _drawn_by(plain, json.dumps(lines).encode())),
    )
    sizes = [(len(draw(report)) / 1000, len(floor.draw(lines)) / 1000)] * 2
    parts = [(_parts(draw(report)), _parts(floor.draw(lines)))] * 2
    lean = [(len(draw(_leanest(report))) / 1000, sizes[0][1])] * 2
    long, short = _pages(400), _pages(100)
    growth = alternate(_timed(lambda: draw(long)), _timed(lambda: draw(short)), pairs=6)
    return [
        _compared("a report of eight pages", "ms", 1.2, warm),
        _compared("the same, a process started", "ms", 1.4, cold),
        _compared("the same, size of the file", "kB", 1.6, sizes),
        *(
            _compared(f"- {name}", "kB", TOLD_ONLY, [(a[name], b[name]) for a, b in parts])
            for name in PARTS
        ),
        _compared("- the leanest tagged file", "kB", TOLD_ONLY, lean),
        _compared("400 pages against 100", "ms", 4.6, growth),
    ]


def _leanest(report: Report) -> Report:
    """Return the same texts as nothing but headings and paragraphs."""
    plain: list[Block] = []
    for block in report.blocks:
        told = [Text(text) for text in _texts(block) if text]
        plain += [block] if isinstance(block, Heading) else told
    return dataclasses.replace(report, blocks=tuple(plain), logo=b"")


def _parts(pdf: bytes) -> dict[str, float]:
    """Return how many kilobytes of a file are what."""
    parts = dict.fromkeys(PARTS, 0.0)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        shown = {page.obj.Contents.objgen for page in file.pages}
        for thing in file.objects:
            if not isinstance(thing, pikepdf.Stream):
                continue
            name = REST
            if "/Length1" in thing or b"begincmap" in thing.read_bytes():
                name = "faces and their letters"
            elif thing.objgen in shown:
                name = "text and drawing"
            parts[name] += len(thing.read_raw_bytes()) / 1000
    parts[REST] += len(pdf) / 1000 - sum(parts.values())
    return parts


def _compared(name: str, unit: str, limit: float, pairs: Sequence[tuple[float, float]]) -> Compared:
    ours, theirs = zip(*pairs, strict=True)
    return Compared(name, unit, limit, limit, ours, theirs)


def _drawn_by(command: Sequence[str], message: bytes) -> bytes:
    return subprocess.run(command, input=message, capture_output=True, check=True).stdout


def _pages(count: int) -> Report:
    """Return a report of so many pages, more or less: twenty answers fill one."""
    return samples.report(*[samples.answers(20)] * count)


def _timed(act: Callable[[], bytes]) -> Callable[[], float]:
    def measured() -> float:
        begun = time.perf_counter()
        act()
        return 1000 * (time.perf_counter() - begun)

    return measured


def _lines(report: Report) -> Iterator[tuple[str, float, float]]:
    """Yield every text of a report with its size and the space after it, in points."""
    for block in report.blocks:
        size = {1: 18.0, 2: 13.0, 3: 11.0}[block.level] if isinstance(block, Heading) else 10.0
        for text in _texts(block):
            yield text, size, 4.0


def _texts(value: object) -> Iterator[str]:
    """Yield one text for each row or sentence: the words of a row run on in one paragraph."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Status):
        yield value.value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = [
            getattr(value, field.name)
            for field in dataclasses.fields(value)
            if field.name not in NOT_PRINTED
        ]
        if any(isinstance(part, tuple) for part in parts):
            for part in parts:
                yield from _texts(part)
        else:
            yield " ".join(text for part in parts for text in _texts(part) if text)
