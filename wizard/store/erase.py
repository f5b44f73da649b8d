"""Deleting means gone: the rows, what was typed and taken back, the copies.

The database writes zeros over what it deletes, and all of it was encrypted anyway.
Copies go first: a program that dies in between leaves something that is still listed
and can be deleted again, never a forgotten copy.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import apsw

from wizard.store import backup, runs, set_aside
from wizard.store.database import transaction
from wizard.store.whole import is_whole


def erase(connection: apsw.Connection, folder: Path, run_id: str) -> None:
    """Delete one self-assessment.  Raises ``InputFault`` if there is none with this id.

    Raises ``apsw.CorruptError`` where some of the others can not be read: the copies, which go
    with it, may have them.
    """
    if not connection.execute("SELECT 1 FROM run WHERE id = ?", (run_id,)).fetchone():
        raise runs.not_here(run_id)
    if not is_whole(connection, besides=run_id):
        # Whether it is damaged, or the disk could not give it back, is told by whoever has it.
        raise apsw.CorruptError("not all of the others can be read")
    _forget_copies(folder)
    with transaction(connection):
        connection.execute("DELETE FROM run WHERE id = ?", (run_id,))
        connection.execute("DELETE FROM content WHERE digest NOT IN (SELECT content FROM run)")
        runs.count_change(connection)


def erase_all(connection: apsw.Connection, folder: Path) -> None:
    """Delete everything that was ever put down here."""
    _forget_copies(folder)
    with transaction(connection):
        connection.execute("DELETE FROM run")
        connection.execute("DELETE FROM content")
        runs.count_change(connection)
    # Gives the room back; what was there is zeros by now, so without it all is gone too.
    with contextlib.suppress(apsw.FullError, apsw.IOError):
        connection.execute("VACUUM")


def _forget_copies(folder: Path) -> None:
    backup.remove_all(folder)
    set_aside.remove_all(folder)
