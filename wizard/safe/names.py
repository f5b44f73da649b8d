"""File names made from a person's words, and files written where a person asked."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from wizard.errors import OutputFault
from wizard.safe import disk, limits

_NAMELESS = "self-assessment"

# What Windows keeps for its devices, whatever ending follows.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)

# Unicode categories that are not seen or that turn the reading direction round:
# control, format, lone surrogate, private, unassigned, line and paragraph separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_file_name(text: str) -> str:
    """Return a file name, without ending, that every system takes and that is no path.

    Slashes, drives, ``..``, device names, dots and spaces at the ends, and letters that
    hide or turn the reading direction are gone; other scripts stay.  Never empty.
    """
    text = unicodedata.normalize("NFC", text)
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)
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
    folder = path.parent
    # Not Path.is_dir: that one raises for names that the system finds too long.
    if not os.path.isdir(folder):  # noqa: PTH112
        raise OutputFault(
            f"The file was not saved, because the folder {folder} does not exist. "
            "Choose a folder that is there."
        )
    if os.path.isdir(path):  # noqa: PTH112
        raise OutputFault(
            f"The file was not saved, because {path} is a folder. Choose another name."
        )
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe: replacing it would take it away from everybody.
            path.write_bytes(content)
        else:
            # Readable as any file of this person's: it is theirs to hand on.
            disk.write_over(path, content, 0o666)
    except PermissionError as fault:
        raise OutputFault(
            f"The file was not saved, because you may not write {path}, or another program "
            "has it open. Close it there, or choose another folder."
        ) from fault
    except (OSError, ValueError) as fault:
        # ValueError: a name with a zero byte in it.
        if isinstance(fault, OSError) and fault.errno in disk.FULL:
            raise OutputFault(
                f"The file was not saved, because there is no room left in {folder}. "
                "Make some room, or choose another place."
            ) from fault
        raise OutputFault(
            f"The file was not saved, because the system takes no file named {path.name[:80]!r} in "
            f"{folder}. Choose another name or folder."
        ) from fault
