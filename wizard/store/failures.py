"""What the database says when it fails, in a sentence for the person.

The sentences name the folder, never an answer.  The database itself has by then undone
whatever was half done.
"""

from __future__ import annotations

from pathlib import Path

import apsw

from wizard.errors import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreProblem,
    StoreUnwritable,
)
from wizard.safe import disk


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
        return StoreFull(
            f"There is no room left on the disk that holds {folder}. Make some room and try again."
        )
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return StoreBusy(
            f"Another program is using the answers in {folder}, perhaps a virus scanner or a "
            "backup. Wait a moment and try again."
        )
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError):
        return damaged(folder)
    if not folder.is_dir():
        return StoreUnwritable(f"The folder {folder} is gone. Put it back and try again.")
    if isinstance(fault, apsw.ReadOnlyError) and _says(fault, apsw.SQLITE_READONLY_DBMOVED):
        return replaced(folder)
    return StoreUnwritable(
        f"The folder {folder} can not be written. Ask whoever looks after this computer."
    )


def damaged(folder: Path) -> StoreDamaged:
    """Return the sentence for a file that is there and can not be read."""
    return StoreDamaged(
        f"The file of your answers in {folder} is damaged, or belongs to another key. It was left "
        "as it is; go back to the last good copy, or ask whoever looks after this computer."
    )


def replaced(folder: Path) -> StoreUnwritable:
    """Return the sentence for a file that is not the one that was opened."""
    return StoreUnwritable(
        f"The file of your answers in {folder} was moved or replaced while the program was open. "
        "Put it back, and keep this window open until then."
    )


def _says(fault: apsw.Error, code: int) -> bool:
    return getattr(fault, "extendedresult", 0) == code
