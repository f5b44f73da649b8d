"""The drawn overview: each section with a mark a question.  No score, no percentage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wizard.model.status import Status
from wizard.report.blocks import Overview, OverviewRow
from wizard.report.pdf.boxes import Figure
from wizard.report.pdf.layout import Cell, Item, Row, Stack
from wizard.report.pdf.looks import Kind
from wizard.report.pdf.marks import draw_mark, mark
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.setting import natural_width
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import Element

_TOGETHER = 16  # rows of an overview that stay on one page


def status_words(sheet: Sheet, counts: Iterable[tuple[Status, int]], width: float) -> Stack:
    """Set the counts of each status beside each other: mark, number, word."""
    texts = [(status, _count(sheet, status, count)) for status, count in counts]
    return _strip(sheet, texts, sheet.looks.body, width)


def _strip(sheet: Sheet, texts: Iterable[tuple[Status, str]], kind: Kind, width: float) -> Stack:
    size = kind.size * 0.82
    gap = kind.size * 0.5
    element = sheet.root.child("L")
    rows: list[Item] = []
    cells: list[Cell] = []
    x = 0.0
    for status, text in texts:
        wide = size + gap + natural_width(text, kind) + 1
        if cells and x + wide > width:
            rows.append(Item(Row(cells, width, rule="")))
            cells, x = [], 0.0
        entry = element.child("LI").child("LBody")
        cells.append(Cell(x, mark(status, size, kind.leading)))
        cells.append(Cell(x + size + gap, sheet.lines(entry, text, kind, wide)))
        x += wide + 1.6 * kind.size
    rows.append(Item(Row(cells, width, rule="")))
    return Stack(rows, whole=True)


def _count(sheet: Sheet, status: Status, count: int) -> str:
    word = sheet.say(f"status.{status.value}")
    return sheet.say("count", count=count, status=word.lower())


def draw_overview(sheet: Sheet, block: Overview) -> list[Item]:
    """Each section's title and its marks; the marks are a figure that says their counts."""
    if not block.rows:
        return []
    widest = max(natural_width(row.title, sheet.looks.body) for row in block.rows)
    label = min(widest + 14, sheet.width * 0.5)
    listing = sheet.root.child("L")
    rows = [Item(_row(sheet, listing, row, label)) for row in block.rows]
    rows.append(Item(_legend(sheet, block), 2 * sheet.looks.unit))
    whole = len(rows) <= _TOGETHER
    return [Item(Stack(rows, whole), 1.5 * sheet.looks.unit)]


def _row(sheet: Sheet, listing: Element, row: OverviewRow, label: float) -> Row:
    entry = listing.child("LI")
    size = sheet.looks.body.size * 0.9
    step = size * 1.55
    leading = sheet.looks.body.leading
    stacked = sheet.looks.stacked
    room = sheet.width if stacked else sheet.width - label
    across = max(int(room / step), 1)
    deep = -(-len(row.statuses) // across)
    counted = Counter(row.statuses)
    said = ", ".join(_count(sheet, status, counted[status]) for status in Status if counted[status])
    title = sheet.lines(entry, row.title, sheet.looks.body, room if stacked else label - 10, "Lbl")
    figure = entry.child("LBody").child("Figure", alt=f"{row.title}: {said}")

    def hand(pen: Pen, x: float, y: float) -> None:
        for index, status in enumerate(row.statuses):
            down, over = divmod(index, across)
            top = y + down * leading + (leading - size) / 2
            draw_mark(pen, status, x + over * step, top, size)

    marks = Figure(figure, min(len(row.statuses), across) * step, deep * leading, hand)
    pad = sheet.looks.unit * 0.3
    if stacked:
        cells = [Cell(0, Stack([Item(title, 0, keep=True), Item(marks)]))]
    else:
        cells = [Cell(0, title), Cell(label, marks)]
    return Row(cells, sheet.width, pad, pad)


def _legend(sheet: Sheet, block: Overview) -> Stack:
    met = {status for row in block.rows for status in row.statuses}
    texts = [(one, sheet.say(f"status.{one.value}")) for one in Status if one in met]
    return _strip(sheet, texts, sheet.looks.small, sheet.width)
