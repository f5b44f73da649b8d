"""The drawn overview: each section with a mark a question.  No score, no percentage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

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

_TOGETHER = 24  # rows of an overview that stay on one page
_ONE_COLUMN = 8  # rows that stand in one column
_SHORT = 16  # marks a row may have to stand in half the width
_GUTTER = 24.0


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
    """Each section's title and its marks; the marks are a figure that says their counts.

    Many sections stand in two columns, so that the first page can hold them.
    """
    if not block.rows:
        return []
    listing = sheet.root.child("L")
    most = max(len(row.statuses) for row in block.rows)
    if len(block.rows) <= _ONE_COLUMN or most > _SHORT or sheet.looks.stacked:
        body = _column(sheet, listing, block.rows, sheet.width)
    else:
        half = (sheet.width - _GUTTER) / 2
        middle = -(-len(block.rows) // 2)
        left = _column(sheet, listing, block.rows[:middle], half)
        right = _column(sheet, listing, block.rows[middle:], half)
        body = Stack(
            [Item(Row((Cell(0, left), Cell(half + _GUTTER, right)), sheet.width, rule=""))]
        )
    whole = len(block.rows) <= _TOGETHER and not sheet.looks.stacked
    legend = Item(_legend(sheet, block), 2 * sheet.looks.unit)
    return [Item(Stack([Item(body), legend], whole), 1.5 * sheet.looks.unit)]


def _column(sheet: Sheet, listing: Element, rows: Sequence[OverviewRow], width: float) -> Stack:
    widest = max(natural_width(row.title, sheet.looks.body) for row in rows)
    label = min(widest + 14, width * 0.55)
    return Stack([Item(_row(sheet, listing, row, label, width)) for row in rows])


def _row(sheet: Sheet, listing: Element, row: OverviewRow, label: float, width: float) -> Row:
    entry = listing.child("LI")
    size = sheet.looks.body.size * 0.9
    step = round(size * 1.55)
    leading = sheet.looks.body.leading
    stacked = sheet.looks.stacked
    room = width if stacked else width - label
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
    return Row(cells, width, pad, pad)


def _legend(sheet: Sheet, block: Overview) -> Stack:
    met = {status for row in block.rows for status in row.statuses}
    texts = [(one, sheet.say(f"status.{one.value}")) for one in Status if one in met]
    return _strip(sheet, texts, sheet.looks.small, sheet.width)
