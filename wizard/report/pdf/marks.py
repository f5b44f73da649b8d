"""The marks of the six statuses and the boxes for a pen, drawn as shapes.

Each shape is told from the others without its colour: a tick, a full square, a
question mark, an empty diamond, a dash, an empty circle.
"""

from __future__ import annotations

from wizard.model.status import Status
from wizard.report.pdf import looks
from wizard.report.pdf.boxes import Drawing
from wizard.report.pdf.pen import STAMP, Pen

_LETTERS = {status: chr(ord("S") + number) for number, status in enumerate(Status)}
"""A letter for each mark, to name its stamp by."""


def draw_mark(pen: Pen, status: Status, x: float, y: float, size: float) -> None:
    """Draw the mark of ``status`` in a square of ``size`` at ``x``, ``y`` (top left)."""
    pen.stamp(_LETTERS[status], x, y, size, lambda stamp: _draw(stamp, status, STAMP))


def _draw(pen: Pen, status: Status, size: float) -> None:
    tone = looks.TONES[status]
    half = size / 2
    wide = size * 0.16
    match status:
        case Status.IN_PLACE:
            pen.path(
                [
                    (size * 0.08, size * 0.55),
                    (size * 0.36, size * 0.84),
                    (size * 0.92, size * 0.16),
                ],
                tone,
                wide,
            )
        case Status.TO_DO:
            pen.box(size * 0.1, size * 0.1, size * 0.8, size * 0.8, fill=tone)
        case Status.ASK:
            _question(pen, size, tone)
        case Status.EXCEPTION:
            reach = half * 0.95
            pen.shape(
                [
                    (half, half - reach),
                    (half + reach, half),
                    (half, half + reach),
                    (half - reach, half),
                ],
                looks.WHITE,
                tone,
                wide * 0.8,
            )
        case Status.DOESNT_APPLY:
            pen.rule(size * 0.15, half, size * 0.85, half, tone, wide)
        case Status.NOT_ANSWERED:
            pen.circle(half, half, half * 0.78, looks.WHITE, tone, wide * 0.75)


def _question(pen: Pen, size: float, tone: str) -> None:
    def at(across: float, down: float) -> tuple[float, float]:
        return size * across, size * down

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
    pen.stamp("Q", x, y, size, _draw_box)


def _draw_box(pen: Pen) -> None:
    pen.box(0, 0, STAMP, STAMP, fill=looks.WHITE, edge=looks.FRAME, wide=0.09 * STAMP)
