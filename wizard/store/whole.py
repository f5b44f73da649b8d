"""Whether a copy of the store is whole: each word of it, not only the seal of each page."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from pathlib import Path

import apsw

from wizard.errors import StoreProblem
from wizard.store import database
from wizard.store.failures import NO_WORDS

_ROWS = (
    "SELECT * FROM run ORDER BY id",
    "SELECT * FROM answer ORDER BY run, item",
    "SELECT * FROM paper ORDER BY id",
    "SELECT * FROM decision ORDER BY id",
)
"""All that somebody put down; the content is named by its digest in the rows."""


def is_of(store: apsw.Connection, copy: Path, key: bytes) -> bool:
    """Say whether a ``copy`` is whole and has what the store has."""
    try:
        with closing(database.open_file(copy, key)) as found:
            # A bad spot may lie where no row does; whoever wants this copy back is refused then.
            return all(
                list(found.execute(rows)) == list(store.execute(rows)) for rows in _ROWS
            ) and database.check_every_page(found)
    except (apsw.Error, OSError, StoreProblem, *NO_WORDS):
        return False


def is_read(copy: apsw.Connection) -> bool:
    """Say whether each word can be read: a page that was not written has a seal that fits."""
    try:
        for rows in _ROWS:
            # One that is about to be brought up to date has not all of them.
            with suppress(apsw.SQLError):
                copy.execute(rows).fetchall()
        for (text,) in copy.execute("SELECT body FROM answer"):
            json.loads(text)
    except (apsw.CorruptError, *NO_WORDS):
        return False
    return True
