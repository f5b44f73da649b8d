"""From a folder to an open store: the lock, the file, its shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import apsw

from wizard import there
from wizard.clock import Clock
from wizard.errors import StoreDamaged, StoreProblem
from wizard.safe import disk
from wizard.safe.key import MARKER_FILE, STORE_FILE, is_kept, is_made_ours
from wizard.store import backup, database, failures, migrations, put_back
from wizard.store.damage import is_damaged
from wizard.store.lock import FolderLock
from wizard.store.migrations import Step
from wizard.words import say


def _marker() -> bytes:
    """What stands in the file that says to whoever looks that answers are kept here."""
    return f"{say('errors.store.marker')}\n".encode()


class OpenStore:
    """A store that is open and locked for this program.

    Its makers raise the ``StoreProblem`` family and, for what the disk or the database
    refuses, ``OSError`` and ``apsw.Error``.
    """

    def __init__(
        self, lock: FolderLock, connection: apsw.Connection, *, is_put_back: bool = False
    ) -> None:
        self._lock = lock
        self.connection = connection
        self.is_put_back = is_put_back
        """Whether it was brought up to date, and is older than its copies were before."""

    @classmethod
    def open_or_make(
        cls,
        folder: Path,
        key: bytes,
        clock: Clock,
        steps: Sequence[Step],
        has_key: Callable[[bytes], bool],
    ) -> OpenStore:
        """Open the store in ``folder``, or make one there if none ever was.

        ``has_key`` says whether a key lies where the next start looks for it: without that
        nothing is made, for it would never open again.
        """
        lock = FolderLock(folder)
        try:
            try:
                backup.remove_half_made(folder)
            except OSError as fault:
                # No copies are no reason to keep somebody from their answers.
                failures.warn("errors.store.half-copy", fault, folder)
            if not is_kept(folder):
                if not has_key(key):
                    raise failures.replaced(folder)
                _make(folder, key, steps)
            connection, is_put_back = _open(folder, key, clock, steps)
            return cls(lock, connection, is_put_back=is_put_back)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_again(cls, folder: Path, key: bytes, clock: Clock, steps: Sequence[Step]) -> OpenStore:
        """Open the store in ``folder``; never make anything there."""
        lock = FolderLock(folder)
        try:
            connection, is_put_back = _open(folder, key, clock, steps)
            return cls(lock, connection, is_put_back=is_put_back)
        except BaseException:
            lock.release()
            raise

    def rekey(self, folder: Path, key: bytes) -> None:
        """Write the store anew under ``key`` and go on with that; the old file is gone.

        If this raises, the connection may be closed, and the old file or the new one is
        there, whole.
        """
        path = folder / STORE_FILE
        spare = disk.spare_name(path)
        try:
            database.copy_file(self.connection, spare, key)
            self.connection.close()
            disk.move(spare, path)
        except BaseException:
            disk.remove(spare)
            raise
        self.connection = database.open_file(path, key)

    def move(self, folder: Path, key: bytes, keyed: AbstractContextManager[None]) -> OpenStore:
        """Write the store into another ``folder`` under ``key``, and return that one, open.

        This one stays as it is.  ``keyed`` is entered once the folder is held: it puts the key
        there, and takes it back should the rest fail.  Raises ``StoreProblem`` if answers are kept
        there already.
        """
        lock = FolderLock(folder)
        try:
            if is_kept(folder):
                raise StoreProblem(say("errors.store.taken", folder=folder))
            with keyed:
                return OpenStore(lock, self._written(folder, key))
        except BaseException:
            lock.release()
            raise

    def _written(self, folder: Path, key: bytes) -> apsw.Connection:
        spare = disk.spare_name(folder / STORE_FILE)
        try:
            database.copy_file(self.connection, spare, key)
            disk.move(spare, folder / STORE_FILE)
            disk.write_over(folder / MARKER_FILE, _marker())
            return database.open_file(folder / STORE_FILE, key)
        except BaseException:
            # Its key goes, too: nothing may be found that nobody can open.  Each is asked twice.
            for path in 2 * (folder / MARKER_FILE, folder / STORE_FILE, spare):
                with suppress(OSError):
                    disk.remove(path)
            raise

    def close(self, leave: Callable[[], None] = lambda: None) -> None:
        """Close the file, ``leave`` the folder, and let another program in."""
        try:
            self.connection.close()
            leave()
        finally:
            self._lock.release()


def _make(folder: Path, key: bytes, steps: Sequence[Step]) -> None:
    # Whole under another name first: the name of the store never stands for less.
    spare = disk.spare_name(folder / STORE_FILE)
    connection = database.create_file(spare, key)
    try:
        migrations.migrate(connection, steps)
    finally:
        connection.close()
    database.remove_journal(spare)
    disk.move(spare, folder / STORE_FILE)


def _open(
    folder: Path, key: bytes, clock: Clock, steps: Sequence[Step]
) -> tuple[apsw.Connection, bool]:
    path, is_put_back = folder / STORE_FILE, False
    try:
        connection = database.open_file(path, key)
    except (apsw.CorruptError, apsw.NotADBError) as fault:
        problem = failures.damaged if is_damaged(folder, key) else failures.unread
        raise problem(folder) from fault
    try:
        if migrations.is_behind(connection, steps):
            if migrations.version(connection) == 0:
                raise StoreDamaged(say("errors.store.lost", folder=folder))
            # A copy of one that was put back would be the first to go.
            is_put_back = put_back.make_room(connection, folder, key)
            backup.make(connection, folder, key, clock)
            migrations.migrate(connection, steps)
        if not there.is_any(folder / MARKER_FILE):
            disk.write_over(folder / MARKER_FILE, _marker())
    except BaseException:
        connection.close()
        raise
    return _made_ours(connection, path, key), is_put_back


def _made_ours(connection: apsw.Connection, path: Path, key: bytes) -> apsw.Connection:
    """Let this user alone read the store that is open: what an administrator put back may be open.

    Whoever had seen its key as it lay there would read all that is written into it from now on.
    """
    spare = disk.spare_name(path)
    try:
        if is_made_ours(path):
            return connection
        database.copy_file(connection, spare, key)
    except (OSError, apsw.Error):
        # Without room for another one it opens all the same.
        _remove_quietly(spare)
        return connection
    connection.close()
    with suppress(OSError):
        database.remove_journal(path)
        disk.move(spare, path)
    _remove_quietly(spare)
    return database.open_file(path, key)


def _remove_quietly(path: Path) -> None:
    with suppress(OSError):
        disk.remove(path)
