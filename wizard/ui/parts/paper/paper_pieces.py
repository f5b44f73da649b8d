"""Two pieces of paper that the school's page shows: the head of a paper, and a question.

They follow what ``wizard.report.pdf`` draws (its furniture, first page and blank sheet);
the measures are the paper's own.
"""

from __future__ import annotations

from PySide6.QtGui import QImage

from wizard.desk.school.draft import Head
from wizard.report.blocks import BlankQuestion
from wizard.ui.parts.paper.paper_picture import Drawing, PaperPen
from wizard.words import say


def head_drawing(head: Head) -> Drawing:
    """Return what draws the head of the first page."""
    logo = QImage.fromData(head.report.logo) if head.report.logo else QImage()

    def draw(pen: PaperPen) -> float:
        look = pen.look
        y = look.first_top
        if head.report.school or not logo.isNull():
            y = _masthead(pen, head.report.school, logo, y) + 5 * look.unit
        y += pen.text(look.side, y, look.width, head.report.title, look.title)
        return _facts(pen, head.facts, y + 3 * look.unit)

    return draw


def head_in_words(head: Head) -> str:
    """Return all that stands in the picture of the head."""
    logo = say("school.head.logo") if head.report.logo else ""
    named = [say("school.head.fact", name=name, value=value or say("school.head.empty"))
             for name, value in head.facts]  # fmt: skip
    parts = [logo, head.report.school, head.report.title, *named]
    return say("school.head.picture", parts="; ".join(part for part in parts if part))


def question_drawing(question: BlankQuestion) -> Drawing:
    """Return what draws a question as it stands on the blank sheet."""

    def draw(pen: PaperPen) -> float:
        look = pen.look
        number, y = 26.0, look.first_top / 2
        x, width = look.side + number, look.width - number
        pen.text(look.side, y, number - 4, question.line, look.strong)
        y += pen.text(x, y, width, question.question, look.strong)
        if question.hint:
            y += pen.text(x, y, width, question.hint, look.small)
        if question.boxes:
            y = _boxes(pen, question, x, y + look.unit * 0.6, width)
        for _ in range(0 if question.boxes else question.room):
            y += look.body.leading * 1.45
            pen.rule(x, y, width, look.frame)
        if question.note:
            wide = pen.wide(say("paper.blank.note"), look.small) + 8
            y += look.body.leading * 1.45
            top = y - look.small.leading - 1
            pen.text(x, top, wide, say("paper.blank.note"), look.small)
            pen.rule(x + wide, y, width - wide, look.frame)
        return y

    return draw


def question_in_words(question: BlankQuestion) -> str:
    """Return all that stands in the picture of a question."""
    boxes = [say("school.paper.box", text=box.text) for box in question.boxes]
    note = say("paper.blank.note") if question.note else ""
    parts = [question.line, question.question, question.hint, *boxes, note]
    return say("school.paper.picture", parts="; ".join(part for part in parts if part))


def _masthead(pen: PaperPen, school: str, logo: QImage, y: float) -> float:
    look, indent, high = pen.look, 0.0, pen.look.section.leading
    if not logo.isNull():
        scale = min(look.logo_high / logo.height(), look.logo_wide / logo.width())
        wide, high = logo.width() * scale, logo.height() * scale
        pen.image(logo, look.side, y, wide, high)
        indent = wide + 12
    width = look.width - indent
    tall = PaperPen(look).text(0, 0, width, school, look.section)
    drop = max((high - tall) / 2, 0.0)
    pen.text(look.side + indent, y + drop, width, school, look.section)
    y += max(high, drop + tall) + 2 * look.unit
    pen.rule(look.side, y, look.width, look.accent)
    return y


def _facts(pen: PaperPen, rows: tuple[tuple[str, str], ...], y: float) -> float:
    """Draw labels and values: two pairs a row where both are short, as the paper does."""
    look = pen.look
    gutter = 4 * look.unit
    half = (look.width - gutter) / 2
    label = max(pen.wide(name, look.label) for name, _value in rows) + 10
    label = min(label, half * 0.5)
    lines: list[list[tuple[str, str]]] = []
    for name, value in rows:
        is_short = pen.wide(value, look.body) <= half - label
        if (
            lines
            and len(lines[-1]) == 1
            and is_short
            and _is_short(pen, lines[-1][0], half - label)
        ):
            lines[-1].append((name, value))
        else:
            lines.append([(name, value)])
    for pairs in lines:
        y += look.unit * 0.75
        alone = len(pairs) == 1 and not _is_short(pen, pairs[0], half - label)
        room = look.width - label if alone else half - label
        y += max(_pair(pen, pair, look.side + n * (half + gutter), y, label, room)
                 for n, pair in enumerate(pairs)) + look.unit * 0.75  # fmt: skip
        pen.rule(look.side, y, look.width, look.rule)
    return y


def _is_short(pen: PaperPen, pair: tuple[str, str], room: float) -> bool:
    return pen.wide(pair[1], pen.look.body) <= room


def _pair(
    pen: PaperPen, pair: tuple[str, str], x: float, y: float, label: float, room: float
) -> float:
    look = pen.look
    name, value = pair
    high = look.body.leading if value else look.body.leading * 1.5
    drop = (look.body.leading - look.label.leading) / 2 if value else high - look.label.leading
    pen.text(x, y + drop, label - 6, name, look.label)
    if value:
        return pen.text(x + label, y, room, value, look.body)
    return high


def _boxes(pen: PaperPen, question: BlankQuestion, x: float, y: float, width: float) -> float:
    kind = pen.look.body
    size, gap, between = kind.size * 1.05, kind.size * 0.6, kind.size * 1.8
    at = x
    y += 1.5
    for box in question.boxes:
        wide = min(size + gap + pen.wide(box.text, kind) + 1, width)
        if at > x and at + wide > x + width:
            at, y = x, y + kind.leading + 3
        pen.box(at, y + (kind.leading - size) / 2, size)
        pen.text(at + size + gap, y, wide - size - gap + 1, box.text, kind)
        at += wide + between
    return y + kind.leading + 1.5
