"""Files a person asked for: written whole or not at all, under names that are safe."""

from __future__ import annotations

from pathlib import Path

from wizard.safe.names import safe_file_name, write_whole


def write(path: Path, content: bytes) -> None:
    """Write a file.  Raises ``OutputFault`` with one sentence; nothing half-written stays."""
    write_whole(path, content)


def suggest(folder: Path, *parts: str, ending: str) -> Path:
    """Return a name in ``folder`` that nothing has yet, made from these words."""
    stem = safe_file_name(" ".join(part for part in parts if part))
    path = folder / f"{stem}{ending}"
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}){ending}"
        number += 1
    return path
