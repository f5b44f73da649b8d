"""The door to the store: one thread holds the connection, everybody else asks.

Every method returns at once with a ``Future``.  Its callbacks run on the worker's
thread, so a window hands what they bring over to its own.  Whatever goes wrong comes
through the future as a ``Problem`` with one sentence; the caller still has what it
wanted to save and can try again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import apsw

from wizard.clock import Clock
from wizard.errors import StoreBusy, StoreDamaged, StoreFull, StoreProblem, StoreUnwritable
from wizard.model.decision import Decision
from wizard.model.paper import Paper
from wizard.model.run import Run, RunCard
from wizard.safe.key import STORE_FILE
from wizard.store import (
    backup,
    database,
    decisions,
    erase,
    failures,
    papers,
    rekeying,
    runs,
)
from wizard.store.backup import Copy
from wizard.store.errands import Errands
from wizard.store.migrations import STEPS, Step
from wizard.store.opening import OpenStore
from wizard.store.rekeying import KeyChange
from wizard.store.seen import Seen
from wizard.store.side_copy import SideCopy
from wizard.words import say

T = TypeVar("T")

# These mean that the program asked for nonsense, and must not be dressed up.
_OUR_MISTAKES = (apsw.SQLError, apsw.ConstraintError, apsw.MisuseError, apsw.BindingsError)

# Why a store was not opened, and may be by now: it was said to close, make room or allow it.
_MAY_PASS = (StoreBusy, StoreFull, StoreUnwritable)


class StoreWorker:
    """Keeps the self-assessments in ``folder``, encrypted with ``key`` (32 bytes).

    ``others`` are keys that a change which was cut short left: its copies may have them.
    ``is_kept`` says on the worker's thread whether a key lies where the next start looks for it:
    without that no store is made, and one that does not open is no damaged one.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        clock: Clock,
        steps: Sequence[Step] = STEPS,
        others: tuple[bytes, ...] = (),
        is_kept: Callable[[bytes], bool] = lambda _key: True,
    ) -> None:
        self._folder = folder
        self._key, self._others = key, others
        self._clock = clock
        self._steps = steps
        self._is_kept = is_kept
        self._copy = SideCopy(clock)
        self._errands = Errands(self._in_words, lambda: self._copy.is_under_way, self._copy.go_on)
        # From here on only the worker's thread may look.
        self._store: OpenStore | None = None
        self._seen = Seen()
        self._in_doubt: set[str] = set()
        self._shut: StoreProblem | None = None

    def open(self) -> Future[None]:
        """Take the lock, open or make the store, bring it up to date.

        Fails with ``StoreBusy``, ``StoreNewer``, ``StoreDamaged``, ``StoreUnwritable`` or
        ``StoreFull``; it may then be called again.  After those that may pass by themselves
        (busy, full, unwritable) each act that follows tries once more.
        """
        return self._errands.ask(self._open)

    def create(self, run: Run, content: bytes, counts: tuple[int, int]) -> Future[None]:
        """Keep a new self-assessment, with all that it already holds.

        ``content`` is kept once for all that share it; its SHA-256 is ``run.content``.
        ``counts`` is (answered, asked).
        """
        return self._do(lambda at: self._create(at, run, content, counts))

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

        With ``change`` the key goes too: what the disk still has of it opens no more.
        """
        return self._do(
            lambda at: self._erase(lambda: erase.erase(at, self._folder, run_id), change)
        )

    def erase_all(self, change: KeyChange | None = None) -> Future[None]:
        """Delete everything that was put down here, and every copy; ``change`` as above."""
        return self._do(lambda at: self._erase(lambda: erase.erase_all(at, self._folder), change))

    def rekey(self, change: KeyChange) -> Future[None]:
        """Write the store anew under another key; copies under the old one go."""
        return self._do(lambda _at: self._rekey(change))

    def move(
        self, folder: Path, key: bytes, leave: Callable[[], None] = lambda: None
    ) -> Future[None]:
        """Go on in another folder under another key; what lies here stays unless removed.

        ``leave`` may do that, on the worker's thread, before any other program comes in here.
        Fails with ``StoreProblem`` if answers are kept there already.
        """
        return self._do(lambda _at: self._move(folder, key, leave))

    def copies(self) -> Future[tuple[Copy, ...]]:
        """Give the copies that can be gone back to, the latest first; open or not."""
        return self._errands.ask(lambda: backup.copies(self._folder))

    def restore(self, name: str) -> Future[None]:
        """Go back to a copy and open it; what there was is a copy then, or set aside if damaged.

        Fails with ``InputFault`` or ``StoreDamaged`` if the copy is of no use, with ``StoreFull``
        or ``StoreUnwritable`` if there is no room for one of what there is; then all stays.
        """
        return self._errands.ask(lambda: self._restore(name))

    def close(self) -> Future[None]:
        """Finish what was asked, close and let go of the lock.  May be called again."""
        return self._errands.end(self._let_go)

    def _in_words(self, fault: BaseException) -> BaseException:
        if isinstance(fault, _OUR_MISTAKES) or not isinstance(fault, apsw.Error | OSError):
            return fault
        return self._problem(fault)

    def _problem(self, fault: apsw.Error | OSError) -> StoreProblem:
        system_error = self._store.connection.system_errno if self._store else 0
        problem = failures.in_words(fault, self._folder, system_error)
        problem.__cause__ = fault
        if isinstance(problem, StoreUnwritable):
            # The folder may come back (a stick, a share), but these handles will not.
            self._let_go()
        return problem

    def _open(self) -> None:
        if self._store is not None:
            return
        self._shut = None
        try:
            self._attach(self._open_or_make if self._seen.is_nothing else self._open_again)
        except _OUR_MISTAKES:
            raise
        except (apsw.Error, OSError) as fault:
            self._shut = self._problem(fault)
            raise self._shut from fault
        except StoreProblem as problem:
            self._shut = problem
            raise

    def _open_or_make(self) -> OpenStore:
        at, key = self._folder, self._key
        return OpenStore.open_or_make(at, key, self._clock, self._steps, self._is_kept)

    def _open_again(self) -> OpenStore:
        return OpenStore.open_again(self._folder, self._key, self._clock, self._steps)

    def _attach(self, way: Callable[[], OpenStore]) -> None:
        try:
            self._store = way()
        except StoreDamaged as fault:
            if (self._folder / STORE_FILE).is_file() and not self._is_kept(self._key):
                # Another program deleted something, or changed the lock, while it had the store.
                raise failures.another_key(self._folder) from fault
            raise
        self._refuse_another(self._store.connection)
        self._begin_copy()

    def _refuse_another(self, connection: apsw.Connection) -> None:
        found = runs.changes(connection)
        if not self._seen.fits(found):
            # What was called saved is not in it.
            self._let_go()
            raise failures.replaced(self._folder)
        self._seen.take(found)

    def _do(self, act: Callable[[apsw.Connection], T]) -> Future[T]:
        return self._errands.ask(lambda: self._done(act))

    def _done(self, act: Callable[[apsw.Connection], T]) -> T:
        if self._store is None:
            if not self._seen.is_nothing:
                self._attach(self._open_again)
            elif isinstance(self._shut, _MAY_PASS):
                self._open()
            else:
                # Whoever did not wait for the opening hears why it failed.
                raise self._shut or RuntimeError("the store was not opened")
        assert self._store is not None
        self._refuse_another(self._store.connection)
        self._seen.doubt()
        result = act(self._store.connection)
        # It is done; should the file go in this very moment, the next act says so.
        with suppress(apsw.Error):
            self._seen.take(runs.changes(self._store.connection))
        return result

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

    def _erase(self, act: Callable[[], None], change: KeyChange | None) -> None:
        self._copy.drop()
        act()
        if change is None:
            self._begin_copy()
            return
        try:
            self._rekey(change)
        except (apsw.Error, OSError) as fault:
            problem = self._problem(fault)
            raise type(problem)(say("errors.store.key-stays", problem=problem)) from fault

    def _rekey(self, change: KeyChange) -> None:
        assert self._store is not None
        self._copy.drop()
        change.announce(self._key)
        try:
            rekeying.rekey(self._store, self._folder, change)
        except BaseException:
            # Whichever file is there now, its key is one of the two.
            self._let_go()
            if database.fits(self._folder / STORE_FILE, change.key):
                self._take_key(change.key)
            raise
        self._key, self._others = change.key, ()
        change.settle()
        self._begin_copy()

    def _move(self, folder: Path, key: bytes, leave: Callable[[], None]) -> None:
        assert self._store is not None
        self._copy.drop()
        store = self._store.move(folder, key)
        self._let_go(leave)
        self._store, self._folder, self._key, self._others = store, folder, key, ()

    def _restore(self, name: str) -> None:
        was_open, is_copied = self._store is not None, False
        if self._store is not None:
            store = self._store.connection
            is_copied = self._copy.make_now(store, self._folder, self._key, name)
        self._let_go()
        try:
            keys = (self._key, *self._others)
            key = OpenStore.restore(self._folder, keys, name, is_copied=is_copied)
            self._take_key(key)
        except BaseException:
            if was_open:
                self._open()
            raise
        self._seen.forget()
        self._open()

    def _take_key(self, key: bytes) -> None:
        """Go on with another key; copies may have the one before it."""
        if key != self._key:
            self._key, self._others = key, (self._key, *self._others)

    def _begin_copy(self) -> None:
        assert self._store is not None
        self._copy.begin(self._store.connection, self._folder, self._key)

    def _let_go(self, leave: Callable[[], None] = lambda: None) -> None:
        self._copy.drop()
        if self._store is not None:
            store, self._store = self._store, None
            try:
                store.close(leave)
            except (apsw.Error, OSError) as fault:
                # Every save is on the disk by now; there is nothing more to lose.
                failures.warn("errors.store.not-closed", fault, self._folder)
