"""Going back to a copy: it takes the place of the store, and what was there is not lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import apsw

from wizard.errors import InputFault, StoreDamaged, StoreProblem
from wizard.safe import disk
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE
from wizard.store import backup, database, lineage, migrations, put_back, runs, set_aside
from wizard.store.keys import Keys
from wizard.store.migrations import Step
from wizard.store.whole import is_whole
from wizard.there import is_named
from wizard.words import say


def restore(
    folder: Path,
    keys: Keys,
    name: str,
    steps: Sequence[Step],
    today: date,
    *,
    is_copied: bool,
) -> None:
    """Put the copy ``name`` in the place of the store, which a copy holds if it ``is_copied``.

    Else what was there becomes a copy if it is whole, and is set aside if it is not.  No number
    of such is too many: only what is damaged is, and the next deletion takes them all.

    From then on ``keys`` go by the one that the copy has: where a change of key was cut short, or
    an older store was put there with an older key, it may be another one than the store's.

    What was gone back from stays beside the daily copies, unless it was only looked at itself.

    The copy then counts as that of what stands there now: another one like it would push
    out the oldest, and whoever looked through all of them for an answer would lose one each.

    Raises ``InputFault`` if there is no such copy, ``StoreDamaged`` if it is not whole itself,
    and ``StoreNewer`` if a later program made it; then nothing is changed.
    """
    there = backup.copies(folder)
    chosen = backup.find(there, name)
    if chosen is None:
        raise InputFault(say("errors.store.no-such-copy", name=name[:100]))
    newest = there[0]
    store, where = folder / STORE_FILE, folder / BACKUP_FOLDER
    spare = disk.spare_name(store)
    disk.write_new(spare, (where / chosen.name).read_bytes())
    try:
        key = database.fitting(spare, keys.all)
        # They count from beyond every copy, or the next copy would seem older than these.
        kept = backup.latest(folder) + 1
        _let_count(spare, key, steps, kept + 1, put_back.marks_of(folder, keys.all))
        if is_copied and newest != chosen and newest.mark != backup.BACK:
            backup.leave(folder, newest)
        if not is_copied and _is_whole(store, keys.all_there):
            # Another computer's, put there by a share: whoever wrote it finds it on the list, under
            # the key that lies there from now on.
            is_copied = True
            _copy(folder, keys, key, kept, today)
        keys.keep(key)
        if is_copied:
            database.remove_journal(store)
        else:
            set_aside.put(store)
        _take_place(spare, store)
        keys.take(key)
    except BaseException:
        disk.remove(spare)
        raise
    with suppress(OSError):
        mark = chosen.mark if chosen == newest else chosen.mark or backup.BACK
        disk.move(where / chosen.name, where / backup.named(kept + 1, chosen.day, mark))


def _take_place(spare: Path, store: Path) -> None:
    try:
        disk.rename(spare, store)
    except OSError:
        # A share may say no to what it did.
        if is_named(spare):
            raise
    # It is done by now, and must not be told as refused.
    with suppress(OSError):
        disk.sync_folder(store.parent)


def _is_whole(store: Path, keys: Sequence[bytes]) -> bool:
    try:
        with closing(database.open_file(store, database.fitting(store, keys))) as connection:
            return runs.changes(connection) >= 0 and is_whole(connection)
    except (apsw.Error, StoreProblem, OSError):
        return False


def _copy(folder: Path, keys: Keys, key: bytes, number: int, today: date) -> None:
    store = folder / STORE_FILE
    with closing(database.open_file(store, database.fitting(store, keys.all_there))) as connection:
        backup.put(connection, folder, key, number, today)


def _let_count(
    spare: Path, key: bytes, steps: Sequence[Step], changes: int, marks: Sequence[bytes]
) -> None:
    useless = StoreDamaged(say("errors.store.copy-damaged"))
    try:
        connection = database.open_file(spare, key)
    except (apsw.CorruptError, apsw.NotADBError, StoreDamaged) as fault:
        raise useless from fault
    try:
        if not database.check_every_page(connection):
            raise useless
        # From there this program could go back to no other copy.
        migrations.is_behind(connection, steps)
        with database.transaction(connection):
            backup.count(connection, changes)
            # Those it does not go on from were left on purpose, not made by another computer.
            for mark in marks:
                lineage.put(connection, mark)
    finally:
        connection.close()
    database.remove_journal(spare)
    disk.sync_file(spare)
