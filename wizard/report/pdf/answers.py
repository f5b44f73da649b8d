"""The answers, and the actions of earlier papers: tables that may run over many pages."""

from __future__ import annotations

from wizard.model.status import Status
from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Box, Drawing, Figure
from wizard.report.pdf.layout import Cell, Item, Row, Stack, Table
from wizard.report.pdf.marks import draw_mark, draw_tick_box, mark, tick_box
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.setting import Span, natural_width
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import SCOPE_ROW, Element
from wizard.report.pdf.text import tidy

_GUTTER = 12.0
_TOGETHER = 8  # actions that stay on one page
_SHORT = 90  # letters of an answer that stands beside its question; a longer one beneath


def draw_actions(sheet: Sheet, block: blocks.Actions) -> list[Item]:
    """The action list; where who or when is empty there is a line to write on."""
    if not block.rows:
        return []
    if sheet.looks.stacked:
        return _stacked_actions(sheet, block)
    columns = plan_columns(sheet, who=108.0, by=92.0, done=30.0)
    (_, what, _), (at_who, who, _), (at_by, by, _), (at_done, _, _) = columns
    table = sheet.root.child("Table")
    head, again = sheet.head(table, columns)
    rows = []
    for action in block.rows:
        row = table.child("TR")
        cells = [
            Cell(0, _what(sheet, row.child("TH", attributes=SCOPE_ROW), action, what)),
            Cell(at_who, or_room(sheet, row.child("TD"), action.who, who)),
            Cell(at_by, or_room(sheet, row.child("TD"), action.by, by)),
            Cell(at_done, done_box(sheet, row.child("TD"), action.done)),
        ]
        rows.append(Row(cells, sheet.width, 1.5 * sheet.looks.unit, 1.5 * sheet.looks.unit))
    listed = Table(head, again, rows)
    whole = len(rows) <= _TOGETHER
    return [Item(Stack([Item(listed)], whole), sheet.looks.unit)]


def plan_columns(
    sheet: Sheet, *, who: float, by: float, done: float
) -> list[tuple[float, float, str]]:
    """Return where what is to be done, who, by when and done stand: place, width, heading.

    Widths in points; the gutter is taken off what is returned, and the first column has the
    room that is left.
    """
    done = sheet.column("column.done", done)
    what = sheet.width - who - by - done
    return [
        (0.0, what - _GUTTER, sheet.say("column.what")),
        (what, who - _GUTTER, sheet.say("column.who")),
        (what + who, by - _GUTTER, sheet.say("column.by")),
        (what + who + by, done, sheet.say("column.done")),
    ]


def _what(sheet: Sheet, parent: Element, action: blocks.ActionRow, width: float) -> Box:
    size = sheet.looks.body.size * 0.9
    indent = size * 1.7
    spans = [Span(action.what, sheet.looks.body)]
    if action.line:
        spans.append(Span(" " + _unbroken(sheet.say("line", line=action.line)), sheet.looks.small))
    text = sheet.spans(parent, spans, width - indent)
    shape = mark(action.status, size, sheet.looks.body.leading)
    return Row((Cell(0, shape), Cell(indent, text)), width, rule="")


def _unbroken(words: str) -> str:
    """Keep a line number with its word."""
    return words.replace(" ", "\u00a0")


def or_room(sheet: Sheet, parent: Element, text: str, width: float) -> Box:
    """Return ``text``, or a line to write on where there is none."""
    if text:
        return sheet.lines(parent, text, sheet.looks.body, width)
    leading = sheet.looks.body.leading * 1.3

    def hand(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y + leading - 3, x + width, y + leading - 3, looks.FRAME, looks.HAIR)

    return Drawing(leading, hand)


def done_box(sheet: Sheet, parent: Element, done: bool) -> Box:
    """Return the box to tick once something is done, ticked if it is."""
    size = sheet.looks.body.size
    leading = sheet.looks.body.leading
    if not done:
        return tick_box(size, leading)
    drop = (leading - size) / 2

    def hand(pen: Pen, x: float, y: float) -> None:
        draw_tick_box(pen, x, y + drop, size)
        draw_mark(pen, Status.IN_PLACE, x + 1.5, y + drop + 1.5, size - 3)

    return Figure(parent.child("Figure", alt=sheet.say("done")), size, leading, hand)


