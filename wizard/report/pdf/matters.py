"""What to decide and to do: one table, each matter with all that settles it.

What to do stands beside who does it and when, with lines to write on where that is open;
beneath it in small type what was asked, what was said, and who decides.
"""

from __future__ import annotations

from wizard.model.status import Status
from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.answers import done_box, named_parts, or_room, plan_columns
from wizard.report.pdf.boxes import Lines
from wizard.report.pdf.layout import Cell, Item, Row, Stack, Table
from wizard.report.pdf.marks import mark
from wizard.report.pdf.setting import Span
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import Element

_TOGETHER = 6  # matters that stay on one page


def draw_matters(sheet: Sheet, block: blocks.Matters) -> list[Item]:
    """The table; in large print a list, each matter below the other."""
    if not block.items:
        return []
    if sheet.looks.stacked:
        listing = sheet.root.child("L")
        return [Item(_stacked(sheet, listing, matter)) for matter in block.items]
    columns = plan_columns(sheet, who=102.0, by=92.0, done=28.0)
    table = sheet.root.child("Table")
    head, again = sheet.head(table, columns)
    rows = [_row(sheet, table, matter, columns) for matter in block.items]
    listed = Table(head, again, rows)
    # With a long note in it the list is read as it comes: to hold it together empties a page.
    whole = len(rows) <= _TOGETHER and listed.height < 2 * sheet.looks.opening
    return [Item(Stack([Item(listed)], whole), sheet.looks.unit)]


def _row(
    sheet: Sheet,
    table: Element,
    matter: blocks.Matter,
    columns: list[tuple[float, float, str]],
) -> Row:
    unit = sheet.looks.unit
    entry = table.child("TR")
    cell = entry.child("TD")
    size = sheet.looks.body.size * 0.9
    indent = size * 1.7
    stands = _stands(matter)
    (_, wide, _), (at_who, who, _), (at_by, by, _), (at_done, _, _) = columns
    width = sheet.width if stands else wide
    cells = [
        Cell(0, mark(matter.status, size, sheet.looks.body.leading)),
        Cell(indent, _what(sheet, cell, matter, width - indent)),
    ]
    details = _details(sheet, cell, matter, sheet.width - indent)
    others = [entry.child("TD") for _ in columns[1:]]
    if not stands:
        cells += [
            Cell(at_who, or_room(sheet, others[0], matter.who, who)),
            Cell(at_by, or_room(sheet, others[1], matter.by, by)),
            Cell(at_done, done_box(sheet, others[2], matter.done)),
        ]
    items = [Item(Row(cells, sheet.width, rule=""), keep=details is not None)]
    if details:
        items.append(Item(Row((Cell(indent, details),), sheet.width, 1, rule="")))
    return Row(
        (Cell(0, Stack(items)),),
        sheet.width,
        unit * 1.25,
        unit * 1.4,
        leading=sheet.looks.body.leading,
    )


def _stands(matter: blocks.Matter) -> bool:
    """Whether it is an exception about which nobody has to do anything."""
    return matter.status is Status.EXCEPTION and not (matter.who or matter.by)


def _what(sheet: Sheet, parent: Element, matter: blocks.Matter, width: float) -> Lines:
    word = sheet.say(f"status.{matter.status.value}")
    tone = sheet.looks.strong.in_colour(looks.TONES[matter.status])
    body = sheet.looks.body
    spans = [Span(f"{word}: ", tone), Span(matter.what, body)]
    before, found, after = matter.what.partition(f"{word} ")
    if found and (not before or before.endswith(": ")):
        # "Ask the Head" says its status itself; so does "TikTok: Ask for help".
        spans = [Span(before, body)] if before else []
        spans += [Span(word, tone), Span(f" {after}", body)]
    return sheet.spans(parent, spans, width)


def _details(sheet: Sheet, parent: Element, matter: blocks.Matter, width: float) -> Lines | None:
    """What was asked and said, the note, then how strongly it is asked and who decides."""
    quiet = sheet.looks.small
    plain = quiet.in_colour(looks.INK)
    rows: list[list[Span]] = []
    weight = [f"{matter.strength}."] if matter.strength else []
    if matter.question and matter.question != matter.what:
        asked = sheet.say("matter.asked", line=matter.line, question=matter.question)
        rows.append([Span(f"{asked} ", quiet), Span(matter.said, plain)])
    elif matter.line:
        weight.insert(0, sheet.say("matter.line", line=matter.line))
        if matter.said:
            rows.append([Span(matter.said, plain)])
    if matter.note:
        word = sheet.say("reason" if matter.reason else "note")
        rows.append([Span(f"{word} ", quiet), Span(matter.note, plain)])
    if matter.decides:
        weight.append(sheet.say("matter.decides", who=matter.decides))
    if weight:
        rows.append([Span(" ".join(weight), quiet)])
    if not rows:
        return None
    spans = [span for row in rows for span in (*row, Span("\n", quiet))]
    return sheet.spans(parent, spans[:-1], width)


def _stacked(sheet: Sheet, listing: Element, matter: blocks.Matter) -> Row:
    body = listing.child("LI").child("LBody")
    size = sheet.looks.body.size * 0.9
    indent = size * 1.7
    inner = sheet.width - indent
    parts = [Item(_what(sheet, body, matter, inner), keep=True)]
    details = _details(sheet, body, matter, inner)
    if details:
        parts.append(Item(details, sheet.looks.unit))
    if not _stands(matter):
        parts += named_parts(sheet, body, matter.who, matter.by, matter.done, inner)
    shape = mark(matter.status, size, sheet.looks.body.leading)
    cells = (Cell(0, shape), Cell(indent, Stack(parts)))
    return Row(cells, sheet.width, 8, 8, leading=sheet.looks.body.leading)
