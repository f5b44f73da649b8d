"""After the ink: what SLT decided about a paper, kept beside its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from datetime import date

from wizard.clock import Clock
from wizard.desk.returning import Returned
from wizard.errors import InputFault
from wizard.model.decision import Decided, Decision
from wizard.model.run import RunCard
from wizard.safe.canonical import reference
from wizard.safe.limits import NOTE_LETTERS, TITLE_LETTERS
from wizard.store.worker import StoreWorker
from wizard.words import say


class DecisionShelf:
    """The decisions recorded on this machine."""

    def __init__(self, store: StoreWorker, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(
        self,
        run_id: str,
        paper: Returned,
        decided: Decided,
        *,
        who: str,
        day: str,
        role: str = "",
        conditions: str = "",
        review: str = "",
    ) -> Future[None]:
        """Keep what was decided about a paper that came back from being signed.

        ``day`` and ``review`` are ISO days.  Raises ``InputFault`` for a paper of another
        self-assessment, a day that is none, a name that is missing or text too long.
        """
        if reference(f"{run_id} {paper.data.reader}".encode()) != paper.reference:
            raise InputFault(say("returning.decision.other-run", file=paper.shown))
        if not who.strip():
            raise InputFault(say("returning.decision.nobody"))
        for given in (day, review) if review else (day,):
            _refuse_no_day(given)
        for text, most in ((who, TITLE_LETTERS), (role, TITLE_LETTERS), (conditions, NOTE_LETTERS)):
            if len(text) > most:
                raise InputFault(say("returning.decision.long", most=most))
        decision = Decision(
            run_id, paper.reference, paper.fingerprint, decided, who.strip(), role.strip(), day,
            conditions.strip(), review, self._clock.now(),
        )  # fmt: skip
        return self._store.add_decision(decision)

    def list(self, run_id: str | None = None) -> Future[tuple[Decision, ...]]:
        """Return the decisions about one self-assessment or about all, the last first."""
        return self._store.decisions(run_id)


def belongs_to(paper: Returned, cards: Iterable[RunCard]) -> RunCard | None:
    """Return the self-assessment kept here that a paper was made from, or None."""
    for card in cards:
        if reference(f"{card.id} {paper.data.reader}".encode()) == paper.reference:
            return card
    return None


def _refuse_no_day(given: str) -> None:
    try:
        date.fromisoformat(given)
    except ValueError as cause:
        raise InputFault(say("returning.decision.no-day", day=given[:40])) from cause
