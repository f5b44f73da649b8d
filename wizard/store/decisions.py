"""What is asked of the store about the decisions of SLT, in SQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import apsw

from wizard.errors import InputFault
from wizard.model.decision import Decided, Decision
from wizard.safe.limits import DECISIONS
from wizard.store import runs
from wizard.store.database import decoding, transaction
from wizard.words import say


def add(connection: apsw.Connection, decision: Decision) -> None:
    """Keep a decision.  Recorded again by whoever decided, it takes the place of the first.

    That is ``Decision.goes_over``: one at most.  Raises ``InputFault`` if the self-assessment
    is not kept here, or has as many as a file can bring home.
    """
    said = replace(decision, who=_storable(decision.who), role=_storable(decision.role))
    with transaction(connection):
        if not connection.execute("SELECT 1 FROM run WHERE id = ?", (decision.run,)).fetchone():
            raise runs.not_here(decision.run)
        found = _kept(connection, decision.run)
        before = said.goes_over(one for _id, one in found)
        for one, first in found:
            if first is before:
                connection.execute("DELETE FROM decision WHERE id = ?", (one,))
        put(connection, said)


def put(connection: apsw.Connection, decision: Decision) -> None:
    """Keep a decision beside all others, as it stood in a file beside them.

    Raises ``InputFault`` for more than a file can bring home.
    """
    with transaction(connection):
        recorded = "SELECT count(*) FROM decision WHERE run = ?"
        (count,) = connection.execute(recorded, (decision.run,)).fetchone() or (0,)
        if count >= DECISIONS:
            raise InputFault(say("errors.store.decisions", most=f"{DECISIONS:,}"))
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
    return tuple(decision for _id, decision in _kept(connection, run_id))


@decoding()
def _kept(connection: apsw.Connection, run_id: str | None) -> list[tuple[int, Decision]]:
    rows = connection.execute(
        "SELECT id, run, reference, fingerprint, decided, who, role, day, conditions, review, "
        "recorded FROM decision WHERE ?1 IS NULL OR run = ?1 ORDER BY id DESC",
        (run_id,),
    )
    return [
        (one, Decision(
            run, reference, mark, Decided(decided), who, role, day, conditions, review,
            datetime.fromisoformat(recorded),
        ))
        for one, run, reference, mark, decided, who, role, day, conditions, review, recorded in rows
    ]  # fmt: skip


def _storable(text: str) -> str:
    # Half a letter (a lone surrogate, pasted on Windows) is no text for the database.
    return text.encode("utf-8", "replace").decode("utf-8")
