"""Table files (TSV): what has many lines of the same few columns.

Apart from ``load`` so that the index can be read at start without the YAML library.
"""

from __future__ import annotations

from typing import NamedTuple

from wizard.errors import Fault
from wizard.pack.faults import make_fault
from wizard.pack.source import Source
from wizard.safe.limits import CONTENT_BYTES


class Row(NamedTuple):
    """One line of a table file: its line number and its cells by column."""

    line: int
    cells: dict[str, str]


def load_table(
    source: Source, name: str, columns: tuple[str, ...], faults: list[Fault]
) -> tuple[Row, ...]:
    """Return the rows of a TSV file whose first line must name ``columns``.

    Cells are separated by tabs; nothing is quoted.  Lines with another number of cells
    are added to ``faults`` and left out.
    """
    text = read_text(source, name, faults)
    if text is None:
        return ()
    shown = source.shown(name)
    lines = text.split("\n")
    if tuple(lines[0].rstrip("\r").split("\t")) != columns:
        faults.append(make_fault("columns", shown, 1, columns=" <tab> ".join(columns)))
        return ()
    rows = []
    for number, line in enumerate(lines[1:], 2):
        line = line.rstrip("\r")
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            fault = make_fault("cells", shown, number, found=len(cells), wanted=len(columns))
            faults.append(fault)
            continue
        rows.append(Row(number, dict(zip(columns, cells, strict=True))))
    return tuple(rows)


def read_text(source: Source, name: str, faults: list[Fault]) -> str | None:
    """Return a file as text, or None after saying what is wrong with it."""
    raw = source.read(name)
    if raw is None:
        faults.append(make_fault("missing-file", source.shown(name), 0))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        shown = source.shown(name)
        faults.append(make_fault("not-text", shown, 0, most=CONTENT_BYTES // 1000))
        return None
