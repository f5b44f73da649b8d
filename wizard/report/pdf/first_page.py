"""What a Head reads first: who, what, when, the outcome, what needs a decision."""

from __future__ import annotations

from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Drawing, Lines
from wizard.report.pdf.chart import status_words
from wizard.report.pdf.fields import LINE, Field
from wizard.report.pdf.layout import Cell, Item, Panel, Row, Stack
from wizard.report.pdf.marks import mark
from wizard.report.pdf.setting import Span, natural_width
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import SCOPE_ROW, Element


def draw_text(sheet: Sheet, block: blocks.Text) -> list[Item]:
    """A paragraph in its tone."""
    kinds = {"lead": sheet.looks.lead, "small": sheet.looks.small}
    kind = kinds.get(block.tone, sheet.looks.body)
    box = sheet.lines(sheet.root, block.text, kind, sheet.width)
    above = (3 if block.tone == "lead" else 1) * sheet.looks.unit
    return [Item(box, above)]


def draw_bullets(sheet: Sheet, block: blocks.Bullets) -> list[Item]:
    """A list with a small dot before each point."""
    items: list[Item] = []
    listing = sheet.root.child("L")
    indent = sheet.looks.body.size * 1.2
    for text in block.items:
        entry = listing.child("LI")
        dot = sheet.lines(entry, "•", sheet.looks.body, indent, "Lbl")
        body = sheet.lines(entry, text, sheet.looks.body, sheet.width - indent, "LBody")
        items.append(
            Item(
                Row((Cell(0, dot), Cell(indent, body)), sheet.width, rule=""), sheet.looks.unit / 2
            )
        )
    return items


def draw_notice(sheet: Sheet, block: blocks.Notice) -> list[Item]:
    """A remark on a pale ground, its title in bold."""
    pad = 2 * sheet.looks.unit
    width = sheet.width - 2 * pad - 3
    body = Stack(
        [
            Item(sheet.lines(sheet.root, block.title, sheet.looks.strong, width), 0, keep=True),
            Item(sheet.lines(sheet.root, block.text, sheet.looks.body, width)),
        ]
    )
    body = Stack(body.items, whole=body.height < sheet.looks.opening)
    bar = looks.AGED if block.tone == "stale" else looks.ACCENT
    return [Item(Panel(body, sheet.width, pad, looks.SHADE, bar), 2.5 * sheet.looks.unit)]


def draw_facts(sheet: Sheet, block: blocks.Facts) -> list[Item]:
    """Labels and values: two pairs a row where both are short, else one below the other.

    A question among them has a row and a column of its own, or "Name" would be as wide as it
    is.  A label without a value gets a line to write on.
    """
    if not block.rows:
        return []
    table = sheet.root.child("Table")
    gutter = 4 * sheet.looks.unit
    half = (sheet.width - gutter) / 2
    wide_as = {name: natural_width(name, sheet.looks.label) + 10 for name, _ in block.rows}
    most = sheet.width * 0.42 if sheet.looks.stacked else half * 0.35
    label = max((wide for wide in wide_as.values() if wide <= most), default=most)
    asked = min(max(wide_as.values()), most if sheet.looks.stacked else half)
    short = half - label
    rows: list[Item] = []
    waiting: list[tuple[str, str]] = []

    def place(pairs: list[tuple[str, str]], label: float, wide: float) -> None:
        if not pairs:
            return
        cells: list[Cell] = []
        room = 0.0 if all(value for _, value in pairs) else sheet.looks.body.leading * 1.5
        for index, (name, value) in enumerate(pairs):
            row = table.child("TR")  # beside each other for the eye, one by one for a reader
            at = index * (half + gutter)
            cells += _pair(sheet, row, len(table.kids), (name, value), at, label, wide, room)
        rows.append(Item(Row(cells, sheet.width, sheet.looks.unit * 0.75, sheet.looks.unit * 0.75)))

    for name, value in block.rows:
        fits = natural_width(value, sheet.looks.body) <= short and "\n" not in value
        is_question = wide_as[name] > label
        if sheet.looks.stacked or not fits or is_question:
            place(waiting, label, short)
            waiting = []
            own = asked if is_question or sheet.looks.stacked else label
            place([(name, value)], own, sheet.width - own)
            continue
        waiting.append((name, value))
        if len(waiting) == 2:
            place(waiting, label, short)
            waiting = []
    place(waiting, label, short)
    return [Item(Stack(rows), 3 * sheet.looks.unit)]


