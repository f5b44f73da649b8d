"""The lock of the answers: whose computer this is, opening, locking, changing.

``lock_state.State`` says how they stand.  Whoever shows the answers asks a ``Lock`` first
and makes the ``Desk`` with it::

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
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wizard.desk.lock_state import State, fitting, refuse_short, state
from wizard.desk.places import Places
from wizard.desk.unlocking import find_master
from wizard.errors import InputFault, StoreDamaged, StoreLocked, StoreProblem
from wizard.safe import disk, key_change, recovery
from wizard.safe.key import own_login_key
from wizard.safe.lock_file import LockFile, read_lock, remove_lock, write_lock
from wizard.safe.locked import is_locked
from wizard.safe.slots import Slot, SlotKind, make_slot, new_key
from wizard.safe.tries import Tries
from wizard.store import failures
from wizard.store.worker import StoreWorker
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.key_changes import LockedChange
    from wizard.report.blocks import Report
    from wizard.store.rekeying import KeyChange


T = TypeVar("T")


class Lock:
    """Holds what opens the answers, from unlocking to locking.

    What takes time returns a future.  One lock opens one store at a time.
    """

    def __init__(self, places: Places, *, shared: bool = False) -> None:
        """Look at a person's places; with ``shared``, keep nothing once it is let go."""
        self._folder = places.data
        self._clock = places.clock
        self._shared = shared
        self._tries = Tries(places.data, places.clock)
        self._slots: tuple[Slot, ...] = ()
        self._master: bytes | None = None
        self._unfinished = False
        self._worker: StoreWorker | None = None
        self._temporary: Path | None = None
        self._acts = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lock")

    @property
    def state(self) -> State:
        """How the answers stand for whoever holds this lock."""
        if self._shared:
            return State.SHARED
        return State.OPEN if self._master is not None else state(self._folder)

    @property
    def has_lock(self) -> bool:
        """Whether the answers can be locked: there is a passphrase."""
        return not self._shared and is_locked(self._folder)

    @property
    def kept_note(self) -> str:
        """What to say in the place of "Saved" where nothing is kept, else nothing."""
        return say("lock.until-close") if self._shared else ""

    @property
    def wait(self) -> int:
        """Seconds until a passphrase may be tried again; 0 for now."""
        return self._tries.wait

    def unlock(self, secret: str) -> Future[None]:
        """Open with the passphrase or the recovery code.

        Fails with ``StoreLocked`` (its ``wait``: seconds until the next try), with
        ``InputFault`` naming the group of a code that has a slip, or ``StoreDamaged``.
        """
        return self._begin(lambda: self._unlock(secret))

    def lock_now(self) -> None:
        """Close the answers and drop what opens them.  Without a passphrase, only close."""
        self.let_go()
        self._master, self._slots = None, ()

    def choose(self, passphrase: str) -> Future[str]:
        """Lock the answers with a passphrase, new or in the place of the old one.

        Gives the new recovery code, which nobody can look up later; one before it opens
        nothing any more.  Fails with ``InputFault`` if the passphrase is too short.
        """
        return self._begin(lambda: self._choose(passphrase))

    def choose_own_login(self) -> Future[None]:
        """Keep the answers for this computer login alone, with no passphrase."""
        return self._begin(self._choose_own_login)

    def new_recovery_code(self) -> Future[str]:
        """Make another recovery code in the place of the one before it."""
        return self._begin(self._new_recovery_code)

    def recovery_sheet(self, code: str) -> Report:
        """Return the sheet that shows ``code`` and says what it is for, ready to be drawn."""
        from wizard.desk.recovery_sheet import compose_sheet

        return compose_sheet(code, self._clock.now())

    def open_store(self) -> tuple[StoreWorker, Future[None]]:
        """Return the store and a future that is done once it is open.

        Raises ``StoreLocked`` while nobody has unlocked it, and ``StoreProblem`` if its
        key can not be had.
        """
        if self._worker is None:
            folder, key = self._whereabouts()
            self._worker = StoreWorker(folder, key, self._clock)
        ready = self._tidied(self._worker.open())
        if self._unfinished:
            # A change of the key that was cut short; should it fail again, the next start
            # finds it again.
            self._unfinished = False
            change = self.renewal()
            assert change is not None
            self._worker.rekey(change)
        return self._worker, ready

    def renewal(self) -> KeyChange | None:
        """Return a change of key that makes what was deleted unreadable wherever it lies.

        None where the key was never on a disk and needs no change.
        """
        if self._shared:
            return None
        from wizard.desk.key_changes import LockedChange, OwnLoginChange

        if self._master is None:
            return OwnLoginChange(self._folder, new_key())
        return LockedChange(self._folder, self._slots, self._master, new_key())

    def let_go(self) -> None:
        """Close the store; on a shared computer nothing of it stays."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close().result()
        if self._temporary is not None:
            from wizard.desk import shared_computer

            shared_computer.remove(self._temporary)
            self._temporary = None

    def _begin(self, act: Callable[[], T]) -> Future[T]:
        def told() -> T:
            try:
                return act()
            except OSError as fault:
                raise failures.in_words(fault, self._folder) from fault

        return self._acts.submit(told)

    def _unlock(self, secret: str) -> None:
        if not is_locked(self._folder):
            # Another window took the lock away meanwhile: nothing is shut.
            return
        lock = read_lock(self._folder)
        self._enter(lock, find_master(lock, secret, self._tries))

    def _enter(self, lock: LockFile, master: bytes) -> None:
        self._tries.forget()
        keys = lock.keys(master)
        if not keys:
            raise StoreDamaged(say("errors.lock.damaged", folder=self._folder))
        self._unfinished = len(keys) > 1
        if not self._unfinished and key_change.own_key(self._folder) == keys[0]:
            # Taking the lock away was cut short: the key lies there, as was asked.
            from wizard.desk.key_changes import unlock_for_good

            unlock_for_good(self._folder, keys[0])
            return
        self._slots, self._master = lock.slots, master

    def _tidied(self, opened: Future[None]) -> Future[None]:
        """Return a future that is done when the store is open and no half key lies there."""
        ready: Future[None] = Future()

        def end(opened: Future[None]) -> None:
            problem = opened.exception()
            if problem is not None:
                ready.set_exception(problem)
                return
            # Not before the store is ours, nor after: then a key may be on its way.
            with suppress(OSError):
                key_change.remove_half_made(self._folder)
            ready.set_result(None)

        opened.add_done_callback(end)
        return ready

    def _whereabouts(self) -> tuple[Path, bytes]:
        if self._shared:
            from wizard.desk import shared_computer

            # Never written: what a power cut leaves there nobody can read.
            self._temporary = shared_computer.make()
            return self._temporary, new_key()
        if self.state is State.LOCKED:
            raise StoreLocked(say("errors.lock.locked"))
        if self._master is not None:
            return self._folder, self._locked_key(self._master)
        pending = key_change.next_key(self._folder)
        if pending is None:
            return self._folder, own_login_key(self._folder)
        self._unfinished = True
        return self._folder, fitting(self._folder, (pending, own_login_key(self._folder)))

    def _locked_key(self, master: bytes) -> bytes:
        return fitting(self._folder, read_lock(self._folder).keys(master))

    def _choose(self, passphrase: str) -> str:
        refuse_short(passphrase)
        from wizard.desk.key_changes import LockedChange

        self._refuse_locked()
        code, master = recovery.new_code(), new_key()
        slots = (
            make_slot(SlotKind.PASSPHRASE, passphrase, master),
            make_slot(SlotKind.RECOVERY, code, master),
        )
        change = LockedChange(self._folder, slots, master, new_key())
        if self.state in (State.NEW, State.SHARED):
            self._move_in(change)
        else:
            self._rekey(change)
        self._slots, self._master, self._shared = slots, master, False
        return code

    def _move_in(self, change: LockedChange) -> None:
        self._refuse_kept()
        disk.make_folder(self._folder)
        change.settle()
        self._move(change.key, lambda: remove_lock(self._folder))

    def _rekey(self, change: LockedChange) -> None:
        was_open = self._worker is not None
        worker, ready = self.open_store()
        try:
            ready.result()
            worker.rekey(change).result()
        finally:
            if not was_open:
                self.let_go()

    def _choose_own_login(self) -> None:
        self._refuse_locked()
        if self._master is not None:
            from wizard.desk.key_changes import unlock_for_good

            unlock_for_good(self._folder, self._locked_key(self._master))
            self._slots, self._master = (), None
        elif self._shared:
            self._refuse_kept()
            self._move(own_login_key(self._folder), lambda: key_change.wipe(self._folder))
            self._shared = False
        else:
            own_login_key(self._folder)

    def _new_recovery_code(self) -> str:
        self._refuse_locked()
        if self._master is None:
            raise InputFault(say("errors.lock.no-code"))
        lock = read_lock(self._folder)
        code = recovery.new_code()
        others = tuple(slot for slot in self._slots if slot.kind is not SlotKind.RECOVERY)
        slots = (*others, make_slot(SlotKind.RECOVERY, code, self._master))
        write_lock(self._folder, LockFile(slots, lock.data))
        self._slots = slots
        return code

    def _move(self, key: bytes, take_back: Callable[[], None]) -> None:
        """Let what was kept until now only for a while move in beside its key."""
        if self._worker is None:
            return
        try:
            self._worker.move(self._folder, key).result()
        except BaseException:
            take_back()
            raise
        if self._temporary is not None:
            from wizard.desk import shared_computer

            shared_computer.remove(self._temporary)
            self._temporary = None

    def _refuse_locked(self) -> None:
        if self.state is State.LOCKED:
            raise StoreLocked(say("errors.lock.locked"))

    def _refuse_kept(self) -> None:
        if state(self._folder) is not State.NEW:
            raise StoreProblem(say("errors.lock.taken", folder=self._folder))
