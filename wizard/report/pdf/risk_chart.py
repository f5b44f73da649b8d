"""Where the risks of an assessment stand: likelihood and severity as a 5 by 5 chart."""

from __future__ import annotations

from collections import defaultdict

from wizard.model.answers import HIGH_RISK
from wizard.report import blocks
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Figure
from wizard.report.pdf.layout import Item
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.setting import natural_width
from wizard.report.pdf.sheet import Sheet

_THICK = 2.0
# From pale to dark, told apart by a copier; the numbers in the cells say the same.
_GROUNDS = (
    (4, looks.colour("ffffff")),
    (9, looks.colour("e9eef4")),
    (14, looks.colour("cdd5df")),
    (25, looks.colour("a9b4c2")),
)


def draw_chart(sheet: Sheet, rows: tuple[blocks.RiskLine, ...]) -> list[Item]:
    """The chart: likelihood upwards, severity to the right, row numbers in the squares."""
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        if row.likelihood and row.severity:
            at[row.likelihood, row.severity].append(number)
    places = "; ".join(
        sheet.say("risk.place", row=number, likelihood=likelihood, severity=severity)
        for (likelihood, severity), numbers in sorted(at.items())
        for number in numbers
    )
    title = sheet.heading(sheet.say("risk.matrix"), 3)
    figure = sheet.root.child("Figure", alt=sheet.say("risk.places", places=places))
    wide, deep = (58.0, 34.0) if not sheet.looks.stacked else (80.0, 56.0)
    small = sheet.looks.small
    left = 30.0 if not sheet.looks.stacked else 46.0
    foot = 2 * small.leading + 6
    likelihood_word = sheet.say("risk.likelihood")
    severity_word = sheet.say("risk.severity")

    def hand(pen: Pen, x: float, y: float) -> None:
        top = y + small.leading + 2
        squares = [
            (likelihood, severity, x + left + (severity - 1) * wide, top + (5 - likelihood) * deep)
            for likelihood in range(5, 0, -1)
            for severity in range(1, 6)
        ]
        for likelihood, severity, cell, row_top in squares:
            ground = next(g for most, g in _GROUNDS if likelihood * severity <= most)
            pen.box(cell, row_top, wide, deep, ground, looks.FRAME, 0.6)
        for likelihood, severity, cell, row_top in squares:
            _border(pen, likelihood, severity, (cell, row_top, cell + wide, row_top + deep))
        pen.text(x, y + small.leading * 0.7, likelihood_word, small)
        for likelihood, severity, cell, row_top in squares:
            if severity == 1:
                pen.text(x + left - 14, row_top + deep / 2 + 3, str(likelihood), small)
            _write_in(pen, sheet, at[likelihood, severity], (cell, row_top, wide, deep))
        base = top + 5 * deep + small.leading * 0.8
        for severity in range(1, 6):
            middle = x + left + (severity - 0.5) * wide
            pen.text(middle - 2, base, str(severity), small)
        end = x + left + 5 * wide - natural_width(severity_word, small)
        pen.text(end, base + small.leading, severity_word, small)
        if sheet.knows("risk.thick-line"):
            pen.text(x + left, base + small.leading, sheet.say("risk.thick-line"), small)

    drawing = Figure(figure, left + 5 * wide, 5 * deep + foot + small.leading + 2, hand)
    return [Item(title, 4 * sheet.looks.unit, keep=True), Item(drawing, sheet.looks.unit)]


def _border(
    pen: Pen, likelihood: int, severity: int, edges: tuple[float, float, float, float]
) -> None:
    """Draw a thick line where the high squares begin: a copier may make all greys alike."""
    left, top, right, foot = edges
    if likelihood * (severity - 1) < HIGH_RISK <= likelihood * severity:
        pen.rule(left, top, left, foot, looks.INK, _THICK)
    if (likelihood - 1) * severity < HIGH_RISK <= likelihood * severity:
        pen.rule(left, foot, right, foot, looks.INK, _THICK)


def _write_in(
    pen: Pen, sheet: Sheet, numbers: list[int], square: tuple[float, float, float, float]
) -> None:
    """Write row numbers into a square; what does not fit is counted below them."""
    if not numbers:
        return
    x, y, wide, deep = square
    kind, small = sheet.looks.strong, sheet.looks.small.in_colour(looks.INK)
    room = wide - 8
    shown = list(numbers)
    while len(shown) > 1 and natural_width(_listed(shown), kind) > room:
        shown.pop()
    rest = len(numbers) - len(shown)
    middle = y + deep / 2
    lines = [(_listed(shown), kind, middle + kind.size * (-0.15 if rest else 0.33))]
    if rest:
        more = sheet.say("risk.more", count=rest) if sheet.knows("risk.more") else ""
        if not more or natural_width(more, small) > room:
            more = f"+ {rest}"
        lines.append((more, small, middle + small.size * 1.05))
    for text, face, base in lines:
        pen.text(x + (wide - natural_width(text, face)) / 2, base, text, face)


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
