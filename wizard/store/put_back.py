"""A store that was put back from elsewhere, by a backup or a share: what it lacks stays a copy."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import apsw

from wizard.clock import Clock, local_day
from wizard.errors import StoreProblem
from wizard.safe import disk
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE
from wizard.store import backup, database, failures, lineage, runs, whole
from wizard.store.backup import Copy


def count_beyond(connection: apsw.Connection, folder: Path) -> None:
    """Let a store go on counting from its copies: else none would be made of what it has."""
    with database.transaction(connection):
        backup.count(connection, backup.latest(folder) + 1)


def make_room(connection: apsw.Connection, folder: Path, key: bytes) -> bool:
    """Let a store that was put back from elsewhere come behind the copies there are.

    Says whether it lacks what the latest of them has, or one made beside it by another computer,
    which stays then, or is older than that.  A copy that holds the same counts as its own from
    then on: one more each time it is put back would push out what is newer.  Raises
    ``StoreDamaged``, and changes nothing, where a journal that lay there was another file's: it is
    played into the older one, and pages of two days are mixed.
    """
    kept = backup.copies(folder)
    lacked = _lacked(connection, folder, kept, key)
    if lacked is None:
        return False
    if not whole.is_whole(connection):
        raise failures.damaged(folder)
    same = _copy_of(connection, folder, key)
    marks = marks_of(folder, (key,))
    # What was saved after the latest is in none of them, and as little there.
    newest = _mark_of(folder, kept[0], (key,))
    is_older = newest is not None and not lineage.goes_on_from(connection, newest)
    if same != lacked:
        _leave_as_latest(folder, lacked)
    count_beyond(connection, folder)
    for mark in marks:
        # It is told once, whichever of them comes to be the latest.
        lineage.put(connection, mark)
    if same is not None:
        where, number = folder / BACKUP_FOLDER, runs.changes(connection)
        disk.move(where / same.name, where / backup.named(number, same.day, same.mark))
    return same != lacked or is_older


def marks_of(folder: Path, keys: Sequence[bytes]) -> list[bytes]:
    """Return the marks of the copies that ``keys`` open: a store that has them lacks none."""
    return [mark for copy in backup.copies(folder) if (mark := _mark_of(folder, copy, keys))]


def _lacked(store: apsw.Connection, folder: Path, kept: Sequence[Copy], key: bytes) -> Copy | None:
    """Return the latest copy that has what the store lacks, and was not left on purpose."""
    if kept and _lacks(store, folder, kept[0], key):
        return kept[0]
    return next((copy for copy in kept[1:] if _is_beside(store, folder, copy, key)), None)


def _is_beside(store: apsw.Connection, folder: Path, copy: Copy, key: bytes) -> bool:
    try:
        with closing(database.open_file(folder / BACKUP_FOLDER / copy.name, key)) as found:
            return lineage.went_apart(store, found)
    except (apsw.Error, OSError, StoreProblem):
        return False


def _mark_of(folder: Path, copy: Copy, keys: Sequence[bytes]) -> bytes | None:
    path = folder / BACKUP_FOLDER / copy.name
    try:
        with closing(database.open_file(path, database.fitting(path, keys))) as found:
            return lineage.newest(found)
    except (apsw.Error, OSError, StoreProblem):
        return None


def leave_latest(folder: Path, key: bytes, keys: Sequence[bytes]) -> None:
    """Let the latest copy that one of ``keys`` opens stay, and be the latest of all.

    Only where the store, which has ``key``, lacks what is in it; then that is told as it opens.
    """
    where, kept = folder / BACKUP_FOLDER, backup.copies(folder)
    both = ((copy, key) for copy in kept for key in keys if database.fits(where / copy.name, key))
    latest, its_key = next(both, (None, b""))
    if latest is None or latest.mark == backup.LEFT:
        return
    with closing(database.open_file(folder / STORE_FILE, key)) as store:
        is_lacked = _lacks(store, folder, latest, its_key)
    if is_lacked:
        _leave_as_latest(folder, latest)


def keep(connection: apsw.Connection, folder: Path, key: bytes, clock: Clock) -> None:
    """Have a copy of what is open, as another file took its place, or it went.

    It stays beside the daily ones where what lies there lacks anything that is in it, and is told
    then as that opens; copies that came with it may count more than this one.
    """
    if _copy_of(connection, folder, key) is None:
        name = backup.named(runs.changes(connection), local_day(clock.now()))
        backup.make(connection, folder, key, clock, besides=name)
    copy = _copy_of(connection, folder, key)
    if copy is not None and _is_left(folder, copy, key):
        # Whoever goes back to this very one finds it as it counts.
        backup.leave(folder, copy)


def _leave_as_latest(folder: Path, copy: Copy) -> None:
    where, number = folder / BACKUP_FOLDER, backup.latest(folder) + 1
    disk.move(where / copy.name, where / backup.named(number, copy.day, backup.LEFT))


def _is_left(folder: Path, copy: Copy, key: bytes) -> bool:
    try:
        with closing(database.open_file(folder / STORE_FILE, key)) as store:
            return _lacks(store, folder, copy, key)
    except (apsw.Error, OSError, StoreProblem):
        return True


def _copy_of(store: apsw.Connection, folder: Path, key: bytes) -> Copy | None:
    where, kept = folder / BACKUP_FOLDER, backup.copies(folder)
    return next((copy for copy in kept if whole.is_of(store, where / copy.name, key)), None)


def _lacks(store: apsw.Connection, folder: Path, copy: Copy, key: bytes) -> bool:
    """Say whether a store counts less than a ``copy``, or goes on from another state.

    No deletion leaves a copy, so what is in one is in the store as it was, or changed since.
    """
    if runs.changes(store) < copy.changes:
        return True
    try:
        with closing(database.open_file(folder / BACKUP_FOLDER / copy.name, key)) as found:
            if (mark := lineage.newest(found)) is not None:
                return not lineage.goes_on_from(store, mark)
            had = runs.changed_last(found)
    except (apsw.Error, OSError, StoreProblem):
        return False
    has = {run: runs.changed_at(store, run) for run in had}
    return any(has[run] != at and has[run] <= copy.changes for run, at in had.items())
