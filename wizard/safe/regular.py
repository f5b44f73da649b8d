"""Reads a file that somebody named: never waits for a pipe, never reads a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_QUICK: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a named pipe would else wait until somebody writes into it."""


def read_regular(path: Path, most: int) -> bytes | None:
    """Return a file's bytes, one more than ``most`` at the most; None for what is no file.

    Raises ``OSError`` where there is nothing, or nothing this person may open.
    """
    handle = os.open(path, os.O_RDONLY | _QUICK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return file.read(most + 1)


def begins(path: Path, start: bytes) -> bool:
    """Say whether a file begins so; what can not be read begins with nothing."""
    try:
        return (read_regular(path, len(start)) or b"").startswith(start)
    except OSError:
        return False
