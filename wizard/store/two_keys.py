"""A folder whose store and copies have two keys: one computer's was copied over another's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import apsw

from wizard.errors import StoreDamaged, StoreProblem
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE
from wizard.safe.regular import read_regular
from wizard.store import backup, database, failures, put_back, rekeying, set_aside


def opens_any(folder: Path, key: bytes) -> bool:
    """Say whether the store or a copy has this key.  Raises ``OSError``."""
    return any(database.fits(path, key) for path in _files(folder))


def opens_nothing(folder: Path, key: bytes) -> bool:
    """Say whether it is seen that nothing there has this key: it may go.  Raises ``OSError``."""
    for path in (*_files(folder), *set_aside.files(folder)):
        if database.fits(path, key):
            return False
        # What can not be read for a moment may have it.
        with suppress(FileNotFoundError):
            read_regular(path, 1)
    return True


def opens_all(folder: Path, keys: Sequence[bytes]) -> bool:
    """Say whether it is seen that everything there has one of ``keys``.  Raises ``OSError``."""
    files = (*_files(folder), *set_aside.files(folder))
    return all(any(database.fits(path, key) for key in keys) for path in files)


def bring(folder: Path, foreign: bytes, keys: Sequence[bytes]) -> None:
    """Write what the ``foreign`` key opens anew under that of ``keys`` which the store has.

    What the computer whose store lies there did not know is in copies alone: the latest of them
    stays.  Raises ``OSError`` and ``StoreProblem`` where the store itself can not be written; a
    copy that can not be keeps nobody out, and is tried again at the next start.
    """
    store = folder / STORE_FILE
    key, is_foreign = database.fitting(store, keys), database.fits(store, foreign)
    with suppress(apsw.Error, OSError, StoreProblem):
        if is_foreign:
            put_back.leave_latest(folder, foreign, keys)
        else:
            put_back.leave_latest(folder, key, (foreign,))
    if is_foreign:
        try:
            rekeying.write_under(store, foreign, key)
        except (apsw.CorruptError, apsw.NotADBError, StoreDamaged):
            # Opening it tells that, with the way to the copies.
            pass
        except apsw.Error as fault:
            raise failures.in_words(fault, folder) from fault
    with suppress(apsw.Error, OSError):
        rekeying.bring_under(folder, foreign, key)


def _files(folder: Path) -> Iterator[Path]:
    yield folder / STORE_FILE
    # Not looked for where the store says enough.
    for copy in backup.copies(folder):
        yield folder / BACKUP_FOLDER / copy.name
