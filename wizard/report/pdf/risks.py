"""The risk assessment: its rows as a table, or below each other in large print."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.answers import HIGH_RISK
from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Box, Drawing
from wizard.report.pdf.fields import LINE, LINES, Field
from wizard.report.pdf.layout import Cell, Item, Row, Stack, Table
from wizard.report.pdf.looks import Kind
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.risk_chart import draw_chart
from wizard.report.pdf.setting import Span
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import SCOPE_ROW, Element

_NUMBERS = ("likelihood", "severity")
_KEYS = (("hazard", "harmed"), ("already",), _NUMBERS, ("further",), ("who", "when"))
"""What each column after the first asks for, by the ends of its words' ids."""

_LONG = ("already", "further")
_BESIDE = (("hazard",), ("harmed",), ("already",), _NUMBERS, ("further",), ("who", "when"))
"""The same below each other in large print, where only what is short stands side by side."""

_GUTTER = 8.0
_BLANK = 52.0
_BODY = Kind(looks.REGULAR, 9, 12.5)
_STRONG = Kind(looks.BOLD, 9, 12.5)
# Shares of the width: row, hazard with who may be harmed, already, risk, further, who and when.
_SHARES = (0.06, 0.23, 0.21, 0.13, 0.21, 0.16)


def draw_risks(sheet: Sheet, block: blocks.Risks) -> list[Item]:
    """The table, then the chart if any row has both its numbers; empty rows for a pen."""
    if not block.rows and not block.blank_rows:
        return []
    items: list[Item] = []
    if sheet.looks.stacked:
        empty = blocks.RiskLine("", "", "", 0, 0, "", "", "")
        for number, row in enumerate((*block.rows, *[empty] * block.blank_rows), 1):
            items += _stacked(sheet, block.id, number, row)
    else:
        items.append(Item(_table(sheet, block), sheet.looks.unit))
    scale = sheet.lines(sheet.root, sheet.say("risk.scale"), sheet.looks.small, sheet.width)
    items.append(Item(scale, 2 * sheet.looks.unit))
    rated = [row for row in block.rows if row.likelihood and row.severity]
    if rated:
        items += draw_chart(sheet, block.rows)
    return items


def _columns(sheet: Sheet) -> list[tuple[float, float]]:
    columns: list[tuple[float, float]] = []
    x = 0.0
    for share in _SHARES:
        wide = sheet.width * share
        columns.append((x, wide - _GUTTER))
        x += wide
    return columns


def _table(sheet: Sheet, block: blocks.Risks) -> Table:
    columns = _columns(sheet)
    table = sheet.root.child("Table")
    named = (
        f"{sheet.say('risk.hazard')}\n{sheet.say('risk.harmed')}",
        sheet.say("risk.already"),
        f"{sheet.say('risk.likelihood')} ×\n{sheet.say('risk.severity')}",
        sheet.say("risk.further"),
        f"{sheet.say('risk.who')}\n{sheet.say('risk.when')}",
    )
    places = [(x, wide, word) for (x, wide), word in zip(columns[1:], named, strict=True)]
    head, again = sheet.head(table, places, number=sheet.say("risk.row"))
    rows: list[Box] = []
    for number, line in enumerate(block.rows, 1):
        rows.append(_row(sheet, table.child("TR"), columns, number, line))
    first = len(block.rows) + 1
    rows += [
        _empty_row(sheet, table.child("TR"), columns, block.id, number)
        for number in range(first, first + block.blank_rows)
    ]
    return Table(head, again, rows)


def _row(
    sheet: Sheet,
    entry: Element,
    columns: list[tuple[float, float]],
    number: int,
    line: blocks.RiskLine,
) -> Row:
    quiet = _BODY.in_colour(looks.QUIET)
    who_when = [Span(line.who_acts, _BODY)]
    if line.when:
        who_when.append(Span("\n" + line.when if line.who_acts else line.when, quiet))
    hazard = [Span(line.hazard, _BODY)]
    if line.who_harmed:
        hazard.append(Span("\n" + line.who_harmed, quiet))
    contents = (
        [Span(line.already, _BODY)],
        _score(sheet, line),
        [Span(line.further, _BODY)],
        who_when,
    )
    head = entry.child("TH", attributes=SCOPE_ROW)
    named = Span(str(number), _STRONG)
    (indent, narrow), *others = columns[1:]
    cells = [Cell(0, sheet.numbered(head, named, hazard, indent, narrow))]
    for (x, wide), spans in zip(others, contents, strict=True):
        cells.append(Cell(x, sheet.spans(entry.child("TD"), spans, wide)))
    return Row(cells, sheet.width, sheet.looks.unit, sheet.looks.unit)


