"""The page to sign: what signing means, the decision, two people, the code to scan.

It stays in one piece.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Box, Drawing
from wizard.report.pdf.fields import LINE, ONE, SIGNATURE, Field
from wizard.report.pdf.layout import Cell, Item, Panel, Row, Stack
from wizard.report.pdf.marks import tick_box
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.qr import draw_code
from wizard.report.pdf.setting import natural_width
from wizard.report.pdf.sheet import Sheet

_NAME_LINES = 8  # a name or role of more lines is no name, and its page must still hold it
_CODE = 70.0  # points: a square of the code is then some five dots wide at 150 dpi


def draw_sign_off(sheet: Sheet, block: blocks.SignOffPage) -> list[Item]:
    """What signing means, the person's part, then the decision and the leader's part."""
    unit = sheet.looks.unit
    pad = 2.5 * unit
    meaning = sheet.looks.lead
    heading = sheet.heading(sheet.say("sign.title"), 1)
    opening = sheet.lines(sheet.root, block.meaning, meaning, sheet.width - 2 * pad - 3)
    panel = Panel(opening, sheet.width, pad, looks.PALE, looks.ACCENT)
    label = _label_width(sheet, block)
    items = [
        Item(heading, 0, keep=True),
        Item(panel, 2 * unit, keep=sheet.looks.stacked),
        *_together(sheet, _person(sheet, "staff", block.staff, block.staff_statement, label, list)),
        *_together(
            sheet,
            _person(
                sheet,
                "slt",
                block.slt,
                block.slt_statement,
                label,
                lambda: _decision(sheet, block, label),
            ),
        ),
        *([_seal(sheet, block.code)] if block.code else []),
    ]
    return [Item(Stack(items, whole=not sheet.looks.stacked), 6 * unit)]


def _label_width(sheet: Sheet, block: blocks.SignOffPage) -> float:
    """Return the room for the names of all lines to write on, which then begin at one place."""
    keys = ("sign.name", "sign.role", "sign.signature", "sign.date")
    words = (*map(sheet.say, keys), block.discussed_with, block.review_label)
    widest = max(natural_width(word, sheet.looks.label) for word in words) + 8
    return min(widest, sheet.width / (2 if sheet.looks.stacked else 4))


def _together(sheet: Sheet, items: list[Item]) -> list[Item]:
    """Keep what one person signs with their signature, where the page itself can not be kept."""
    if not sheet.looks.stacked:
        return items
    whole = Stack([dataclasses.replace(items[0], gap=0.0), *items[1:]], whole=True)
    return [Item(whole, items[0].gap)]


def _person(
    sheet: Sheet,
    who: str,
    block: blocks.SignatureBlock,
    statement: str,
    label: float,
    decide: Callable[[], list[Item]],
) -> list[Item]:
    unit = sheet.looks.unit
    title = sheet.heading(block.label, 2)
    said = [
        Item(sheet.lines(sheet.root, statement, sheet.looks.body, sheet.width), unit, keep=True)
    ]
    between = decide()  # after the statement, for a reader as for the eye
    half = sheet.width / 2 - 8
    pairs = (
        (("sign.name", block.name), ("sign.role", block.role)),
        (("sign.signature", ""), ("sign.date", "")),
    )
    rows: list[Item] = []
    for pair in pairs:
        if sheet.looks.stacked:
            rows += [
                Item(_field(sheet, who, block.label, key, value, label, sheet.width), unit)
                for key, value in pair
            ]
            continue
        fields = [_field(sheet, who, block.label, key, value, label, half) for key, value in pair]
        high = max(field.height for field in fields)
        cells = [
            Cell(nth * (half + 16), Stack([Item(field, high - field.height)]))
            for nth, field in enumerate(fields)
        ]
        rows.append(Item(Row(cells, sheet.width, rule=""), unit))
    return [
        Item(title, 5 * unit, keep=True),
        *(said if statement else []),
        *between,
        Item(Stack(rows, whole=True), unit),
    ]


def _field(
    sheet: Sheet, who: str, part: str, key: str, value: str, label: float, width: float
) -> Box:
    """A name, then what stands for it on a line, or the line alone to write on.

    ``part`` is the heading above it, which tells one person's name from the other's.
    """
    name = f"{who}-{key.removeprefix('sign.')}"
    word = sheet.say(key)
    return _named(sheet, name, word, value, label, width, tip=f"{part} – {word}")


def _named(
    sheet: Sheet, name: str, word: str, value: str, label: float, width: float, *, tip: str = ""
) -> Box:
    kind = sheet.looks.label
    body = sheet.looks.body
    high = body.leading * (1.6 if sheet.looks.stacked else 2.1)
    named = sheet.lines(sheet.root, word, kind, label)
    cells: list[Cell] = []
    if value:
        text = sheet.lines(sheet.root, value, body, width - label)
        if len(text.lines) <= _NAME_LINES:  # the line stands below a name of several lines
            high = max(high, text.height + 6)
        cells.append(Cell(label, Stack([Item(text, max(high - text.height - 2, 0))])))
    cells.insert(0, Cell(0, Stack([Item(named, high - kind.leading - 2)])))

    def hand(pen: Pen, x: float, y: float) -> None:
        pen.rule(x + label, y + high - 2, x + width, y + high - 2, looks.FRAME, looks.HAIR)

    line: Box = Drawing(high, hand)
    if not value:
        kind_of = SIGNATURE if name.endswith("signature") else LINE
        field = Field(f"sign:{name}", kind_of, tip or word)
        line = sheet.fill(line, sheet.root, field, (label, 3, width - label, high - 6))
    return Row((*cells, Cell(0, line)), width, rule="")


def _decision(sheet: Sheet, block: blocks.SignOffPage, label: float) -> list[Item]:
    unit = sheet.looks.unit
    body = sheet.looks.body
    size = body.size * 1.15
    cells: list[Cell] = []
    rows: list[Item] = []
    x = 0.0

    met = _named(sheet, "discussed-with", block.discussed_with, "", label, sheet.width)
    listing = sheet.root.child("L")
    for number, words in enumerate(block.decisions, 1):
        wide = min(size + 8 + natural_width(words, body) + 1, sheet.width)
        if cells and x + wide > sheet.width:
            rows.append(Item(Row(cells, sheet.width, rule=""), unit))
            cells, x = [], 0.0
        entry = listing.child("LI").child("LBody")
        field = Field("sign:decision", ONE, sheet.say("sign.decision"), str(number), words)
        place = (0, (body.leading - size) / 2, size, size)
        cells.append(Cell(x, sheet.fill(tick_box(size, body.leading), entry, field, place)))
        cells.append(Cell(x + size + 8, sheet.lines(entry, words, body, wide - size - 8)))
        x += wide + 24
    rows.append(Item(Row(cells, sheet.width, rule=""), unit))
    conditions = sheet.lines(sheet.root, block.conditions_label, sheet.looks.label, sheet.width)
    lines = sheet.write_lines(2 if sheet.looks.stacked else 3, sheet.width)
    again = sheet.width if sheet.looks.stacked else sheet.width / 2
    room = sheet.write_on(lines, sheet.root, "sign:conditions", block.conditions_label, sheet.width)
    return [
        Item(met, unit),
        Item(Stack(rows, whole=True), 2 * unit),
        Item(conditions, 3 * unit, keep=True),
        Item(room),
        Item(_named(sheet, "review", block.review_label, "", label, again), unit),
    ]


def _seal(sheet: Sheet, code: str) -> Item:
    """The code to scan, and beside it in letters what it says and what the file carries."""
    report = sheet.report
    marks = {"reference": report.reference, "fingerprint": report.fingerprint}
    indent = _CODE + 4 * sheet.looks.unit
    width = sheet.width - indent
    figure = draw_code(sheet.root, code, sheet.say("code.alt", **marks), _CODE)
    carries = sheet.say("carries" if report.attachment else "carries.nothing")
    lines = (
        (sheet.say("ref", reference=report.reference), sheet.looks.strong),
        (sheet.say("fingerprint", fingerprint=report.fingerprint), sheet.looks.body),
        (carries, sheet.looks.small),
        (sheet.say("code.limits"), sheet.looks.small),
    )
    written = [Item(sheet.lines(sheet.root, text, kind, width)) for text, kind in lines]
    said = Stack(written, whole=True)
    drop = max((_CODE - said.height) / 2, 0.0)
    cells = (Cell(0, figure), Cell(indent, Stack([Item(said, drop)], whole=True)))
    return Item(Stack([Item(Row(cells, sheet.width, rule=""))], whole=True), 5 * sheet.looks.unit)
