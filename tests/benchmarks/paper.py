"""An eight-page report drawn, against plain paragraphs of the same text."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.floors import paper as floor
from tests.benchmarks.pairs import Compared, alternate
from tests.report.pdf.samples import sample_eight_pages
from wizard import paths
from wizard.model.status import Status
from wizard.report.blocks import Heading, Report
from wizard.report.pdf.draw import draw

NOT_PRINTED = frozenset({"tone", "kind", "id"})
"""Fields of blocks that steer and are not read."""


def compare(_folder: Path) -> list[Compared]:
    """Measure both in this process, fonts loaded; nothing is kept between two drawings."""
    report = sample_eight_pages()
    fonts = paths.resources_folder() / "fonts"
    floor.add_font(fonts / "SourceSans3-Regular.ttf")
    lines = list(_lines(report))
    pairs = alternate(_timed(lambda: draw(report)), _timed(lambda: floor.draw(lines)))
    mine, theirs = zip(*pairs, strict=True)
    return [Compared("a report of eight pages", "ms", 1.5, 1.5, mine, theirs)]


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
