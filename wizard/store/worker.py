"""The door to the store: one thread holds the connection, everybody else asks.

Every method returns at once with a ``Future``.  Its callbacks run on the worker's
thread, so a window hands what they bring over to its own.  Whatever goes wrong comes
through the future as a ``Problem`` with one sentence; the caller still has what it
wanted to save and can try again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

import apsw

from wizard.clock import Clock
from wizard.model.decision import Decision
from wizard.model.paper import Paper
from wizard.model.run import Run, RunCard
from wizard.store import arrivals, backup, decisions, erase, papers, runs
from wizard.store.arrivals import Arrival
from wizard.store.backup import Copy
from wizard.store.errands import Errands
from wizard.store.held import HeldStore
from wizard.store.keys import Keys
from wizard.store.migrations import STEPS, Step
from wizard.store.rekeying import KeyChange

T = TypeVar("T")


class StoreWorker:
    """Keeps the self-assessments in ``folder``, encrypted with ``key`` (32 bytes).

    ``others`` are keys that a change which was cut short left: its copies may have them.
    ``lying`` gives on the worker's thread the keys that lie where the next start looks for one,
    None where there will be none: without its own there no store is made, and one that does not
    open is no damaged one.  ``keep`` puts one there that a copy has, before somebody goes back to
    that; ``stay`` puts back that of the store, each day and at the end, where another took its
    place.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        clock: Clock,
        steps: Sequence[Step] = STEPS,
        others: tuple[bytes, ...] = (),
        lying: Callable[[], tuple[bytes, ...] | None] = lambda: None,
        keep: Callable[[bytes], None] = lambda _key: None,
        stay: Callable[[bytes], None] = lambda _key: None,
    ) -> None:
        # Only the worker's thread may look at these.
        self._held = held = HeldStore(folder, Keys(key, others, lying, keep, stay), clock, steps)
        self._in_doubt: set[str] = set()
        self._errands = Errands(held.in_words, lambda: held.copy.is_under_way, held.copy.go_on)

    def open(self) -> Future[None]:
        """Take the lock, open or make the store, bring it up to date.

        Fails with ``StoreBusy``, ``StoreNewer``, ``StoreDamaged``, ``StoreUnwritable`` or
        ``StoreFull``; it may then be called again.  After those that may pass by themselves
        (busy, full, unwritable) each act that follows tries once more.
        """
        return self._errands.ask(self._held.open)

    @property
    def is_put_back(self) -> bool:
        """Whether ``open``, once it is done, found an older store than its copies are."""
        return self._held.copy.is_put_back

    def create(self, run: Run, content: bytes, counts: tuple[int, int]) -> Future[None]:
        """Keep a new self-assessment, with all that it already holds.

        ``content`` is kept once for all that share it; its SHA-256 is ``run.content``.
        ``counts`` is (answered, asked).
        """
        return self._do(lambda at: self._create(at, run, content, counts))

    def bring(self, arrived: Sequence[Arrival]) -> Future[None]:
        """Keep self-assessments that came in with a file: all of them, or none."""
        changes = sum(one.changes for one in arrived)
        return self._do(lambda at: arrivals.keep(at, arrived), changes)

    def save(self, run: Run, changed: frozenset[str], counts: tuple[int, int]) -> Future[None]:
        """Write what changed; done only when it is on the disk.

        The head of ``run`` is written, and each item of ``changed`` (``answer:<question>``,
        ``action:<question>``, ``person:<role>``, ``earlier:<question>``) with its value or
        its absence.
        """
        return self._do(lambda at: runs.save(at, run, changed, counts))

    def renew(
        self, run: Run, content: bytes, counts: tuple[int, int], *, even_if_gone: bool = False
    ) -> Future[None]:
        """Write a self-assessment whole that was carried to newer ``content``.

        With ``even_if_gone`` it is put back into a store that does not have it.
        """
        return self._do(lambda at: runs.renew(at, run, content, counts, even_if_gone=even_if_gone))

    def list(self) -> Future[tuple[RunCard, ...]]:
        """Give a card of every self-assessment, the one changed last first."""
        return self._do(runs.cards)

    def load(self, run_id: str) -> Future[Run]:
        """Give one self-assessment whole; ``InputFault`` if there is none with this id."""
        return self._do(lambda at: runs.load(at, run_id))

    def content(self, digest: str) -> Future[bytes]:
        """Give the kept content with this SHA-256; ``InputFault`` if there is none."""
        return self._do(lambda at: runs.content(at, digest))

    def add_paper(self, paper: Paper) -> Future[None]:
        """Remember a paper that was made; ``StoreProblem`` if its answers were erased."""
        return self._do(lambda at: papers.add(at, paper))

    def papers(self, run_id: str | None = None) -> Future[tuple[Paper, ...]]:
        """Give the papers of one self-assessment or of all, the last made first."""
        return self._do(lambda at: papers.kept(at, run_id))

    def add_decision(self, decision: Decision) -> Future[None]:
        """Keep what SLT decided; ``InputFault`` if the self-assessment is not kept here."""
        return self._do(lambda at: decisions.add(at, decision))

    def decisions(self, run_id: str | None = None) -> Future[tuple[Decision, ...]]:
        """Give the decisions about one self-assessment or about all, the last first."""
        return self._do(lambda at: decisions.kept(at, run_id))

    def erase(self, run_id: str, change: KeyChange | None = None) -> Future[None]:
        """Delete one self-assessment, its papers' names and every copy it is in.

        With ``change`` the key goes too: what the disk still has of it opens no more.  Fails
        with ``KeyStays`` where it is deleted and that could not be done.
        """
        return self._erase(lambda at, folder: erase.erase(at, folder, run_id), change)

    def erase_all(self, change: KeyChange | None = None) -> Future[None]:
        """Delete everything that was put down here, and every copy; ``change`` as above."""
        return self._erase(erase.erase_all, change)

    def rekey(self, change: KeyChange, *, goes_on: bool = False) -> Future[None]:
        """Write the store anew under another key; copies under the old one go.

        Unless it ``goes_on`` with a change that was cut short: of that nobody was told.
        """
        return self._do(lambda _at: self._held.rekey(change, goes_on=goes_on))

    def gather(self, others: Sequence[bytes]) -> Future[None]:
        """Bring the copies that ``others`` open under the key of the store: these are to go."""
        return self._do(lambda _at: self._held.gather(others), changes=0)

    def move(
        self,
        folder: Path,
        key: bytes,
        keyed: AbstractContextManager[None],
        leave: Callable[[], None] = lambda: None,
    ) -> Future[None]:
        """Go on in another folder under another key; what lies here stays unless removed.

        ``leave`` may do that, before any other program comes in here; ``keyed`` puts the key there,
        and takes it back should the rest fail.  Both are called on the worker's thread.  Fails with
        ``StoreProblem`` if answers are kept there already.
        """
        return self._do(lambda _at: self._held.move(folder, key, keyed, leave))

    def leave(self, act: Callable[[], None]) -> Future[None]:
        """Close the store; ``act``, on the worker's thread, before another program comes in."""
        return self._errands.ask(lambda: self._held.leave(act))

    def copies(self) -> Future[tuple[Copy, ...]]:
        """Give the copies that can be gone back to, the latest first; open or not."""
        return self._errands.ask(lambda: backup.copies(self._held.folder))

    def copies_hold_answers(self) -> Future[bool]:
        """Say whether a copy, or what was set aside, holds answers or may; open or not."""
        return self._errands.ask(self._held.copies_hold_answers)

    def restore(self, name: str) -> Future[None]:
        """Go back to a copy and open it; what there was is a copy then, or set aside if damaged.

        Fails with ``InputFault``, ``StoreDamaged`` or ``StoreNewer`` if the copy is of no use,
        with ``StoreFull`` or ``StoreUnwritable`` if there is no room for one of what there is, and
        with whatever keeps a whole store shut; then all stays.
        """
        return self._errands.ask(lambda: self._held.restore(name))

    def close(self) -> Future[None]:
        """Finish what was asked, close and let go of the lock.  May be called again."""
        return self._errands.end(self._held.end)

    def _do(self, act: Callable[[apsw.Connection], T], changes: int = 1) -> Future[T]:
        return self._errands.ask(lambda: self._held.do(act, changes))

    def _erase(
        self, act: Callable[[apsw.Connection, Path], None], change: KeyChange | None
    ) -> Future[None]:
        held = self._held
        return self._do(lambda at: held.erase(lambda: act(at, held.folder), change))

    def _create(
        self, at: apsw.Connection, run: Run, content: bytes, counts: tuple[int, int]
    ) -> None:
        again = run.id in self._in_doubt
        try:
            runs.create(at, run, content, counts, again=again)
        except (apsw.Error, OSError):
            # A disk can give its error after the deed; whoever asks again must not be
            # told that it is there already.
            self._in_doubt.add(run.id)
            raise
        self._in_doubt.discard(run.id)