def _stacked_actions(sheet: Sheet, block: blocks.Actions) -> list[Item]:
    items: list[Item] = []
    listing = sheet.root.child("L")
    for action in block.rows:
        body = listing.child("LI").child("LBody")
        lines = [Item(_what(sheet, body.child("P"), action, sheet.width), 0, keep=True)]
        lines += named_parts(sheet, body, action.who, action.by, action.done, sheet.width)
        items.append(Item(Row((Cell(0, Stack(lines)),), sheet.width, 8, 8)))
    return items


def named_parts(
    sheet: Sheet, body: Element, who: str, by: str, done: bool, width: float
) -> list[Item]:
    """Return who does something, by when and whether it is done, each below its name."""
    label = sheet.looks.body.size * 5.5
    parts: list[Item] = []
    for key, value in (("column.who", who), ("column.by", by)):
        name = _lowered(sheet.lines(body, sheet.say(key), sheet.looks.label, label), value)
        room = or_room(sheet, body.child("P"), value, width - label)
        parts.append(Item(Row((Cell(0, name), Cell(label, room)), width, rule="")))
    word = sheet.lines(body, sheet.say("column.done"), sheet.looks.label, label)
    box = done_box(sheet, body.child("P"), done)
    return [*parts, Item(Row((Cell(0, word), Cell(label, box)), width, rule=""))]


def _lowered(name: Box, value: str) -> Box:
    """Set a name level with the line to write on where there is no value."""
    return name if value else Stack([Item(name, name.height * 0.3)])


def draw_answers(sheet: Sheet, block: blocks.AnswerList) -> list[Item]:
    """Number, question and answer beside each other; a note runs beneath at full width."""
    if not block.rows:
        return []
    number, answer = (24.0, 196.0) if block.brief else (30.0, 178.0)
    number = sheet.column("column.line", number)
    question = sheet.width - number - answer
    columns = [
        (number, question - _GUTTER, sheet.say("column.question")),
        (number + question, answer, sheet.say("column.answer")),
    ]
    if sheet.looks.stacked:
        listing = sheet.root.child("L")
        return [Item(_stacked_answer(sheet, listing, row)) for row in block.rows]
    table = sheet.root.child("Table")
    head, again = sheet.head(table, columns, number=sheet.say("column.line"), once=True)
    draw = _brief if block.brief else _answer
    rows = [draw(sheet, table, row, columns) for row in block.rows]
    return [Item(Table(head, again, rows), sheet.looks.unit)]


def _answer(
    sheet: Sheet,
    table: Element,
    row: blocks.AnswerRow,
    columns: list[tuple[float, float, str]],
) -> Box:
    (number, asked, _), (right, said, _) = columns
    entry = table.child("TR")
    asks = entry.child("TH", attributes=SCOPE_ROW)
    below: list[Box] = []
    line = Span(row.line, sheet.looks.strong)
    if natural_width(row.cites, sheet.looks.small) <= asked:
        spans = _question(sheet, row)
    else:  # long words of a policy take half the lines at full width
        spans = [Span(row.question, sheet.looks.body)]
    question = sheet.numbered(asks, line, spans, number, asked)
    if row.cites and len(spans) == 1:
        below.append(sheet.lines(asks, row.cites, sheet.looks.small, sheet.width - number))
    cell = entry.child("TD")
    answer = _said(sheet, cell, row, said, beside=len(row.said) <= _SHORT)
    cells = (Cell(0, Stack([Item(question)], whole=True)), Cell(right, answer))
    if len(row.said) > _SHORT:
        below.append(sheet.lines(cell, row.said, sheet.looks.body, sheet.width - number))
    if row.note:
        below.append(_note(sheet, cell, row, sheet.width - number))
    items = [Item(Row(cells, sheet.width, rule=""), keep=bool(below))]
    items += [
        Item(Row((Cell(number, box),), sheet.width, sheet.looks.unit * 0.25, rule=""))
        for box in below
    ]
    return _framed(sheet, Stack(items))


