"""Taking away answers that lie elsewhere by now, or that were none, and what opens them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wizard.desk.lock.state import OWN_LOGIN_FILE, keep_nothing
from wizard.safe import disk, key_change
from wizard.safe.key import BACKUP_FOLDER, MARKER_FILE, STORE_FILE
from wizard.safe.lock_file import remove_lock
from wizard.safe.tries import TRIES_FILE
from wizard.store import backup, database, failures, set_aside


def keep_nothing_more(folder: Path) -> None:
    """Take out what is kept in ``folder``, and put down that nothing is.  Raises ``OSError``."""
    take_out(folder)
    keep_nothing(folder)


def take_out(folder: Path) -> None:
    """Take the closed store away from ``folder``, its copies, its key and its lock.

    In this order a program that dies on the way leaves a store that opens, or none.  Whoever
    calls it holds the folder: what another program saved meanwhile would go.  Raises ``OSError``.
    """
    backup.remove_all(folder)
    set_aside.remove_all(folder)
    with suppress(OSError):
        # Somebody may have put a file of theirs among the copies.
        (folder / BACKUP_FOLDER).rmdir()
    disk.remove(folder / MARKER_FILE)
    disk.remove(folder / STORE_FILE)
    database.remove_journal(folder / STORE_FILE)
    # A power cut must not bring the store back without what opens it.
    disk.sync_folder(folder)
    key_change.wipe(folder)
    remove_lock(folder)
    key_change.remove_half_made(folder)
    disk.remove(folder / TRIES_FILE)
    disk.remove(folder / OWN_LOGIN_FILE)


def leave_behind(folder: Path) -> None:
    """Take away what was moved from ``folder``, as ``take_out`` does.

    What would not go does not open any more: it is whole elsewhere by now.
    """
    try:
        take_out(folder)
    except OSError as fault:
        failures.warn("errors.store.left-behind", fault, folder)
        for take in (key_change.wipe, remove_lock):
            with suppress(OSError):
                take(folder)
