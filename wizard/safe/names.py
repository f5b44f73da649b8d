"""File names made from a person's words, and files written where a person asked."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path

from wizard import there
from wizard.errors import OutputFault
from wizard.safe import disk, limits
from wizard.words import say

_NAMELESS = "self-assessment"

# What Windows keeps for its devices, whatever ending follows.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that are not seen or that turn the reading direction round:
control, format, lone surrogate, private, unassigned, line and paragraph separators."""


def safe_file_name(text: str) -> str:
    """Return a file name, without ending, that every system takes and that is no path.

    Slashes, drives, ``..``, device names, dots and spaces at the ends, and letters that
    hide or turn the reading direction are gone; other scripts stay.  Never empty.
    """
    text = unicodedata.normalize("NFC", text)
    seen = "".join(" " if unicodedata.category(c) in UNSEEN else c for c in text)
    plain = re.sub(r'[\\/:*?"<>|]+', "-", seen)
    plain = re.sub(r"\s+", " ", plain)
    name = plain[: limits.FILE_NAME_LETTERS].strip(" .-~")
    if name.split(".")[0].rstrip().casefold() in _DEVICES:
        name = f"file {name}"
    return name or _NAMELESS


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing what was there, whole or not at all.

    Raises ``OutputFault`` with one sentence where it can not; then nothing is changed
    and nothing half-written is left behind.
    """
    # A bare name lies in ".", which says nothing to whoever reads the sentence.
    folder = path.parent if path.parent != Path() else Path.cwd()
    try:
        if not stat.S_ISDIR(there.kind(folder)):
            raise OutputFault(say("errors.file.no-folder", folder=folder))
        lies_there = there.kind(path)
        if stat.S_ISDIR(lies_there):
            raise OutputFault(say("errors.file.folder", path=path))
        if lies_there and not stat.S_ISREG(lies_there):
            # A device or a pipe: replacing it would take it away from everybody.
            path.write_bytes(content)
        else:
            disk.remove_spares(path)
            disk.write_over(path, content, _mode(path), keeps_rights=True)
    except PermissionError as fault:
        raise OutputFault(say("errors.file.forbidden", path=path)) from fault
    except (OSError, ValueError) as fault:
        # ValueError: a name with a zero byte in it.
        if isinstance(fault, OSError) and fault.errno in disk.FULL:
            raise OutputFault(say("errors.file.full", folder=folder)) from fault
        places = {"name": repr(path.name[:80])[1:-1], "folder": folder}
        raise OutputFault(say("errors.file.odd-name", **places)) from fault


def _mode(path: Path) -> int:
    """Return who may read a new file, before it gets the rights of one that it goes over.

    Raises ``PermissionError`` for one that is not to be written: nobody asked to have it replaced.
    """
    try:
        if path.stat().st_mode & stat.S_IWUSR:
            return 0o600
    except FileNotFoundError:
        # As any file of this person's: it is theirs to hand on.
        return 0o666
    raise PermissionError
