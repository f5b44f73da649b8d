"""Stores that can not be used and are kept all the same, beside the one that is."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from wizard import there
from wizard.safe import disk

_ASIDE = re.compile(r"answers-damaged-.*\.db")


def put(store: Path) -> None:
    """Rename a store that can not be used, with its journal, so that it is kept."""
    # By the names alone: what can not be looked at for a moment would be gone over.
    taken, number = set(os.listdir(store.parent)), 1  # noqa: PTH208
    while (aside := store.with_name(f"answers-damaged-{number}.db")).name in taken:
        number += 1
    # The journal first: beside another database it would be taken for that one's.
    journal = store.with_name(f"{store.name}-journal")
    for source, target in ((journal, aside.with_name(f"{aside.name}-journal")), (store, aside)):
        # Nobody looks first: what can not be looked at for a moment would be gone over.
        with suppress(FileNotFoundError):
            disk.move(source, target)


def is_any(folder: Path) -> bool:
    """Say whether one lies beside the store in ``folder``."""
    return any(files(folder))


def remove_all(folder: Path) -> None:
    """Take them away."""
    for path in files(folder):
        disk.remove(path)


def files(folder: Path) -> list[Path]:
    """Return those that lie beside the store in ``folder``."""
    # A folder that lay where the store should is somebody's own: nothing of ours was in it.
    found = [folder / name for name in there.names(folder) if _ASIDE.match(name)]
    return [path for path in found if not stat.S_ISDIR(there.kind(path, follows=False))]
