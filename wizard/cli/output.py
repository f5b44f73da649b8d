"""Where a command's words go: the only place that speaks to the terminal."""

from __future__ import annotations

import os
import stat
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wizard import there
from wizard.errors import OutputFault
from wizard.words import say, say_reason

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from wizard.desk.files import Place

LOOKING = ("blank", "demo", "everything", "export", "read", "report")
"""Commands that go over what they made before; they look once they know what they write."""

_ORDERS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\ufffd")
"""Letters that a terminal takes for orders; tab and new line are none."""


def stop_at_no_letter() -> None:
    """Let a letter be told by its number where the terminal, or a file in its place, lacks it."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def tell(line: object) -> None:
    """Say a line on standard output.  Raises ``OutputFault`` if it can not be written."""
    _write(f"{line}\n".translate(_ORDERS))


def tell_done(line: object) -> None:
    """Say what was done; where standard output does not take it, beside it: it is done."""
    try:
        tell(line)
    except (OutputFault, BrokenPipeError):
        if sys.stdout is not None:
            _let_go_of(sys.stdout)
        complain(line)


def tell_beside(place: Place) -> None:
    """Say where a file lies that had to go beside what came meanwhile where it was wanted."""
    if place.is_beside:
        tell_done(say("commands.beside", file=place.path))


def ask(question: str) -> str:
    """Return the line that somebody answers; nothing where nobody hears the question."""
    try:
        _write(question)
        return sys.stdin.readline() if sys.stdin is not None else ""
    except BrokenPipeError:
        _let_go_of(sys.stdout)
        return ""
    except (OutputFault, UnicodeDecodeError):
        return ""


def complain(line: object) -> None:
    """Say a line on standard error; where there is none, nobody is there to hear it."""
    if sys.stderr is not None:
        # Full or closed, as a log may be: what was done stays done, and a fault keeps its code.
        try:
            sys.stderr.write(f"{line}\n".translate(_ORDERS))
            sys.stderr.flush()
        except OSError:
            _let_go_of(sys.stderr)


def write_text(path: Path | None, text: str) -> None:
    """Write text to a file, or say it where no file is named.  Raises ``OutputFault``."""
    if path is None:
        if isinstance(sys.stdout, TextIOWrapper):
            # It is a file, whoever takes it on from here.
            sys.stdout.reconfigure(encoding="utf-8")
        _write(text)
    else:
        # The child that draws a PDF comes by here too, and writes no file.
        from wizard.desk import files

        files.write(path, text.encode())


def refuse_over(options: Namespace) -> None:
    """Raise ``OutputFault`` where a command is told to write over what may be all there is.

    That is what it reads, what was taken along from elsewhere, and what it does not know.
    """
    path: Path | None = getattr(options, "output", None)
    if path is None or not _is_there(path):
        return
    named = (getattr(options, key, None) for key in ("answers", "paper"))
    if any(isinstance(one, Path) and _is_same(one, path) for one in named):
        raise OutputFault(say("errors.output.same", file=path))
    # The child that draws a PDF comes by here too, and needs no desk.
    from wizard.desk.handover import carrying

    if carrying.is_carried(path):
        raise OutputFault(say("lock.taken.there", file=path))
    if options.command not in LOOKING:
        raise OutputFault(say("errors.output.there", file=path))


def refuse_unless(path: Path | None, may_go: Callable[[Path], bool]) -> None:
    """Raise ``OutputFault`` where something lies at ``path`` that may not go."""
    if path is not None and _is_there(path) and not may_go(path):
        raise OutputFault(say("errors.output.filled", file=path))


def _is_there(path: Path) -> bool:
    """Say whether there may be a file with anything in it: what can not be looked at may be."""
    try:
        return stat.S_ISREG(there.kind(path)) and path.stat().st_size > 0
    except OSError:
        return True


def _is_same(one: Path, path: Path) -> bool:
    try:
        return one.samefile(path)
    except OSError:
        # What reads it tells that.
        return False


def _write(text: str) -> None:
    # Started without a console (on Windows, say) there is no output at all.
    if sys.stdout is None:
        raise OutputFault(say("errors.output.nowhere"))
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as cause:
        _let_go_of(sys.stdout)
        raise OutputFault(say("errors.output.broken", reason=say_reason(cause))) from cause


def _let_go_of(stream: TextIO) -> None:
    """Let what could not be written go: Python tries again at its end, and fails its own way."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