def _score(sheet: Sheet, line: blocks.RiskLine) -> list[Span]:
    if not (line.likelihood and line.severity):
        return [Span("–", _BODY)]
    score = line.likelihood * line.severity
    said = sheet.say("risk.sum", likelihood=line.likelihood, severity=line.severity, score=score)
    if score < HIGH_RISK:
        return [Span(said, _BODY)]
    return [Span(f"{said} {sheet.say('risk.high')}", _STRONG)]


def _empty_row(
    sheet: Sheet, entry: Element, columns: list[tuple[float, float]], of: str, number: int
) -> Row:
    first = entry.child("TH", attributes=SCOPE_ROW)
    head = sheet.lines(first, str(number), _STRONG, columns[0][1])
    edges = [x - _GUTTER / 2 for x, _ in columns[1:]]
    cells = [first, *(entry.child("TD") for _ in edges[1:])]

    def hand(pen: Pen, x: float, y: float) -> None:
        for edge in edges:
            pen.rule(x + edge, y - 2, x + edge, y + _BLANK - 2, looks.RULE, looks.HAIR)

    filled = [
        Cell(x, sheet.fill(Drawing(_BLANK), cell, field, place))
        for (x, wide), cell, keys in zip(columns[1:], cells, _KEYS, strict=True)
        for field, place in _places(sheet, of, number, keys, wide)
        if sheet.report.form
    ]
    drawn = (Cell(0, head), Cell(0, Drawing(_BLANK, hand)), *filled)
    return Row(drawn, sheet.width, 2, 0, looks.FRAME)


def _places(
    sheet: Sheet, of: str, number: int, keys: tuple[str, ...], wide: float
) -> Iterator[tuple[Field, tuple[float, float, float, float]]]:
    """Yield the fields of one cell: two words below each other, two numbers beside each other."""
    beside = keys == _NUMBERS
    for nth, key in enumerate(keys):
        across = wide / len(keys) if beside else wide
        high = _BLANK - 6 if beside else (_BLANK - 6) / len(keys)
        x, y = (nth * across, 0.0) if beside else (0.0, nth * high)
        kind = LINE if beside or len(keys) > 1 else LINES
        yield _cell_field(sheet, of, number, key, kind), (x, y, across - 2, high - 1)


def _cell_field(sheet: Sheet, of: str, number: int, key: str, kind: str) -> Field:
    tip = f"{sheet.say('risk.row')} {number} – {sheet.say(f'risk.{key}')}"
    return Field(f"r:{of}:{number}:{key}", kind, tip)


def _stacked(sheet: Sheet, of: str, number: int, line: blocks.RiskLine) -> list[Item]:
    """One row of the assessment in large print: each part under its own name.

    An empty one stays on one page: who writes by when must see for which hazard.
    """
    listing = sheet.root.child("L").child("LI").child("LBody")
    unit = sheet.looks.unit
    title = f"{sheet.say('risk.row')} {number}"
    items = [Item(sheet.lines(listing, title, sheet.looks.section, sheet.width), keep=True)]
    values = {
        "hazard": line.hazard,
        "harmed": line.who_harmed,
        "already": line.already,
        "likelihood": str(line.likelihood or ""),
        "severity": str(line.severity or ""),
        "further": line.further,
        "who": line.who_acts,
        "when": line.when,
    }
    for keys in _BESIDE:
        wide = (sheet.width - (len(keys) - 1) * 4 * unit) / len(keys)
        cells = []
        for nth, key in enumerate(keys):
            field = _cell_field(sheet, of, number, key, LINE)
            parts = _named(sheet, listing, field, key, values[key], wide)
            cells.append(Cell(nth * (wide + 4 * unit), Stack(parts)))
        items.append(
            Item(Row(cells, sheet.width, rule="") if len(cells) > 1 else cells[0].box, unit)
        )
    if any(values.values()):
        return [Item(items[0].box, 4 * unit, keep=True), *items[1:]]
    return [Item(Stack(items, whole=True), 4 * unit)]


def _named(
    sheet: Sheet, listing: Element, field: Field, key: str, value: str, width: float
) -> list[Item]:
    """A part of a row: its name, and what was said or lines to write it on."""
    word = sheet.lines(listing, sheet.say(f"risk.{key}"), sheet.looks.label, width)
    if value:
        return [Item(word, keep=True), Item(sheet.lines(listing, value, sheet.looks.body, width))]
    lines = sheet.write_lines(2 if key in _LONG else 1, width)
    written = sheet.write_on(lines, listing, field.name, field.tip, width)
    return [Item(word, keep=True), Item(written)]
