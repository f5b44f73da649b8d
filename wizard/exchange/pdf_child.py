"""Has a PDF read in a process of its own, with little memory and little time.

What comes back is bytes and words, never an object of the PDF library.  The memory cap
is the system's (Linux, macOS); on Windows, where this was not run, only time is capped.
"""

from __future__ import annotations

import base64
import json
import os
import stat
import struct
import subprocess
from pathlib import Path
from typing import Any

from wizard import paths
from wizard.errors import InputFault
from wizard.exchange.returned import Change, Compared, Inside
from wizard.safe.limits import PDF_BYTES
from wizard.words import say, say_reason

READ = "--read-pdf"
"""The hidden first word with which the program starts this child."""

MEMORY = 200_000_000
"""Bytes the child may take, libraries and all (a real paper needs 60 million)."""

LOOKING, COMPARING = 0.8, 12.0
"""Seconds of work: a stranger's file, then one whose data have proved to be ours."""

PATIENCE = 10.0
"""Seconds more to wait where the machine is busy with other things."""

HEAD = struct.Struct(">QQB")
"""What comes before the bytes: how many of the one, of the other, and whether to be exact."""


def open_returned(path: Path) -> bytes:
    """Return the bytes of a PDF somebody handed in.

    Raises ``InputFault`` for what is no regular file, over the limit, or no PDF.
    """
    shown = path.name
    try:
        # Not to wait for ever on a pipe, nor read a device.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except (OSError, ValueError) as cause:
        raise InputFault(say("returning.unread", file=path, reason=_reason(cause))) from cause
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise InputFault(say("returning.no-file", file=shown))
        if about.st_size > PDF_BYTES:
            raise InputFault(say("returning.large", file=shown, most=PDF_BYTES // 1_000_000))
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(PDF_BYTES + 1)
    except OSError as cause:
        raise InputFault(say("returning.unread", file=path, reason=_reason(cause))) from cause
    finally:
        os.close(handle)
    if b"%PDF-" not in content[:1024]:
        raise InputFault(say("returning.no-pdf", file=shown))
    return content


_BINARY: int = getattr(os, "O_BINARY", 0)


def _reason(cause: Exception) -> str:
    return say_reason(cause) if isinstance(cause, OSError) else say("errors.reason.none")


def look_inside(content: bytes, shown: str) -> Inside:
    """Return what a PDF carries.  Raises ``InputFault`` with one sentence."""
    said = _ask(content, b"", shown, exact=True)
    carried = said["carried"]
    raw = None if carried is None else base64.b64decode(carried)
    printed, marks = tuple(said["printed"]), tuple(said["marks"])
    remarks = tuple((page, words) for page, words in said["remarks"])
    return Inside(raw, said["says_ours"], printed, said["fields"], said["tips"], marks, remarks)


def compare(content: bytes, drawn: bytes, shown: str, *, exact: bool) -> Compared:
    """Return the pages of a PDF that are not as in ``drawn``.

    Not ``exact``: only the words are compared.  Raises ``InputFault``.
    """
    said = _ask(content, drawn, shown, exact=exact)
    changes = tuple(Change(**change) for change in said["changes"])
    return Compared(changes, said["saved_again"])


def _ask(content: bytes, drawn: bytes, shown: str, *, exact: bool) -> Any:
    head = HEAD.pack(len(content), len(drawn), exact)
    child = subprocess.Popen(
        paths.program_command(READ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.PROGRAM,
        # No console window may flash up on Windows.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    allowed = PATIENCE + (COMPARING if drawn else LOOKING)
    try:
        answer, _ = child.communicate(head + content + drawn, allowed)
        said = json.loads(answer)
    except (subprocess.TimeoutExpired, ValueError) as cause:
        # It ran out of time or memory, or broke: the file is to blame in every case.
        raise InputFault(say("returning.fault.too-much", file=shown)) from cause
    finally:
        child.kill()
        child.wait()
    if "fault" in said:
        raise InputFault(say(f"returning.fault.{said['fault']}", file=shown))
    return said
