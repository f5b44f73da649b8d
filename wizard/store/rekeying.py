"""Changing the key of the store, so that a program that dies in between loses nothing.

Whoever keeps the keys puts the new one down first; then the store is written whole under
it and takes the old one's name; then the old key goes.  At each moment one of the keys
that lie there fits the file that lies there.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

import apsw

from wizard.errors import StoreProblem
from wizard.safe import disk
from wizard.safe.key import BACKUP_FOLDER
from wizard.safe.regular import read_regular
from wizard.store import backup, database, failures, set_aside, whole
from wizard.store.opening import OpenStore


class KeyChange(Protocol):
    """Where the keys are kept while one takes the place of another.  Raises ``OSError``."""

    @property
    def key(self) -> bytes:
        """The new key: 32 bytes."""
        ...

    def announce(self, current: bytes) -> None:
        """Keep the new key beside ``current``, the one that the store has now."""
        ...

    def settle(self) -> None:
        """The store has the new key: keep no other."""
        ...

    def take_back(self) -> None:
        """The store kept the key it had: what was announced opens nothing, if it may go."""
        ...


def rekey(store: OpenStore, folder: Path, change: KeyChange, keeps: bytes | None = None) -> None:
    """Write an open store anew under the announced key.  Copies under the old one go.

    What would not go opens no more, once that key has gone.  Those that the key ``keeps`` opens
    stay, under the new one: of a change that goes on nobody was told that they go.
    """
    store.rekey(folder, change.key)
    if keeps is not None:
        bring_under(folder, keeps, change.key)
        return
    with suppress(OSError):
        backup.remove_all(folder)
        set_aside.remove_all(folder)


def gather(
    store: OpenStore, folder: Path, others: Sequence[bytes], key: bytes, *, copies_go: bool
) -> None:
    """Bring each copy that one of ``others`` opens under ``key``, that of the open store.

    Raises as ``bring_under`` does, and ``StoreDamaged`` where something in the store can not be
    read: with their key the copies, which may have it, would go, or as ``copies_go`` anyway.
    """
    if not (others or copies_go):
        return
    if not whole.is_whole(store.connection):
        raise failures.damaged(folder)
    for other in others:
        bring_under(folder, other, key)


def bring_under(folder: Path, old: bytes, new: bytes) -> None:
    """Write each copy that the key ``old`` opens anew under ``new``.

    One that nobody could go back to stays as it is.  Raises ``OSError`` and ``apsw.Error`` where
    the disk refuses another file, or does not say what one holds: its key must not go.
    """
    for copy in backup.copies(folder):
        path = folder / BACKUP_FOLDER / copy.name
        # Twice each, for a scanner holds a file that is new for a moment.
        if any(database.fits(path, old) for _try in range(2)):
            _write_readable(path, old, new)
        elif not database.fits(path, new):
            read_regular(path, 1)


def _write_readable(path: Path, old: bytes, new: bytes) -> None:
    for _try in range(2):
        try:
            write_under(path, old, new)
        except (apsw.Error, StoreProblem) as fault:
            if isinstance(fault, apsw.Error) and not failures.is_of_reading(fault):
                raise
        else:
            return


def write_under(path: Path, old: bytes, new: bytes) -> None:
    """Write one file that the key ``old`` opens anew under ``new``, or leave it as it is."""
    spare = disk.spare_name(path)
    try:
        with closing(database.open_file(path, old)) as found:
            database.copy_file(found, spare, new)
        disk.move(spare, path)
    finally:
        disk.remove(spare)