def _pair(
    sheet: Sheet,
    row: Element,
    number: int,
    pair: tuple[str, str],
    x: float,
    label: float,
    wide: float,
    room: float,
) -> list[Cell]:
    """Return a name and its value; both stand low in the ``room`` a pen needs, if it does."""
    name, value = pair
    head = row.child("TH", attributes=SCOPE_ROW)
    cell = row.child("TD")
    drop = (sheet.looks.body.leading - sheet.looks.label.leading) / 2
    named = Stack([Item(sheet.lines(head, name, sheet.looks.label, label - 6), drop)])
    lowered = Stack([Item(named, max(room - named.height, 0))])
    if value:
        said = sheet.lines(cell, value, sheet.looks.body, wide)
        low = Stack([Item(said, max(room - said.height, 0))])
        return [Cell(x, lowered), Cell(x + label, low)]
    field = Field(f"fact:{number}", LINE, name)
    line = sheet.fill(Drawing(room), cell, field, (0, 1, wide, room - 2))
    return [Cell(x, lowered), Cell(x + label, line)]


def draw_verdict(sheet: Sheet, block: blocks.Verdict) -> list[Item]:
    """The outcome in large type, the counts of each status beneath it."""
    pad = 2.5 * sheet.looks.unit
    width = sheet.width - 2 * pad - 3
    tone = looks.TONES[block.tone]
    size = sheet.looks.section.size
    indent = size * 1.6
    kind = sheet.looks.part.in_colour(looks.INK)
    heading = sheet.lines(sheet.root, block.heading, kind, width - indent)
    shape = mark(block.tone, size, kind.leading)
    title = Row((Cell(0, shape), Cell(indent, heading)), width, rule="")
    items = [Item(title, 0, keep=bool(block.counts))]
    if block.counts:  # a list without entries is not allowed in PDF/UA
        items.append(Item(status_words(sheet, block.counts, width), sheet.looks.unit))
    body = Stack(items)
    return [Item(Panel(body, sheet.width, pad, looks.PALE, tone), 3.5 * sheet.looks.unit)]


def draw_points(sheet: Sheet, block: blocks.Points) -> list[Item]:
    """What is open, most pressing first: the status, what it is, its line and who decides."""
    listing = sheet.root.child("L")
    details = [text for point in block.items for text in (point.who, _asked(sheet, point))]
    wide = max((natural_width(text, sheet.looks.small) for text in details), default=0.0)
    aside = min(max(wide + 2, 100.0), 168.0)  # as much as it needs, the rest for what is open
    return [Item(_point(sheet, listing.child("LI"), point, aside)) for point in block.items]


def _point(sheet: Sheet, entry: Element, point: blocks.Point, aside: float) -> Row:
    unit = sheet.looks.unit
    size = sheet.looks.body.size * 0.9
    indent = size * 1.7
    shape = Cell(0, mark(point.status, size, sheet.looks.body.leading))
    tone = sheet.looks.strong.in_colour(looks.TONES[point.status])
    word = sheet.say(f"status.{point.status.value}")
    if sheet.looks.stacked:
        inner = sheet.width - indent
        label = sheet.lines(entry, word, tone, inner, "Lbl")
        body = entry.child("LBody")
        parts = [Item(label), Item(sheet.lines(body, point.text, sheet.looks.body, inner))]
        parts += [Item(details) for details in _details(sheet, body, point, inner)]
        return Row((shape, Cell(indent, Stack(parts))), sheet.width, unit * 1.25, unit * 1.25)
    named = 70.0
    label = sheet.lines(entry, word, tone, named - 6, "Lbl")
    body = entry.child("LBody")
    start = indent + named
    text = sheet.lines(body, point.text, sheet.looks.body, sheet.width - start - aside - 12)
    cells = [shape, Cell(indent, label), Cell(start, text)]
    cells += [
        Cell(sheet.width - aside, Stack([Item(details, 1.5)]))
        for details in _details(sheet, body, point, aside)
    ]
    return Row(cells, sheet.width, unit, unit * 1.1)


def _asked(sheet: Sheet, point: blocks.Point) -> str:
    line = sheet.say("line", line=point.line) if point.line else ""
    return " · ".join(part for part in (line, point.strength) if part)


def _details(sheet: Sheet, body: Element, point: blocks.Point, width: float) -> list[Lines]:
    """Who decides, then the line and how strongly the policy asks; nothing if unknown."""
    asked = _asked(sheet, point)
    spans = []
    if point.who:  # what a Head looks for first
        spans.append(Span(point.who, sheet.looks.small.in_colour(looks.INK)))
    if asked:
        spans.append(Span(f"\n{asked}" if spans else asked, sheet.looks.small))
    return [sheet.spans(body, spans, width)] if spans else []
