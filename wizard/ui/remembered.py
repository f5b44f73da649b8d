"""The file of what a window remembers, held in memory: its disk may hang, be full, or be gone.

Qt reads and writes its own at every question, and everything stands still meanwhile: the lock,
the cross and the thread that saves answers.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wizard import there

_HEAD = "[General]\n"
"""What Qt wrote first, when it kept this file: one that it wrote is read as well."""


class Remembered:
    """What is called what in one file; its disk is waited for no longer than ``there`` does."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept: dict[str, str] = {}
        self._unwritten: dict[str, str | None] = {}
        with suppress(OSError):
            self._kept = there.soon(file, _read, otherwise={})

    def value(self, name: str) -> str:
        """Return what is remembered by this name, nothing where nothing is."""
        return self._kept.get(name, "")

    def keep(self, name: str, value: str | None) -> None:
        """Remember it, or nothing by this name; what could not be written is tried again then."""
        if value != self._kept.get(name):
            self._unwritten[name] = value
            _put(self._kept, name, value)
        if self._unwritten:
            there.soon(self._file, self._write, otherwise=None)

    def _write(self, file: Path) -> None:
        # Forgotten again where it can not be: a window is no worse for it.
        with suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Another window may have written since.
            kept, now = _read(file), dict(self._unwritten)
            for name, value in now.items():
                _put(kept, name, value)
            lines = (f"{name}={_escaped(value)}\n" for name, value in sorted(kept.items()))
            whole = file.with_name(f".{file.name}.part")
            whole.write_text("".join([_HEAD, *lines]), "ascii")
            whole.replace(file)
            for name, value in now.items():
                if self._unwritten[name] == value:
                    del self._unwritten[name]


def _put(kept: dict[str, str], name: str, value: str | None) -> None:
    if value is None:
        kept.pop(name, None)
    else:
        kept[name] = value


def _read(file: Path) -> dict[str, str]:
    """Return what the file says; nothing where there is none.  Raises ``OSError``."""
    try:
        lines = file.read_bytes().decode("ascii", "ignore").splitlines()
    except FileNotFoundError:
        return {}
    cells = (line.partition("=") for line in lines)
    return {name: _plain(value) for name, found, value in cells if found}


def _escaped(value: str) -> str:
    return value.encode("unicode_escape").decode("ascii")


def _plain(value: str) -> str:
    try:
        return value.encode("ascii").decode("unicode_escape")
    except ValueError:
        return value