def _brief(
    sheet: Sheet,
    table: Element,
    row: blocks.AnswerRow,
    columns: list[tuple[float, float, str]],
) -> Box:
    """One line of small type: its heading says its status, the mark repeats it."""
    kind = sheet.looks.small.in_colour(looks.INK)
    (number, asked, _), (right, said, _) = columns
    entry = table.child("TR")
    head = entry.child("TH", attributes=SCOPE_ROW)
    line = Span(row.line, sheet.looks.label)
    question = sheet.numbered(head, line, (Span(row.question, kind),), number, asked)
    cell = entry.child("TD")
    spans = [Span(row.said, kind)]
    if row.note:
        word = sheet.say("reason" if row.reason else "note")
        spans = [Span(f"{row.said}\n", kind), Span(f"{word} {row.note}", kind)]
    indent = kind.size * 1.6
    cells = [
        Cell(0, question),
        Cell(right + indent, sheet.spans(cell, spans, said - indent)),
    ]
    if row.status:
        cells.append(Cell(right, mark(row.status, kind.size * 0.9, kind.leading)))
    return Row(cells, sheet.width, 1.6, 1.8, leading=kind.leading)


def _framed(sheet: Sheet, box: Box) -> Row:
    unit = sheet.looks.unit
    return Row((Cell(0, box),), sheet.width, unit * 0.9, unit, leading=sheet.looks.body.leading)


def _question(sheet: Sheet, row: blocks.AnswerRow) -> list[Span]:
    spans = [Span(row.question, sheet.looks.body)]
    if row.cites:
        spans = [Span(f"{row.question}\n", sheet.looks.body), Span(row.cites, sheet.looks.small)]
    return spans


def _said(
    sheet: Sheet, cell: Element, row: blocks.AnswerRow, width: float, beside: bool = True
) -> Box:
    """The mark with the word of the status, then what was said (if it stands beside).

    An answer that ends in that word ("It doesn't apply") says its status itself.
    """
    body = sheet.looks.body
    if row.status is None:
        return sheet.lines(cell, row.said, body, width) if beside else Drawing(0)
    size = body.size * 0.9
    indent = size * 1.6
    word = sheet.say(f"status.{row.status.value}")
    tone = sheet.looks.strong.in_colour(looks.TONES[row.status])
    spans = [Span(word, tone)]
    if beside and _ends_in(row.said, word):
        spans = [Span(row.said, tone)]
    elif beside and row.said:
        spans = [Span(f"{word}: ", tone), Span(row.said, body)]
    words = sheet.spans(cell, spans, width - indent)
    return Row((Cell(0, mark(row.status, size, body.leading)), Cell(indent, words)), width, rule="")


def _ends_in(said: str, word: str) -> bool:
    """Whether an answer ends in a word, whichever apostrophe either was written with."""
    ends = [tidy(text).replace("’", "'").casefold() for text in (said, word)]
    return ends[0].endswith(ends[1])


def _note(sheet: Sheet, cell: Element, row: blocks.AnswerRow, width: float) -> Box:
    word = sheet.say("reason" if row.reason else "note")
    spans = (Span(word + " ", sheet.looks.strong), Span(row.note, sheet.looks.body))
    return sheet.spans(cell, spans, width)


def _stacked_answer(sheet: Sheet, listing: Element, row: blocks.AnswerRow) -> Box:
    cell = listing.child("LI").child("LBody")
    number = sheet.looks.body.size * 2.6
    inner = sheet.width - number
    line = sheet.lines(cell, row.line, sheet.looks.strong, number - 6)
    items = [
        Item(Stack([Item(sheet.spans(cell, _question(sheet, row), inner))], whole=True), keep=True),
        Item(_said(sheet, cell, row, inner), sheet.looks.unit),
    ]
    if row.note:
        items.append(Item(_note(sheet, cell, row, inner), sheet.looks.unit))
    cells = (Cell(0, line), Cell(number, Stack(items)))
    return _framed(sheet, Row(cells, sheet.width, rule=""))
