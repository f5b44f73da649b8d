"""The lock of the answers: whose computer this is, opening, locking, changing.

``state.State`` says how they stand, ``holding.Holding`` has what opens them.  Whoever
shows the answers asks a ``Lock`` first and makes the ``Desk`` with it::

    lock = Lock(places)
    if lock.state is State.LOCKED:
        lock.unlock(passphrase or code)      # a future; then:
    desk = Desk(places, lock)
    ...
    desk.close(); lock.lock_now()            # idle, sleep, Ctrl+L
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from wizard.desk.lock.holding import Holding
from wizard.desk.lock.moving_in import laid
from wizard.desk.lock.state import State, by_fit, fits, keep_again, refuse_short, say_own
from wizard.desk.lock.unlocking import sealed_keys
from wizard.desk.places import Places
from wizard.errors import InputFault, StoreProblem
from wizard.safe import disk, key_change
from wizard.safe.key import own_login_key
from wizard.safe.lock_file import remove_lock
from wizard.safe.slots import new_key
from wizard.store import failures
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.lock.key_changes import LockedChange
    from wizard.report.blocks import Report
    from wizard.store.rekeying import KeyChange
    from wizard.store.worker import StoreWorker

T = TypeVar("T")


class Lock(Holding):
    """Opens and locks the answers, and changes how they are locked.

    What takes time returns a future.  One lock opens one store at a time.
    """

    def __init__(self, places: Places) -> None:
        """Look at a person's places; on a shared computer nothing is kept once it is let go."""
        super().__init__(places)
        self._acts = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lock")
        self._ready: Future[None] | None = None
        self.left_behind = ""
        """What to say of the old place where ``choose_apart`` could not take all away."""

    def open_store(self) -> tuple[StoreWorker, Future[None]]:
        """Open the store, and go on with a change of the key that was cut short."""
        worker, self._ready = super().open_store()
        if self._unfinished:
            # Should it fail again, the next start finds it again.
            self._unfinished = False
            self._begin(lambda: self._go_on(worker))
        return worker, self._ready

    def unlock(self, secret: str) -> Future[None]:
        """Open with the passphrase or the recovery code.

        Fails with ``StoreLocked`` (its ``wait``: seconds until the next try), with
        ``InputFault`` naming the group of a code that has a slip, or ``StoreDamaged``.
        """
        return self._begin(lambda: self._unlock(secret))

    def choose(self, passphrase: str) -> Future[str]:
        """Lock the answers with a passphrase, new or in the place of the old one.

        Gives the new recovery code, which nobody can look up later; one before it opens
        nothing any more.  Fails with ``InputFault`` if the passphrase is too short.
        """
        return self._begin(lambda: self._choose(passphrase))

    def choose_apart(self, name: str, passphrase: str) -> Future[str]:
        """Move the answers to a place of one of several people; else as ``choose``.

        Fails with ``InputFault`` for a name that is empty or taken, too.
        """
        return self._begin(lambda: self._choose_apart(name, passphrase))

    def forget(self) -> Future[None]:
        """Take away one of several people: their answers, their lock and their name."""
        return self._begin(self._forget)

    def keep_nothing(self) -> Future[None]:
        """Keep nothing from now on.  Fails with ``StoreProblem`` if anything is kept."""
        return self._begin(self._keep_nothing)

    def choose_own_login(self) -> Future[None]:
        """Keep the answers for this computer login alone, with no passphrase."""
        return self._begin(self._choose_own_login)

    def new_recovery_code(self) -> Future[str]:
        """Make another recovery code in the place of the one before it."""
        return self._begin(self._new_recovery_code)

    def code_seen(self, code: str) -> Future[None]:
        """Put down that somebody has the recovery ``code``: printed, saved or read to the end.

        Until then each unlocking finds ``code_unseen``.  One that has ended changes nothing.
        """
        return self._begin(lambda: self._see_code(code))

    def for_good(self, act: Callable[[KeyChange | None], Future[None]]) -> Future[None]:
        """Do what deletes, with the change of key that makes it final.

        It waits for any other change of what opens the answers, and that for it: each knows
        only the keys and slots that were there when it began.
        """
        return self._begin(lambda: act(self.renewal()).result())

    def finish(self) -> None:
        """Wait for every change of what opens the answers that is on its way."""
        self._acts.submit(lambda: None).result()

    def recovery_sheet(self, code: str) -> Report:
        """Return the sheet that shows ``code`` and says what it is for, ready to be drawn."""
        from wizard.desk.lock.recovery_sheet import compose_sheet

        return compose_sheet(code, self._clock.now())

    def _begin(self, act: Callable[[], T]) -> Future[T]:
        opening = self._ready

        def told() -> T:
            if opening is not None:
                # What a program that died left beside the store goes as it opens; what this
                # act writes there must not go with it.
                opening.exception()
            try:
                return act()
            except OSError as fault:
                raise failures.in_words(fault, self._folder) from fault

        return self._acts.submit(told)

    def _go_on(self, worker: StoreWorker) -> None:
        # Like each act here it takes the keys and slots as the act before it left them.
        change = self.renewal()
        if change is not None and worker is self._worker:
            worker.rekey(change, goes_on=True).result()

    def _choose(self, passphrase: str) -> str:
        refuse_short(passphrase)
        from wizard.desk.lock.key_changes import new_lock

        self._refuse_locked()
        code, change = new_lock(self._folder, passphrase)
        try:
            if self.state in (State.NEW, State.SHARED):
                self._move_in(change.key, change.settle, lambda: remove_lock(self._folder))
            else:
                self._rekey(change)
        except (StoreProblem, OSError) as fault:
            if not change.is_announced:
                raise
            problem = (
                failures.in_words(fault, self._folder) if isinstance(fault, OSError) else fault
            )
            raise type(problem)(say("errors.lock.either", problem=problem)) from fault
        self._hold(change)
        return code

    def _choose_apart(self, name: str, passphrase: str) -> str:
        refuse_short(passphrase)
        from wizard.desk.lock.setting_apart import left_behind, set_apart

        self._refuse_locked()
        worker, is_temporary = self._opened(), self._temporary is not None
        code, change, theirs = set_apart(
            worker, self._places, name, passphrase, is_temporary=is_temporary
        )
        self._remove_temporary()
        self._hold(change)
        before = self._folder
        self._go_to(theirs)
        self.left_behind = left_behind(before)
        return code

    def _forget(self) -> None:
        from wizard.desk.lock.people import remove_place

        self._refuse_locked()
        self.lock_now()
        remove_place(self._folder)

    def _keep_nothing(self) -> None:
        from wizard.desk.lock.taking_out import keep_nothing_more

        self._refuse_locked()
        if not self._shared:
            worker = self._opened()
            if self.has_lock or worker.list().result():
                raise StoreProblem(say("ui.computer.shared.kept"))
            if worker.copies_hold_answers().result():
                raise StoreProblem(say("ui.computer.shared.copies"))
            try:
                worker.leave(lambda: keep_nothing_more(self._folder)).result()
            finally:
                self.let_go()
            self._shared = True

    def _hold(self, change: LockedChange) -> None:
        self._slots, self._master = change.slots, change.master
        self._code_unseen = False
        self._keep_again()

    def _keep_again(self) -> None:
        # Answers that are kept count for more than what it says; the change has been made.
        with suppress(OSError):
            keep_again(self._folder)
        self._shared = False

    def _move_in(self, key: bytes, lay: Callable[[], None], take_back: Callable[[], None]) -> None:
        """Let what was kept until now only for a while, if anything, move in beside its key."""
        disk.make_folder(self._folder)
        beside = laid(self._folder, lay, take_back)
        if self._worker is None:
            with beside:
                return
        self._worker.move(self._folder, key, beside).result()
        self._remove_temporary()

    def _rekey(self, change: LockedChange) -> None:
        from wizard.desk.lock.key_changes import lock_before

        with self._held() as worker:
            before = lock_before(self._folder, self._slots, self._master)
            try:
                worker.rekey(replace(change, before=before)).result()
            except StoreProblem:
                # What was refused after the store was written anew is made good for by the next
                # start: the lock is the new one by now, and its code must be seen.
                if not fits(self._folder, change.key):
                    raise
                # Till then the copies of before open by what lies under that lock alone.
                with suppress(OSError):
                    key_change.wipe(self._folder)

    def _choose_own_login(self) -> None:
        self._refuse_locked()
        if self._places.person:
            raise InputFault(say("people.passphrase-only"))
        if self._master is not None:
            from wizard.desk.lock.key_changes import unlock_for_good

            with self._held() as worker:
                key, *others = by_fit(self._folder, sealed_keys(self._folder, self._master))
                # A change that was cut short: the lock goes with what some of the copies open by.
                worker.gather(others).result()
                unlock_for_good(self._folder, key, self._master)
            self._slots, self._master = (), None
        elif self._shared:
            key = new_key()
            lay = partial(key_change.place, self._folder, key)
            self._move_in(key, lay, lambda: key_change.wipe(self._folder))
            self._keep_again()
        else:
            own_login_key(self._folder)
        # It is done all the same; home goes on asking.
        with suppress(OSError):
            say_own(self._folder)

    def _new_recovery_code(self) -> str:
        self._refuse_locked()
        if self._master is None:
            raise InputFault(say("errors.lock.no-code"))
        from wizard.desk.lock.key_changes import renew_code

        with self._held():
            code, self._slots = renew_code(self._folder, self._slots, self._master)
        self._code_unseen = False
        return code
