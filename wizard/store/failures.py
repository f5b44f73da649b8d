"""What the database says when it fails, in a sentence for the person.

The sentences name the folder, never an answer.  The database itself has by then undone
whatever was half done.
"""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import apsw

from wizard import there
from wizard.errors import (
    StoreAstray,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreProblem,
    StoreUnwritable,
)
from wizard.safe import disk
from wizard.words import say

_log = logging.getLogger(__name__)


def in_words(fault: apsw.Error | OSError, folder: Path, system_error: int = 0) -> StoreProblem:
    """Return what to tell the person about ``fault``.

    ``system_error`` is the number that the operating system gave, 0 for none.
    """
    if isinstance(fault, OSError):
        system_error = fault.errno or 0
    elif not isinstance(fault, apsw.IOError | apsw.CantOpenError):
        # The database remembers the number of an older failure.
        system_error = 0
    if isinstance(fault, apsw.FullError) or system_error in disk.FULL:
        return StoreFull(say("errors.store.full", folder=folder))
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return StoreBusy(say("errors.store.busy", folder=folder))
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError):
        return damaged(folder)
    try:
        is_gone = not stat.S_ISDIR(there.kind(folder))
    except OSError:
        # It may lie there, on a disk that says nothing for a moment.
        return StoreUnwritable(say("errors.store.unwritable", folder=folder))
    if is_gone:
        return StoreUnwritable(say("errors.store.gone", folder=folder))
    if isinstance(fault, apsw.ReadOnlyError) and _says(fault, apsw.SQLITE_READONLY_DBMOVED):
        return replaced(folder)
    return StoreUnwritable(say("errors.store.unwritable", folder=folder))


def warn(word_id: str, fault: Exception, folder: Path) -> None:
    """Log what went wrong beside the work itself; whoever runs a command reads it."""
    problem: object = type(fault).__name__
    if isinstance(fault, apsw.Error | OSError):
        problem = in_words(fault, folder)
    # Nobody can say of what is damaged that it is safe all the same.
    is_all = isinstance(problem, StoreDamaged)
    _log.warning("%s", problem if is_all else say(word_id, problem=problem))


def is_of_reading(fault: apsw.Error) -> bool:
    """Say whether what is in a file is at fault, or the disk that can not give it back."""
    # The last is what comes of a sector that is gone for good.
    unread = (
        apsw.SQLITE_IOERR_READ, apsw.SQLITE_IOERR_SHORT_READ, apsw.SQLITE_IOERR_CORRUPTFS,
    )  # fmt: skip
    is_unread = any(_says(fault, code) for code in unread)
    return is_unread or isinstance(fault, apsw.CorruptError | apsw.NotADBError)


def damaged(folder: Path) -> StoreDamaged:
    """Return the sentence for a file that is there and can not be read."""
    return StoreDamaged(say("errors.store.damaged", folder=folder))


def unread(folder: Path) -> StoreAstray:
    """Return the sentence for a file that the disk can not give back just now."""
    return StoreAstray(say("errors.store.unread", folder=folder))


def replaced(folder: Path) -> StoreAstray:
    """Return the sentence for a file that is not the one that was opened."""
    return StoreAstray(say("errors.store.replaced", folder=folder))


def another_key(folder: Path) -> StoreUnwritable:
    """Return the sentence for a store whose key another program has changed meanwhile."""
    return StoreUnwritable(say("errors.store.another-key", folder=folder))


def _says(fault: apsw.Error, code: int) -> bool:
    return getattr(fault, "extendedresult", 0) == code
