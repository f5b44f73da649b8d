"""What stands around every page: whose paper it is, which page of how many, its reference.

All of it is an artifact: a screen reader reads it once, from the first page's own
text and the file's title, and not on every page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wizard.report.blocks import Report
from wizard.report.pdf import looks, setting
from wizard.report.pdf.boxes import Figure
from wizard.report.pdf.fields import HIDDEN, Field
from wizard.report.pdf.layout import Cell, Item, Row, Stack
from wizard.report.pdf.logo import Logo
from wizard.report.pdf.looks import PAGE_HEIGHT, PAGE_WIDTH, Kind
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.setting import Span, natural_width
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.text import tidy

_APART = 24.0  # points between the title and the school beside it
_NAME = 130.0  # the least room for the school's name there
_NAME_LINES = 4  # a longer name would push the title's own page down


def masthead(sheet: Sheet, report: Report, logo: Logo | None) -> list[Item]:
    """The head of the first page: logo and school, the title, what it is about.

    The school stands to the right of the title where there is room, else above it.
    """
    unit = sheet.looks.unit
    beside = _room_beside(sheet, report, logo)
    school = _school(sheet, report, logo, beside or sheet.width)
    title = sheet.heading(report.title, 0)
    parts = [Item(title, keep=True)]
    if report.subtitle:
        lead = sheet.looks.lead.in_colour(looks.QUIET)
        width = sheet.width - (school.width + _APART if school and beside else 0)
        parts.append(Item(sheet.lines(sheet.root, report.subtitle, lead, width), unit / 2))
    if school is None:
        return parts
    if beside:
        # The school comes first for a reader, as it does where it stands above.
        cells = (Cell(sheet.width - school.width, school.row), Cell(0, Stack(parts)))
        return [Item(Row(cells, sheet.width, rule=""))]
    above = Row((Cell(0, school.row),), sheet.width, 0, 2 * unit, rule=looks.ACCENT)
    return [Item(above), replace(parts[0], gap=5 * unit), *parts[1:]]


@dataclass(frozen=True, slots=True)
class _School:
    """The school's logo and name beside each other, and how wide they are, in points."""

    row: Row
    width: float


def _room_beside(sheet: Sheet, report: Report, logo: Logo | None) -> float:
    """Return the room for the school beside the title; 0 if it is too little."""
    title = natural_width(tidy(report.title), sheet.looks.title)
    room = sheet.width - title - _APART
    beside = _logo_size(logo)[0] + 12 if logo else 0
    if sheet.looks.stacked or room < _NAME + beside:
        return 0
    name = setting.set_lines((Span(report.school, sheet.looks.section),), room - beside)
    return room if len(name) <= _NAME_LINES else 0


def _logo_size(logo: Logo) -> tuple[float, float]:
    scale = min(looks.LOGO_HIGH / logo.height, looks.LOGO_WIDE / logo.width)
    return logo.width * scale, logo.height * scale


def _school(sheet: Sheet, report: Report, logo: Logo | None, room: float) -> _School | None:
    if not logo and not report.school:
        return None
    cells: list[Cell] = []
    indent = 0.0
    kind = sheet.looks.section
    high = kind.leading
    if logo:
        wide, high = _logo_size(logo)
        figure = sheet.root.child("Figure", alt=report.school or report.title)
        drawn = Figure(figure, wide, high, lambda pen, x, y: pen.image("Logo", x, y, wide, high))
        cells.append(Cell(0, drawn))
        indent = wide + 12
    longest = max(natural_width(line, kind) for line in tidy(report.school).split("\n"))
    width = min(indent + longest + 1, room)
    name = sheet.lines(sheet.root, report.school, kind, width - indent)
    drop = max((high - name.height) / 2, 0.0)
    cells.append(Cell(indent, Stack([Item(name, drop)])))
    return _School(Row(cells, width, rule=""), width)


def furnish(pens: list[Pen], sheet: Sheet, report: Report) -> None:
    """Draw head and foot of every page, now that their number is known."""
    kind = sheet.looks.furniture
    right = PAGE_WIDTH - sheet.looks.side
    left = sheet.looks.side
    if report.form:
        pens[0].fields.append(Field("journey", HIDDEN, report.title, report.form))
    pages = [sheet.say("page", page=number, pages=len(pens)) for number in range(1, len(pens) + 1)]
    widest = max(natural_width(page, kind) for page in pages)
    top = PAGE_HEIGHT - sheet.looks.bottom + 22

    def foot(pen: Pen) -> None:
        with pen.artifact("Footer"):
            pen.rule(left, top, right, top, looks.RULE, looks.HAIR)
            _foot(pen, sheet, report, top, left, right, widest)

    def around(pen: Pen) -> None:
        foot(pen)
        with pen.artifact("Header"):
            _running_head(pen, sheet, report, left, right, kind)

    for pen, page in zip(pens, pages, strict=True):
        if pen is pens[0]:  # its fingerprint is read from the page itself
            foot(pen)
        else:
            pen.around(f"A{pens[0].number}", around)
        with pen.artifact():
            base = top + kind.leading + 2
            pen.text(right - natural_width(page, kind), base, page, kind.in_colour(looks.INK))


def _foot(
    pen: Pen, sheet: Sheet, report: Report, top: float, left: float, right: float, widest: float
) -> None:
    """Write the reference and the policy, beside the ``widest`` number of a page."""
    kind = sheet.looks.furniture
    base = top + kind.leading + 2
    reference = report.reference
    if reference and report.reader != "blank":  # a blank sheet has its edition there
        reference = sheet.say("ref", reference=reference)
    policy = sheet.say("policy", policy=report.policy) if report.policy else ""
    if sheet.looks.stacked:
        _fitted(pen, left, base, reference, right - left - widest - 20, kind)
        _fitted(pen, left, base + kind.leading, report.fingerprint or policy, right - left, kind)
        return
    room = right - left - widest - 20
    if report.fingerprint:
        said = "   ·   ".join((reference, report.fingerprint))
        _fitted(pen, left, base, said, room, kind)
        _fitted(pen, left, base + kind.leading, policy, right - left, kind)
        return
    said = "   ·   ".join(part for part in (reference, policy) if part)
    _fitted(pen, left, base, said, room, kind)


def _running_head(
    pen: Pen, sheet: Sheet, report: Report, left: float, right: float, kind: Kind
) -> None:
    base = sheet.looks.top - 30
    half = (right - left - 20) / 2
    title = " – ".join(part for part in (report.title, report.subtitle) if part)
    if report.school:
        _fitted(pen, left, base, report.school, half, kind)
        wide = min(natural_width(tidy(title), kind), half)
        _fitted(pen, right - wide, base, title, wide, kind)
    else:
        _fitted(pen, left, base, title, right - left, kind)
    pen.rule(left, base + 7, right, base + 7, looks.RULE, looks.HAIR)


def _fitted(pen: Pen, x: float, base: float, text: str, width: float, kind: Kind) -> None:
    """Write one line; a longer one ends in an ellipsis (it stands in full on page one)."""
    lines = setting.set_lines((Span(text, kind),), width)
    if len(lines) > 1:
        lines = setting.set_lines((Span(text, kind),), width - natural_width("…", kind))
    for part in lines[0]:
        part.text = part.text.rstrip()
        pen.part(x + part.x, base, part)
    if len(lines) > 1:
        last = lines[0][-1]
        pen.text(x + last.x + last.width, base, "…", kind)
