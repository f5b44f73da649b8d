"""Whether a store or a copy of it is whole: each word of it, not only the seal of each page.

A disk that lost one write, or a journal played into an older file, leaves pages of two days side
by side: each is sealed as it should be, and an answer that lies on both can be read no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw

from wizard.errors import StoreProblem
from wizard.store import database, runs

_ROWS = (
    "SELECT * FROM run ORDER BY id",
    "SELECT * FROM answer ORDER BY run, item",
    "SELECT * FROM paper ORDER BY id",
    "SELECT * FROM decision ORDER BY id",
)
"""All that somebody put down; the content is named by its digest in the rows."""

_BESIDE = {
    "content": "SELECT * FROM content",
    "paper": "SELECT * FROM paper",
    "decision": "SELECT * FROM decision",
}

_AT_ONCE = 10
"""Self-assessments of a hundred answers read in one go, about five milliseconds."""


def is_of(store: apsw.Connection, copy: Path, key: bytes) -> bool:
    """Say whether a ``copy`` is whole and has what the store has."""
    try:
        with closing(database.open_file(copy, key)) as found:
            # A bad spot may lie where no row does; whoever wants this copy back is refused then.
            return all(
                list(found.execute(rows)) == list(store.execute(rows)) for rows in _ROWS
            ) and is_whole(found)
    except (apsw.Error, OSError, StoreProblem):
        return False


def is_whole(connection: apsw.Connection, besides: str = "") -> bool:
    """Say whether each page is sealed, the whole hangs together, and all in it can be read.

    The self-assessment ``besides`` is about to go, and may be what can not.
    """
    try:
        for _piece in look_through(connection, besides):
            pass
    except (apsw.CorruptError, apsw.NotADBError):
        return False
    return True


def look_through(connection: apsw.Connection, besides: str = "") -> Iterator[None]:
    """Read all that somebody put down, a piece at a time; a save may come in between.

    Raises ``apsw.CorruptError`` where it makes no sense.  The store may have an older shape.
    """
    if not database.check_every_page(connection):
        raise apsw.CorruptError("the pages do not hang together")
    for number, card in enumerate(runs.cards(connection)):
        if number % _AT_ONCE == 0:
            yield
        if card.id != besides:
            runs.load(connection, card.id)
    for table, rows in _BESIDE.items():
        if connection.table_exists("main", table):
            yield
            connection.execute(rows).fetchall()
