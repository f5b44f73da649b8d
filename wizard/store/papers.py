"""What is asked of the store about the papers that were made, in SQL.

No PDF is kept, only what stands on its foot: who holds the signed sheet finds it again.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import apsw

from wizard.errors import StoreProblem
from wizard.model.paper import Paper
from wizard.store import runs
from wizard.store.database import decoding, transaction
from wizard.words import say

_NOWHERE = b""
"""The place of a paper that lies in no file we know of."""


def add(connection: apsw.Connection, paper: Paper) -> None:
    """Remember a paper.  Saved again as it was, or in the same place, it stands there once.

    What was saved over is remembered without a place: it may be on somebody's desk, signed.
    Raises ``StoreProblem`` if the self-assessment was erased meanwhile.
    """
    path = os.fsencode(paper.path) if paper.path else _NOWHERE
    with transaction(connection):
        if not connection.execute("SELECT 1 FROM run WHERE id = ?", (paper.run,)).fetchone():
            raise StoreProblem(say("errors.store.deleted"))
        connection.execute(
            "UPDATE paper SET path = ?3 WHERE run = ?1 AND path = ?2", (paper.run, path, _NOWHERE)
        )
        connection.execute(
            "DELETE FROM paper WHERE run = ?1 AND path = ?2 "
            "AND (fingerprint = '' OR (fingerprint = ?3 AND has_data = ?4))",
            (paper.run, _NOWHERE, paper.fingerprint, paper.has_data),
        )
        connection.execute(
            "INSERT INTO paper (run, reference, fingerprint, reader, made, has_data, path) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                paper.run, paper.reference, paper.fingerprint, paper.reader,
                paper.made.isoformat(), paper.has_data, path,
            ),
        )  # fmt: skip
        runs.count_change(connection)


@decoding()
def kept(connection: apsw.Connection, run_id: str | None) -> tuple[Paper, ...]:
    """Return the papers of one self-assessment or, for None, of all; the last made first."""
    rows = connection.execute(
        "SELECT run, reference, fingerprint, reader, made, has_data, path FROM paper "
        "WHERE ?1 IS NULL OR run = ?1 ORDER BY id DESC",
        (run_id,),
    )
    return tuple(
        Paper(
            run, reference, mark, reader, datetime.fromisoformat(made), bool(has_data),
            Path(os.fsdecode(path)) if path else None,
        )
        for run, reference, mark, reader, made, has_data, path in rows
    )  # fmt: skip
