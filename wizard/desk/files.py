"""Files a person asked for: written whole or not at all, under names that are safe."""

from __future__ import annotations

import os
from pathlib import Path

from wizard.safe.names import safe_file_name, write_whole


def write(path: Path, content: bytes) -> None:
    """Write a file.  Raises ``OutputFault`` with one sentence; nothing half-written stays."""
    write_whole(path, content)


def lies_there(path: Path) -> bool:
    """Say whether anything has this name; one that can be no name is nobody's."""
    # Not Path.exists: that one raises for names that the system finds too long.
    return os.path.exists(path)  # noqa: PTH110


def suggest(folder: Path, *parts: str, ending: str) -> Path:
    """Return a name in ``folder`` that nothing has yet, made from these words."""
    stem = safe_file_name(" ".join(part for part in parts if part))
    return free(folder / f"{stem}{ending}")


def free(path: Path) -> Path:
    """Return ``path``, or the same with the first number that nothing has yet."""
    wanted, number = path, 2
    while lies_there(path):
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return path
