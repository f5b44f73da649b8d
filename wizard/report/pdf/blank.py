"""Questions for a pen: boxes in the order of the screen, lines with room to write."""

from __future__ import annotations

from wizard.model.question import AnswerKind
from wizard.report import blocks
from wizard.report.pdf.boxes import Box
from wizard.report.pdf.fields import ONE, SEVERAL, Field
from wizard.report.pdf.layout import Cell, Item, Row, Stack
from wizard.report.pdf.marks import tick_box
from wizard.report.pdf.setting import Span, natural_width
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import Element


def draw_blank_question(sheet: Sheet, block: blocks.BlankQuestion) -> list[Item]:
    """One question with its printed line number, its boxes and a line for a note."""
    unit = sheet.looks.unit
    usual = 26.0 if not sheet.looks.stacked else 52.0
    gap = 0.7 * sheet.looks.strong.size  # in large print five points looked like none
    number = max(usual, min(sheet.widest_number + gap, 2 * usual))
    width = sheet.width - number
    line = sheet.lines(sheet.root, block.line, sheet.looks.strong, number - 4)
    question = sheet.lines(sheet.root, block.question, sheet.looks.strong, width)
    parts: list[Item] = [Item(question, keep=True)]
    hint = block.hint
    if block.kind == AnswerKind.SEVERAL.value:
        hint = f"{sheet.say('blank.several')}. {hint}".rstrip()
    if hint:
        parts.append(Item(sheet.lines(sheet.root, hint, sheet.looks.small, width), keep=True))
    if block.boxes:
        parts.append(Item(_boxes(sheet, block, width), unit * 0.6, keep=block.note))
    elif block.room:
        lines = sheet.write_lines(block.room, width)
        parts.append(Item(sheet.write_on(lines, sheet.root, f"q:{block.id}", _tip(block), width)))
    if block.note:
        parts.append(Item(_note(sheet, block, width)))
    whole = block.room <= 12
    body = Row((Cell(0, line), Cell(number, Stack(parts, whole))), sheet.width, rule="")
    # Nothing to write here: what follows (the rows of the risk assessment) is its answer.
    alone = not (block.boxes or block.room)
    return [Item(body, 2.5 * unit, keep=alone)]


def _tip(block: blocks.BlankQuestion) -> str:
    return f"{block.line}  {block.question}"


def _boxes(sheet: Sheet, block: blocks.BlankQuestion, width: float) -> Box:
    """The boxes beside each other where they fit, else one below the other."""
    kind = sheet.looks.body
    size = kind.size * 1.05
    gap = kind.size * 0.6
    between = kind.size * 1.8
    listing = sheet.root.child("L")
    rows: list[Item] = []
    cells: list[Cell] = []
    x = 0.0
    for box in block.boxes:
        entry = listing.child("LI").child("LBody")
        wide = min(size + gap + natural_width(box.text, kind) + 1, width)
        if cells and x + wide > width:
            rows.append(_box_row(cells, width))
            cells, x = [], 0.0
        several = SEVERAL if block.kind == AnswerKind.SEVERAL.value else ONE
        field = Field(f"q:{block.id}", several, _tip(block), box.id, box.text)
        place = (0, (kind.leading - size) / 2, size, size)
        drawn = sheet.fill(tick_box(size, kind.leading), entry, field, place)
        cells.append(Cell(x, drawn))
        cells.append(Cell(x + size + gap, _label(sheet, entry, box.text, wide - size - gap)))
        x += wide + between
    rows.append(_box_row(cells, width))
    return Stack(rows)


def _box_row(cells: list[Cell], width: float) -> Item:
    return Item(Row(cells, width, 1.5, 1.5, rule=""))


def _label(sheet: Sheet, entry: Element, text: str, width: float) -> Box:
    return sheet.lines(entry, text, sheet.looks.body, width)


def _note(sheet: Sheet, block: blocks.BlankQuestion, width: float) -> Box:
    """The word and a line to write on, level with it."""
    kind = sheet.looks.small
    word = sheet.say("blank.note")
    wide = natural_width(word, kind) + 8
    step = sheet.looks.body.leading * 1.45
    label = Stack(
        [Item(sheet.spans(sheet.root, (Span(word, kind),), wide), step - kind.leading - 1)]
    )
    tip = f"{_tip(block)} – {word}"
    lines = sheet.write_lines(1, width - wide)
    written = sheet.write_on(lines, sheet.root, f"n:{block.id}", tip, width - wide)
    return Row((Cell(0, label), Cell(wide, written)), width, rule="")
