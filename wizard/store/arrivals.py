"""What comes in with a file: all of it is kept, or none; asking again brings nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from wizard.model.decision import Decision
from wizard.model.paper import Paper
from wizard.model.run import Run
from wizard.store import decisions, papers, runs
from wizard.store.database import transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """A self-assessment that came in, with its questions, what SLT decided, and its papers."""

    run: Run
    content: bytes
    counts: tuple[int, int]
    decisions: Sequence[Decision] = ()
    papers: Sequence[Paper] = ()

    @property
    def changes(self) -> int:
        """How many changes it is for a store to keep it."""
        return 1 + len(self.decisions) + len(self.papers)


def keep(connection: apsw.Connection, arrivals: Sequence[Arrival]) -> None:
    """Keep what came in, in this order.  Raises as keeping each part alone does."""
    try:
        _put(connection, arrivals)
    except apsw.Error:
        # A disk can give its error after the deed; whoever asks again brings it under other ids.
        if not all(runs.is_there(connection, one.run.id) for one in arrivals):
            raise
        # Nothing of it is called kept before the disk has taken one more act behind it.
        with transaction(connection):
            connection.execute("UPDATE state SET changes = changes")


def _put(connection: apsw.Connection, arrivals: Sequence[Arrival]) -> None:
    with transaction(connection):
        for one in arrivals:
            runs.create(connection, one.run, one.content, one.counts)
            for paper in one.papers:
                papers.add(connection, paper)
            for decision in one.decisions:
                decisions.put(connection, decision)
