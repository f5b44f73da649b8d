"""Questions that share their answers, for a pen: a table with a box under every answer."""

from __future__ import annotations

from dataclasses import replace

from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.blank import draw_blank_question
from wizard.report.pdf.boxes import Lines
from wizard.report.pdf.layout import Cell, Item, Row, Stack, Table
from wizard.report.pdf.looks import Kind
from wizard.report.pdf.marks import tick_box
from wizard.report.pdf.setting import Span, set_lines
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import SCOPE_COLUMN, SCOPE_ROW, Element

_NUMBER = 30.0
_MOST = 0.46  # of the width for the boxes
_COLUMN = 35.0  # points for one answer, wide enough for its longest word in small type
_BOX = 10.0
_HEAD = Kind(looks.BOLD, 7, 8.2, looks.QUIET)
# A little smaller than elsewhere, so that a platform takes one page.
_ASKED = Kind(looks.REGULAR, 9.5, 12)
_HINT = Kind(looks.REGULAR, 8, 10, looks.QUIET)


def draw_blank_grid(sheet: Sheet, block: blocks.BlankGrid) -> list[Item]:
    """The table, then lines for the notes of all its rows."""
    if not block.rows:
        return []
    if sheet.looks.stacked:
        return [item for row in block.rows for item in draw_blank_question(sheet, row)]
    wide = min(_COLUMN, _MOST * sheet.width / max(len(block.boxes), 1))
    first = sheet.width - wide * len(block.boxes)
    table = sheet.root.child("Table")
    head = _head(sheet, table.child("TR"), block, first, wide)
    again = _head(sheet, None, block, first, wide)
    rows = [_row(sheet, table, row, len(block.boxes), first, wide) for row in block.rows]
    items = [Item(Table(head, again, rows), sheet.looks.unit)]
    if block.notes:
        said = sheet.lines(sheet.root, sheet.say("blank.notes"), sheet.looks.label, sheet.width)
        lines = sheet.write_lines(block.notes, sheet.width)
        notes = Stack([Item(said, keep=True), Item(lines)], whole=True)
        items.append(Item(notes, 2.5 * sheet.looks.unit))
    return items


def _head(
    sheet: Sheet, row: Element | None, block: blocks.BlankGrid, first: float, wide: float
) -> Row:
    columns = [
        (0.0, _NUMBER - 4, sheet.say("column.line")),
        (_NUMBER, first - _NUMBER - 8, sheet.say("column.question")),
        *((first + nth * wide, wide - 4, box.text) for nth, box in enumerate(block.boxes)),
    ]
    named = []
    for x, width, words in columns:
        cell = row.child("TH", attributes=SCOPE_COLUMN) if row else None
        named.append((x, Lines(set_lines((Span(words, _HEAD),), width), _HEAD.leading, cell)))
    tallest = max(lines.height for _, lines in named)
    cells = [Cell(x, Stack([Item(lines, tallest - lines.height)])) for x, lines in named]
    return Row(cells, sheet.width, sheet.looks.unit, 2, rule=looks.FRAME)


def _row(
    sheet: Sheet,
    table: Element,
    row: blocks.BlankQuestion,
    boxes: int,
    first: float,
    wide: float,
) -> Row:
    kind = _ASKED
    entry = table.child("TR")
    line = entry.child("TH", attributes=SCOPE_ROW)
    asked = entry.child("TD")
    cells = [
        Cell(0, sheet.lines(line, row.line, replace(kind, weight=looks.BOLD), _NUMBER - 2)),
        Cell(_NUMBER, sheet.lines(asked, row.question, kind, first - _NUMBER - 8)),
    ]
    parts = [Item(Row(cells, sheet.width, rule=""), keep=True)]
    if row.hint:
        hint = sheet.lines(asked, row.hint, _HINT, sheet.width - _NUMBER)
        parts.append(Item(Row((Cell(_NUMBER, hint),), sheet.width, 0.8, rule="")))
    ticks = []
    for nth in range(boxes):
        entry.child("TD")
        ticks.append(Cell(first + nth * wide + 1, tick_box(_BOX, kind.leading)))
    return Row((Cell(0, Stack(parts)), *ticks), sheet.width, 1.6, 1.8, leading=kind.leading)
