"""What is asked of the store about the decisions of SLT, in SQL."""

from __future__ import annotations

from datetime import datetime

import apsw

from wizard.model.decision import Decided, Decision
from wizard.store import runs
from wizard.store.database import transaction


def add(connection: apsw.Connection, decision: Decision) -> None:
    """Keep a decision.  Recorded again for the same paper, it takes the place of the first.

    Raises ``InputFault`` if the self-assessment is not kept here.
    """
    with transaction(connection):
        if not connection.execute("SELECT 1 FROM run WHERE id = ?", (decision.run,)).fetchone():
            raise runs.not_here(decision.run)
        connection.execute(
            "DELETE FROM decision WHERE run = ? AND fingerprint = ?",
            (decision.run, decision.fingerprint),
        )
        connection.execute(
            "INSERT INTO decision (run, reference, fingerprint, decided, who, role, day, "
            "conditions, review, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                decision.run, decision.reference, decision.fingerprint, decision.decided.value,
                *map(_storable, (decision.who, decision.role, decision.day, decision.conditions)),
                decision.review, decision.recorded.isoformat(),
            ),
        )  # fmt: skip
        runs.count_change(connection)


def kept(connection: apsw.Connection, run_id: str | None) -> tuple[Decision, ...]:
    """Return the decisions about one self-assessment or, for None, about all; the last first."""
    rows = connection.execute(
        "SELECT run, reference, fingerprint, decided, who, role, day, conditions, review, recorded "
        "FROM decision WHERE ?1 IS NULL OR run = ?1 ORDER BY id DESC",
        (run_id,),
    )
    return tuple(
        Decision(
            run, reference, mark, Decided(decided), who, role, day, conditions, review,
            datetime.fromisoformat(recorded),
        )
        for run, reference, mark, decided, who, role, day, conditions, review, recorded in rows
    )  # fmt: skip


def _storable(text: str) -> str:
    # Half a letter (a lone surrogate, pasted on Windows) is no text for the database.
    return text.encode("utf-8", "replace").decode("utf-8")
