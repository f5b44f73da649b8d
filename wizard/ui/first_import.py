"""Imports the first of Qt's modules, and spares each start what PySide does again every time.

PySide brings 130,000 letters of Python inside its library, as source, and compiles them
whenever it is imported: a tenth of the start.  Here what comes out of it is kept beside our
own compiled modules, as Python keeps those, and is handed out again for the very same
source (by the check that PEP 552 has for that).  Other source, another Python, a file that
is not there or not whole: then it is compiled, as ever, and kept if it can be.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

KEPT_AS = "pyside.py"
"""What the source would be called if it lay beside this module."""


def import_first() -> None:
    """Import ``PySide6.QtCore``."""
    with _compiled_once(Path(cache_from_source(str(Path(__file__).with_name(KEPT_AS))))):
        import PySide6.QtCore  # noqa: F401

    # With its first module PySide puts itself before Python's own import and reads the source
    # of whatever is imported from then on, in case it is written in PySide's other spellings
    # (``from __feature__ import``).  Nothing here is.  Reading took a tenth of the start and
    # kept 2 MB, so from here on things are imported as they were before; what was put away is
    # where PySide says that it keeps it.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _compiled_once(file: Path) -> Iterator[None]:
    """Hand out from ``file`` what was compiled before, and keep there all that is wanted now."""
    known, wanted = _read(file), dict[bytes, CodeType]()
    compile_anew = builtins.compile

    def compile_once(source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        if mode != "exec" or more or named or not isinstance(source, str | bytes):
            return compile_anew(source, filename, mode, *more, **named)
        text = source.encode() if isinstance(source, str) else source
        key = source_hash(text) + os.fsencode(filename)
        wanted[key] = code = known.get(key) or compile_anew(source, filename, mode)
        return code

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = compile_anew
    if wanted.keys() != known.keys() and not sys.dont_write_bytecode:
        _write(file, wanted)


def _read(file: Path) -> dict[bytes, CodeType]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        kept = file.read_bytes()
        if kept.startswith(MAGIC_NUMBER):
            return dict(marshal.loads(kept[len(MAGIC_NUMBER) :]))  # noqa: S302 - our own
    return {}


def _write(file: Path, wanted: dict[bytes, CodeType]) -> None:
    """Keep it whole or not at all; in a folder that is not ours to write to, not."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        try:
            with beside.open("wb") as out:
                out.write(MAGIC_NUMBER + marshal.dumps(wanted))
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
