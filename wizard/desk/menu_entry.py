"""The entry in the system's menu, on Linux: put there for one person or for everybody.

The files are those of freedesktop.org: an entry that names the command, and an icon.
What is written starts the program just as it was started now, from wherever it lies.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from wizard import paths
from wizard.desk import files
from wizard.errors import InputFault, OutputFault
from wizard.words import say

_PLAIN = re.compile(r"[A-Za-z0-9_./:=@+,-]+")


def put(options: Sequence[str], *, everybody: bool) -> tuple[Path, ...]:
    """Put the program into the menu; ``options`` are given to it at each start.

    Returns the files written.  Raises ``InputFault`` where menus are not kept so, and
    ``OutputFault`` where they may not be written.
    """
    places = _places(everybody)
    command = " ".join(map(_quoted, paths.program_command(*options)))
    shipped = paths.resources_folder() / "desktop" / f"{paths.APP}.desktop"
    entry = re.sub(r"(?m)^Exec=.*$", lambda _found: f"Exec={command}", shipped.read_text("utf-8"))
    icon = (paths.resources_folder() / "icons" / "program.svg").read_bytes()
    for path, content in zip(places, (entry.encode(), icon), strict=True):
        _make_folder(path.parent)
        files.write(path, content)
    return places


def take_out(*, everybody: bool) -> tuple[Path, ...]:
    """Take the program out of the menu again; return what was there and is gone.

    Raises ``OutputFault`` naming the first file that may not be removed, ``InputFault``
    where it is not Linux.
    """
    gone = []
    for path in _places(everybody):
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as cause:
            raise OutputFault(say("menu.refused", path=path)) from cause
        gone.append(path)
    return tuple(gone)


def _places(everybody: bool) -> tuple[Path, Path]:
    if not sys.platform.startswith("linux"):
        raise InputFault(say("menu.elsewhere"))
    share = paths.menu_folder(everybody=everybody)
    icons = share / "icons" / "hicolor" / "scalable" / "apps"
    return share / "applications" / f"{paths.APP}.desktop", icons / f"{paths.APP}.svg"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise OutputFault(say("menu.refused", path=folder)) from cause


def _quoted(word: str) -> str:
    """Return a word of a command as an entry wants it: quoted, its signs escaped twice."""
    word = word.replace("%", "%%")
    if _PLAIN.fullmatch(word):
        return word
    escaped = re.sub(r'(["`$\\])', r"\\\1", word)
    # The whole line is a text of the entry, in which a backslash is escaped once more.
    return '"' + escaped.replace("\\", "\\\\") + '"'
