"""The process that draws: pickled reports on standard input, a PDF on standard output.

Drawing takes memory and a moment; in a process of its own it can be cancelled, and
the window never waits for it.  The pickle comes from our own parent process through a
pipe and from nowhere else.
"""

from __future__ import annotations

import pickle
import sys

from wizard.report.blocks import Report
from wizard.report.pdf.draw import draw


def main() -> int:
    """Draw the report on standard input.  Exit 0, or 1 with the fault's kind on standard error."""
    try:
        reports = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent's pipe
        if not reports or not all(isinstance(report, Report) for report in reports):
            raise TypeError("not reports")
        drawn = draw(*reports)
    except Exception as fault:  # noqa: BLE001 - the parent must be told of any fault
        # The parent says it, in the language chosen there.
        sys.stderr.write(f"{type(fault).__name__}\n")
        return 1
    sys.stdout.buffer.write(drawn)
    sys.stdout.buffer.flush()
    return 0
