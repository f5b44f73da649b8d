"""Opening the encrypted file, and making sure that it really is encrypted.

The settings and the reasons for them are measured (``docs/security.md``): with this
journal a power cut lost nothing, and every page carries a seal (Poly1305), so a page
that changed on the disk is an error and never a wrong answer.
"""

from __future__ import annotations

import ctypes
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from wizard.errors import StoreDamaged, StoreProblem, StoreUnwritable
from wizard.safe import disk
from wizard.store import failures
from wizard.words import say

APPLICATION = 0x42595031
"""``BYP1``: says inside the file that it is ours."""

_PLAIN_HEADER = b"SQLite format 3\0"
_BUSY_MILLISECONDS = 250

_SETTINGS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)


@contextmanager
def decoding() -> Iterator[None]:
    """Read what stands in the store; where it makes no sense that is damage, not our mistake.

    Of a page that the disk did not write, or of two days side by side, each seal is right.
    Raises ``apsw.CorruptError``, as the database does for a seal that is not.
    """
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError) as fault:
        raise apsw.CorruptError("what stands there makes no sense") from fault


class _Rows(apsw.Cursor):
    """Rows whose letters may be none."""

    @decoding()
    def __next__(self) -> Any:
        return super().__next__()

    @decoding()
    def fetchone(self) -> Any:
        return super().fetchone()


def open_file(path: Path, key: bytes) -> apsw.Connection:
    """Open the store at ``path`` and prove that ``key`` fits.

    Never creates or changes anything.  Raises ``StoreDamaged`` for a file that is
    missing, empty, unencrypted, not ours, or made with another key, and ``apsw.Error``
    for what the disk refuses.
    """
    _look(path)
    connection = _connect(path, key, apsw.SQLITE_OPEN_READWRITE)
    try:
        if connection.pragma("application_id") != APPLICATION:
            raise failures.damaged(path.parent)
        if connection.readonly("main"):
            raise StoreUnwritable(say("errors.store.read-only", path=path))
        _configure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def create_file(path: Path, key: bytes) -> apsw.Connection:
    """Make an empty encrypted database at ``path``, which nothing may have."""
    disk.write_new(path, b"")
    connection = _connect(path, key, apsw.SQLITE_OPEN_READWRITE)
    try:
        _configure(connection)
        with transaction(connection):
            connection.pragma("application_id", APPLICATION)
        _assert_encrypted(path)
    except BaseException:
        connection.close()
        raise
    return connection


def fits(path: Path, key: bytes) -> bool:
    """Say whether ``key`` opens the first page of the store at ``path``.  Changes nothing."""
    # Not even a journal may be played back: with another key that would end badly.
    address = f"{path.absolute().as_uri()}?immutable=1"
    try:
        _connect(address, key, apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI).close()
    except apsw.Error:
        return False
    return True


def fitting(path: Path, keys: Sequence[bytes]) -> bytes:
    """Return that of ``keys`` which the store at ``path`` has; the first if none is seen to fit."""
    return next((key for key in keys if fits(path, key)), keys[0])


def copy_file(connection: apsw.Connection, path: Path, key: bytes) -> None:
    """Write all of an open store to ``path``, which nothing may have, under ``key``."""
    target = create_file(path, key)
    try:
        with target.backup("main", connection, "main") as pages:
            pages.step(-1)
    finally:
        target.close()
    remove_journal(path)
    disk.sync_file(path)


def _assert_encrypted(path: Path) -> None:
    """Raise ``StoreProblem`` if ``path`` could be read without a key."""
    with path.open("rb") as file:
        header = file.read(len(_PLAIN_HEADER))
    if header == _PLAIN_HEADER:
        raise StoreProblem(say("errors.store.not-encrypted", path=path))


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Do everything inside it or nothing; it is on the disk when this returns.

    Within another one it is a part of that, and goes or stays with it.
    """
    is_part = connection.in_transaction
    if is_part:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After "disk full" the database has already undone it; to undo it twice would
        # hide the cause.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def has_moved(connection: apsw.Connection) -> bool:
    """Say whether another file, or none, lies in the place of the one that is open."""
    moved = ctypes.c_int()
    connection.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, ctypes.addressof(moved))
    return bool(moved.value)


def remove_journal(path: Path) -> None:
    """Take away the emptied journal of a database that is closed and about to be renamed."""
    disk.remove(path.with_name(f"{path.name}-journal"))


def check_every_page(connection: apsw.Connection) -> bool:
    """Say whether each page is sealed as it should be and the whole hangs together."""
    try:
        return connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except (apsw.CorruptError, apsw.NotADBError):
        return False


def _look(path: Path) -> None:
    # Opening an empty file would give an empty store without a word.
    try:
        kind = path.lstat()
    except FileNotFoundError:
        places = {"file": path.name, "folder": path.parent}
        raise StoreDamaged(say("errors.store.missing", **places)) from None
    if not stat.S_ISREG(kind.st_mode):
        raise StoreDamaged(say("errors.store.odd", path=path))
    if kind.st_size == 0:
        raise StoreDamaged(say("errors.store.empty", folder=path.parent))
    with path.open("rb") as file:
        try:
            start = file.read(len(_PLAIN_HEADER))
        except OSError as fault:
            # It can be set aside all the same, and a copy put in its place.
            raise failures.unread(path.parent) from fault
    if start == _PLAIN_HEADER:
        raise StoreDamaged(say("errors.store.other", path=path))


def _connect(path: Path | str, key: bytes, flags: int) -> apsw.Connection:
    # Plain SQLite takes a key without a word and ignores it.
    if not getattr(apsw, "mc_version", None):
        raise StoreProblem(say("errors.store.no-cipher"))
    connection = apsw.Connection(str(path), flags=flags)
    try:
        connection.cursor_factory = _Rows
        connection.set_busy_timeout(_BUSY_MILLISECONDS)
        connection.pragma("cipher", "chacha20")
        connection.pragma("key", f"raw:{key.hex()}")
        connection.pragma("schema_version")
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: apsw.Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)
    if connection.pragma("journal_mode") != "truncate" or connection.pragma("cipher") != "chacha20":
        raise StoreProblem(say("errors.store.unsafe"))
