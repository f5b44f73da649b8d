"""A self-assessment that came in with a file, on its way into the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wizard.clock import Clock
from wizard.model.decision import Decision
from wizard.model.paper import Paper
from wizard.model.run import Run
from wizard.session import Session
from wizard.store.arrivals import Arrival

if TYPE_CHECKING:
    from wizard.model.pack import Pack


@dataclass(frozen=True, slots=True)
class Arrived:
    """A self-assessment that came in: its journey, what SLT decided, which papers were made.

    Those keep the reference and fingerprint that stand on the paper in ink.
    """

    pack: Pack
    run: Run
    decisions: Sequence[Decision] = ()
    papers: Sequence[Paper] = ()

    def called(self, name: str) -> Arrived:
        """Return it under another id, and all that belongs to it."""
        return Arrived(
            self.pack,
            replace(self.run, id=name),
            [replace(one, run=name) for one in self.decisions],
            [replace(one, run=name) for one in self.papers],
        )

    def to_keep(self, clock: Clock) -> Arrival:
        """Return it as the store keeps it."""
        counts = Session(self.pack, self.run, clock).counts()
        return Arrival(self.run, self.pack.kept, counts, self.decisions, self.papers)
