"""The code to scan on the page to sign: ReportLab's own QR code, drawn as one shape.

Dark squares that touch are drawn as one rectangle a row, so that no hairline between
them upsets a scanner.  A quarter of it may be hidden by a stamp or a fold.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import Any

import reportlab

from wizard.report.pdf.boxes import Figure, Hand
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.tags import Element

_MASK = 3  # every scanner reads every mask; this one leaves no large plain patch


def draw_code(parent: Element, payload: str, alt: str, side: float) -> Figure:
    """Return the code for ``payload`` (ASCII), ``side`` points wide and high.

    Leave four of its squares white on every side.  ``alt`` says in words what it holds.
    """
    rows = _dark(payload)
    step = side / len(rows)
    figure = parent.child("Figure", alt=alt)
    return Figure(figure, side, side, _hand(rows, step))


def _hand(rows: list[list[tuple[int, int]]], step: float) -> Hand:
    # A little over the edge below, for the same reason as along the row.
    dark = [(start, nth, length, 1.02) for nth, runs in enumerate(rows) for start, length in runs]

    def hand(pen: Pen, x: float, y: float) -> None:
        pen.squares(x, y, step, dark)

    return hand


def _dark(payload: str) -> list[list[tuple[int, int]]]:
    """Return for each row of the code its dark runs: where each starts and how long it is."""
    encoder = _encoder()
    code = encoder.QRCode(None, encoder.QRErrorCorrectLevel.Q)
    code.addData(payload)
    code.version = code.calculate_version()
    # Trying all eight masks for the prettiest takes longer than drawing the page.
    code.makeImpl(False, _MASK)
    rows: list[list[tuple[int, int]]] = []
    for squares in code.modules:
        runs: list[tuple[int, int]] = []
        for at, dark in enumerate(squares):
            if dark and runs and sum(runs[-1]) == at:
                runs[-1] = (runs[-1][0], runs[-1][1] + 1)
            elif dark:
                runs.append((at, 1))
        rows.append(runs)
    return rows


@cache
def _encoder() -> Any:
    """Load ReportLab's encoder by itself: its package takes in half of ReportLab with it."""
    folder = Path(reportlab.__file__).parent / "graphics" / "barcode"
    found = PathFinder.find_spec("qrencoder", [str(folder)])
    if found is None or found.loader is None:
        # In a frozen program there is no such folder.
        return import_module("reportlab.graphics.barcode.qrencoder")
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module
