"""A store that was put back from elsewhere, by a backup or a share: what it lacks stays a copy."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw

from wizard.errors import StoreProblem
from wizard.safe import disk
from wizard.safe.key import BACKUP_FOLDER
from wizard.store import backup, database, runs
from wizard.store.backup import Copy


def count_beyond(connection: apsw.Connection, folder: Path) -> None:
    """Let a store go on counting from its copies: else none would be made of what it has."""
    with database.transaction(connection):
        backup.count(connection, backup.latest(folder) + 1)


def make_room(connection: apsw.Connection, folder: Path, key: bytes) -> bool:
    """Let a store that was put back from elsewhere come behind the copies there are.

    Says whether it lacks what the latest of them has, which stays then.  A copy that holds the
    same counts as its own from then on: one more each time it is put back would push out what is
    newer.
    """
    where, kept = folder / BACKUP_FOLDER, backup.copies(folder)
    if not kept or not (
        runs.changes(connection) < kept[0].changes or _lacks(connection, folder, kept[0], key)
    ):
        return False
    same = next((c for c in kept if backup.is_of(connection, where / c.name, key)), None)
    if same != kept[0]:
        backup.leave(folder, kept[0])
    count_beyond(connection, folder)
    if same is not None:
        number = runs.changes(connection)
        disk.move(where / same.name, where / backup.named(number, same.day, same.mark))
    return same != kept[0]


def _lacks(store: apsw.Connection, folder: Path, newest: Copy, key: bytes) -> bool:
    """Say whether a store goes on from another state than that of its ``newest`` copy.

    No deletion leaves a copy, so what is in one is in the store as it was, or changed since.
    """
    try:
        with closing(database.open_file(folder / BACKUP_FOLDER / newest.name, key)) as copy:
            had = runs.changed_last(copy)
    except (apsw.Error, OSError, StoreProblem):
        return False
    has = {run: runs.changed_at(store, run) for run in had}
    return any(has[run] != at and has[run] <= newest.changes for run, at in had.items())
