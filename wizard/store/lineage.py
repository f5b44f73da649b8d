"""Which copies a store goes on from: each puts a mark into it, and has that mark itself.

A count alone may be that of another store, which went on from an older state elsewhere.
"""

from __future__ import annotations

import os
from typing import Any

import apsw

_KEPT = 1000
"""How many marks are kept: more than copies are made while one of the day before last stays."""


def new_mark() -> bytes:
    """Return a mark that no other copy has."""
    return os.urandom(16)


def put(connection: apsw.Connection, mark: bytes) -> None:
    """Put the mark of a copy into a store, or into the copy itself.

    One that was not brought up to date yet has no place for it.  Raises ``apsw.Error``.
    """
    if connection.table_exists("main", "copied"):
        connection.execute("INSERT OR IGNORE INTO copied (mark) VALUES (?)", (mark,))
        connection.execute(
            "DELETE FROM copied WHERE number <= (SELECT max(number) FROM copied) - ?", (_KEPT,)
        )


def newest(connection: apsw.Connection) -> bytes | None:
    """Return the mark of a copy; None for one that was made before there were any."""
    if not connection.table_exists("main", "copied"):
        return None
    row = next(connection.execute("SELECT mark FROM copied ORDER BY number DESC LIMIT 1"), None)
    return bytes(row[0]) if row is not None else None


def goes_on_from(connection: apsw.Connection, mark: bytes) -> bool:
    """Say whether a store goes on from the copy of this mark."""
    if not connection.table_exists("main", "copied"):
        return False
    row = next(connection.execute("SELECT 1 FROM copied WHERE mark = ?", (mark,)), None)
    return row is not None


def went_apart(store: apsw.Connection, copy: apsw.Connection) -> bool:
    """Say whether a copy was made elsewhere, after both had gone on from the same state."""
    if (mark := newest(copy)) is None or goes_on_from(store, mark):
        return False
    before: Any = copy.execute("SELECT mark FROM copied").fetchall()
    return any(goes_on_from(store, mark) for (mark,) in before)
