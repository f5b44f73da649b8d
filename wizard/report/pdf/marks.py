"""The marks of the six statuses and the boxes for a pen, drawn as shapes.

Each shape is told from the others without its colour: a tick, a full square, a
question mark, an empty diamond, a dash, an empty circle.
"""

from __future__ import annotations

from wizard.model.status import Status
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Drawing
from wizard.report.pdf.pen import Pen


def draw_mark(pen: Pen, status: Status, x: float, y: float, size: float) -> None:
    """Draw the mark of ``status`` in a square of ``size`` at ``x``, ``y`` (top left)."""
    tone = looks.TONES[status]
    middle_x, middle_y, half = x + size / 2, y + size / 2, size / 2
    wide = size * 0.16
    match status:
        case Status.IN_PLACE:
            pen.path(
                [
                    (x + size * 0.08, y + size * 0.55),
                    (x + size * 0.36, y + size * 0.84),
                    (x + size * 0.92, y + size * 0.16),
                ],
                tone,
                wide,
            )
        case Status.TO_DO:
            pen.box(x + size * 0.1, y + size * 0.1, size * 0.8, size * 0.8, fill=tone)
        case Status.ASK:
            _question(pen, x, y, size, tone)
        case Status.EXCEPTION:
            reach = half * 0.95
            pen.shape(
                [
                    (middle_x, middle_y - reach),
                    (middle_x + reach, middle_y),
                    (middle_x, middle_y + reach),
                    (middle_x - reach, middle_y),
                ],
                looks.WHITE,
                tone,
                wide * 0.8,
            )
        case Status.DOESNT_APPLY:
            pen.rule(x + size * 0.15, middle_y, x + size * 0.85, middle_y, tone, wide)
        case Status.NOT_ANSWERED:
            pen.circle(middle_x, middle_y, half * 0.78, looks.WHITE, tone, wide * 0.75)


def _question(pen: Pen, x: float, y: float, size: float, tone: str) -> None:
    def at(across: float, down: float) -> tuple[float, float]:
        return x + size * across, y + size * down

    hook = [
        (0.24, 0.30), (0.27, 0.17), (0.37, 0.08), (0.50, 0.05), (0.63, 0.08), (0.73, 0.17),
        (0.75, 0.28), (0.71, 0.39), (0.61, 0.47), (0.53, 0.55), (0.50, 0.68),
    ]  # fmt: skip
    pen.path([at(*point) for point in hook], tone, size * 0.16)
    pen.circle(*at(0.5, 0.90), size * 0.1, fill=tone)


def mark(status: Status, size: float, leading: float) -> Drawing:
    """Return the mark of ``status``, level with a line of text of this leading beside it."""
    drop = (leading - size) / 2
    return Drawing(leading, lambda pen, x, y: draw_mark(pen, status, x, y + drop, size))


def tick_box(size: float, leading: float) -> Drawing:
    """Return an empty box for a pen, level with a line of text beside it."""
    drop = (leading - size) / 2
    return Drawing(leading, lambda pen, x, y: draw_tick_box(pen, x, y + drop, size))


def draw_tick_box(pen: Pen, x: float, y: float, size: float) -> None:
    """Draw an empty box to tick with a pen."""
    pen.box(x, y, size, size, fill=looks.WHITE, edge=looks.FRAME, wide=0.9)
