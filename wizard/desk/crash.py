"""What a crash leaves behind: nothing of what was in memory, no word that was typed."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

NOTHING = "0"
"""Of the kinds of memory that Linux may put into the picture it makes of a crash: none."""


def leave_no_memory() -> None:
    """Let the system make no picture of our memory when the program crashes; nor our children's.

    It would hold answers in clear, beside them or where the system gathers such pictures.
    On Windows an administrator decides that; nothing is asked for there.  Never raises.
    """
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A system that hands pictures on to a program of its own need not heed the limit.
        try:
            Path("/proc/self/coredump_filter").write_text(NOTHING, "ascii")
        except OSError:
            # Not every kernel has it; the limit holds all the same.
            return


def quote_nobody() -> None:
    """Say of our own mistakes where they were made and of what kind they are, no more.

    What an error says may quote an answer, and what a window says lands in the system's log.
    Python's own log tells what goes wrong behind work on another thread.
    """
    log = logging.lastResort
    assert log is not None
    log.setFormatter(_Formatter())
    # A line that can not be made would be told with all that was to stand in it.
    logging.raiseExceptions = False
    sys.excepthook = lambda _kind, fault, trace: _say(fault, trace)
    threading.excepthook = lambda told: _say(told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: _say(told.exc_value, told.exc_traceback)


class _Formatter(logging.Formatter):
    def formatException(  # noqa: N802 - Python's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        _, fault, trace = ei
        return "".join(_lines(fault, trace)) if fault is not None else ""


def _say(fault: BaseException | None, trace: TracebackType | None) -> None:
    if sys.stderr is not None and fault is not None:
        sys.stderr.write("".join(_lines(fault, trace)))


def _lines(fault: BaseException, trace: TracebackType | None) -> Iterator[str]:
    import traceback

    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(trace)
    told: BaseException | None = fault
    while told is not None:
        yield f"{type(told).__module__}.{type(told).__qualname__}\n"
        told = told.__cause__ or told.__context__
