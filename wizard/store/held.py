"""The store as the worker's thread holds it: tried again, under another key, elsewhere, restored.

Only that thread may use it.  What the disk or the database refuses comes out as it is; whoever
hands it on asks ``in_words``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TypeVar

import apsw

from wizard import there
from wizard.clock import Clock, local_day
from wizard.errors import (
    KeyStays,
    StoreAstray,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreProblem,
    StoreUnwritable,
)
from wizard.safe.key import STORE_FILE
from wizard.store import backup, failures, rekeying, runs
from wizard.store.damage import is_damaged
from wizard.store.going_back import restore
from wizard.store.keys import Keys
from wizard.store.lock import FolderLock
from wizard.store.migrations import Step
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


class HeldStore:
    """The store in ``folder``, encrypted with the key of ``keys``, once it was opened.

    Without a key where the next start looks for it no store is made, and one that does not open is
    no damaged one.
    """

    def __init__(self, folder: Path, keys: Keys, clock: Clock, steps: Sequence[Step]) -> None:
        self.folder = folder
        self.copy = SideCopy(clock)
        self._keys, self._clock, self._steps = keys, clock, steps
        self._store: OpenStore | None = None
        self._seen = Seen()
        self._shut: StoreProblem | None = None
        self._is_replaced = False

    def in_words(self, fault: BaseException) -> BaseException:
        """Return what went wrong as a ``Problem``, unless it is a mistake of ours."""
        if isinstance(fault, _OUR_MISTAKES) or not isinstance(fault, apsw.Error | OSError):
            return fault
        return self._problem(fault)

    def open(self) -> None:
        """Open the store or make it, if it is not open."""
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

    def do(self, act: Callable[[apsw.Connection], T], changes: int = 1) -> T:
        """Do something with the open store; one that may be opened by now is tried again.

        It makes so many ``changes``, or none.
        """
        if self._store is None:
            if not self._seen.is_nothing:
                self._attach(self._open_again)
            elif isinstance(self._shut, _MAY_PASS):
                self.open()
            else:
                # Whoever did not wait for the opening hears why it failed.
                raise self._shut or RuntimeError("the store was not opened")
        assert self._store is not None
        self._refuse_another(self._store.connection)
        self._seen.doubt(changes)
        try:
            result = act(self._store.connection)
        except apsw.ReadOnlyError:
            # Nothing was written: another file was put there, or none may be.
            self._seen.doubt(0)
            raise
        # It is done; should the file go in this very moment, the next act says so.
        with suppress(apsw.Error):
            self._seen.take(runs.changes(self._store.connection))
        if not self.copy.is_for_today:
            self._begin_copy()
        return result

    def erase(self, act: Callable[[], None], change: KeyChange | None) -> None:
        """Delete by ``act``, with no copy under way, and change the key if that is asked.

        Raises ``KeyStays`` where only that could not be done; the next start goes on with it.
        """
        self.copy.drop()
        act()
        if change is None:
            self._begin_copy()
            return
        try:
            self.rekey(change)
        except (apsw.Error, OSError, StoreProblem) as fault:
            problem = fault if isinstance(fault, StoreProblem) else self._problem(fault)
            raise KeyStays(say("errors.store.key-stays", problem=problem)) from fault

    def copies_hold_answers(self) -> bool:
        """Say whether a copy, or what was set aside, holds answers or may."""
        return backup.hold_answers(self.folder, self._keys.all)

    def gather(self, others: Sequence[bytes], *, copies_go: bool = False) -> None:
        """Bring what ``others`` open under the key of the open store: they are about to go."""
        assert self._store is not None
        self.copy.drop()
        rekeying.gather(self._store, self.folder, others, self._keys.key, copies_go=copies_go)

    def rekey(self, change: KeyChange, *, goes_on: bool = False) -> None:
        """Write the open store anew under another key; copies stay where that only ``goes_on``."""
        assert self._store is not None
        key, others = self._keys.key, self._keys.others
        keeps = key if others or goes_on else None
        self.gather(others, copies_go=keeps is None)
        try:
            change.announce(key)
            rekeying.rekey(self._store, self.folder, change, keeps)
        except BaseException:
            self.let_go(lambda: self._keys.settle(self.folder / STORE_FILE, change))
            raise
        self._keys.be(change.key)
        change.settle()
        self._begin_copy()

    def move(
        self,
        folder: Path,
        key: bytes,
        keyed: AbstractContextManager[None],
        leave: Callable[[], None],
    ) -> None:
        """Go on in another folder, ``keyed``; ``leave`` is called before the old one goes."""
        assert self._store is not None
        self.gather((), copies_go=True)
        store = self._store.move(folder, key, keyed)
        self.let_go(leave)
        self._store, self.folder = store, folder
        self._keys.be(key)

    def restore(self, name: str) -> None:
        """Put a copy in the place of the store, open or not, and open that.

        The folder is not let go of in between: what another program saved then would go.
        """
        is_copied = False
        # What the disk could not read for a moment is whole, and becomes a copy as well.  What is
        # whole and kept shut (by a later program, a full disk) would be on no list: that is told.
        with suppress(StoreDamaged, StoreAstray):
            self.open()
        if was_open := self._store is not None:
            at = self._store.connection
            try:
                is_copied = self.copy.make_now(at, self.folder, self._keys.key, name)
            finally:
                with suppress(apsw.Error):
                    self._seen.take(runs.changes(at))

        def put_back() -> None:
            today = local_day(self._clock.now())
            restore(self.folder, self._keys, name, self._steps, today, is_copied=is_copied)

        try:
            self.leave(put_back)
        except BaseException:
            if was_open:
                self.open()
            raise
        self._seen.forget()
        # The copy stands there by now; where the folder can not be had again at once, the next
        # act opens it, or says why not.
        with suppress(*_MAY_PASS):
            self.open()

    def leave(self, act: Callable[[], None]) -> None:
        """Close the store if it is open, and ``act`` before another program may have the folder."""
        self.copy.drop()
        store, self._store = self._store, None
        if store is not None:
            self.copy.keep(store.connection, self.folder, self._keys)
            store.close(act)
            return
        lock = FolderLock(self.folder)
        try:
            act()
        finally:
            lock.release()

    def end(self) -> None:
        """Leave the store for good; by then a copy has what was in it."""
        if self._store is not None:
            self.copy.finish(self._store.connection, self.folder, self._keys.key)
        self.let_go()

    def let_go(self, act: Callable[[], None] | None = None) -> None:
        """Leave the store if it is open; what can not be done is logged."""
        if self._store is None:
            return
        if key := self._keys.of_another(self.folder / STORE_FILE):
            # A share brought it with another computer's answers: nothing else opens there then.
            self.copy.leave(self._store.connection, self.folder, key)
        try:
            self.leave(act or self._keys.stay)
        except (apsw.Error, OSError) as fault:
            # Every save is on the disk by now; there is nothing more to lose.
            failures.warn("errors.store.not-closed", fault, self.folder)

    def _problem(self, fault: apsw.Error | OSError) -> StoreProblem:
        system_error = self._store.connection.system_errno if self._store else 0
        problem = failures.in_words(fault, self.folder, system_error)
        self._is_replaced |= isinstance(problem, StoreAstray)
        if isinstance(problem, StoreDamaged) and not is_damaged(self.folder, self._keys.key):
            problem = failures.unread(self.folder)
        problem.__cause__ = fault
        if isinstance(problem, StoreUnwritable):
            # The folder may come back (a stick, a share), but these handles will not.
            self._leave_mark()
            self.let_go()
        return problem

    def _open_or_make(self) -> OpenStore:
        at, keys = self.folder, self._keys
        return OpenStore.open_or_make(at, keys.key, self._clock, self._steps, keys.is_kept)

    def _open_again(self) -> OpenStore:
        return OpenStore.open_again(self.folder, self._keys.key, self._clock, self._steps)

    def _attach(self, way: Callable[[], OpenStore]) -> None:
        self._keys.follow(self.folder / STORE_FILE)
        try:
            self._store = way()
        except StoreDamaged as fault:
            if there.is_any(self.folder / STORE_FILE) and not self._keys.is_kept(self._keys.key):
                # Another program deleted something, or changed the lock, while it had the store;
                # or what lies there came while this one had it, and is no program's of ours.
                problem = failures.replaced if self._is_replaced else failures.another_key
                raise problem(self.folder) from fault
            raise
        self._refuse_another(self._store.connection, is_again=True)
        self._is_replaced = False
        self.copy.is_put_back |= self._store.is_put_back
        try:
            self.copy.make_room_for(self._store.connection, self.folder, self._keys.key)
        except StoreDamaged:
            self.let_go()
            raise
        self._seen.take(runs.changes(self._store.connection))
        self._begin_copy()

    def _leave_mark(self) -> None:
        if self._store is not None:
            # What was there as it was opened can be read as long as it is, wherever it went.
            with suppress(apsw.Error):
                self._seen.leave(runs.last_change(self._store.connection))

    def _refuse_another(self, connection: apsw.Connection, *, is_again: bool = False) -> None:
        found = runs.changes(connection)
        last = runs.last_change(connection) if is_again and self._seen.is_marked else ""
        if not self._seen.fits(found, last):
            # What was called saved is not in it.
            self._is_replaced = True
            self.let_go()
            raise failures.replaced(self.folder)
        self._seen.take(found)

    def _begin_copy(self) -> None:
        assert self._store is not None
        self._keys.stay()
        self.copy.begin(self._store.connection, self.folder, self._keys.key)
