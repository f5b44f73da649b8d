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
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wizard.desk import lock_state
from wizard.desk.lock_state import State, fitting, refuse_short, state
from wizard.desk.places import Places
from wizard.desk.unlocking import find_master, locked_key, tidied
from wizard.errors import InputFault, StoreDamaged, StoreLocked, StoreProblem
from wizard.safe import disk, key_change
from wizard.safe.key import own_login_key
from wizard.safe.lock_file import LockFile, read_lock, remove_lock
from wizard.safe.locked import is_locked
from wizard.safe.slots import Slot, new_key
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

    def __init__(self, places: Places) -> None:
        """Look at a person's places; on a shared computer nothing is kept once it is let go."""
        self._clock = places.clock
        self._go_to(places)
        self._shared = state(self._folder) is State.SHARED
        self._slots: tuple[Slot, ...] = ()
        self._master: bytes | None = None
        self._unfinished = False
        self._worker: StoreWorker | None = None
        self._temporary: Path | None = None
        self._acts = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lock")

    @property
    def places(self) -> Places:
        """Where the answers are; one of several people has a place of their own."""
        return self._places

    @property
    def state(self) -> State:
        """How the answers stand for whoever holds this lock."""
        if self._shared:
            return State.SHARED
        return State.OPEN if self._master is not None else state(self._folder)

    @property
    def has_lock(self) -> bool:
        """Whether the answers can be locked: there is a passphrase, wherever the folder went."""
        return not self._shared and (self._master is not None or is_locked(self._folder))

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
        ready = tidied(self._folder, self._worker.open())
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
        self._remove_temporary()

    def _opened(self) -> StoreWorker:
        worker, ready = self.open_store()
        ready.result()
        return worker

    def _go_to(self, places: Places) -> None:
        self._places, self._folder = places, places.answers
        self._tries = Tries(self._folder, self._clock)

    def _begin(self, act: Callable[[], T]) -> Future[T]:
        def told() -> T:
            try:
                return act()
            except OSError as fault:
                raise failures.in_words(fault, self._folder) from fault

        return self._acts.submit(told)

    def _unlock(self, secret: str) -> None:
        # Where another window took the lock away nothing is shut; what is gone is not begun anew.
        self._folder.stat()
        if is_locked(self._folder):
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

    def _whereabouts(self) -> tuple[Path, bytes]:
        if self._shared:
            from wizard.desk import shared_computer

            # Never written: what a power cut leaves there nobody can read.
            self._temporary = shared_computer.make()
            return self._temporary, new_key()
        self._refuse_locked()
        if self._master is not None:
            return self._folder, locked_key(self._folder, self._master)
        pending = key_change.next_key(self._folder)
        if pending is None:
            return self._folder, own_login_key(self._folder)
        self._unfinished = True
        return self._folder, fitting(self._folder, (pending, own_login_key(self._folder)))

    def _choose(self, passphrase: str) -> str:
        refuse_short(passphrase)
        from wizard.desk.key_changes import new_lock

        self._refuse_locked()
        code, change = new_lock(self._folder, passphrase)
        if self.state in (State.NEW, State.SHARED):
            self._move_in(change)
        else:
            self._rekey(change)
        self._hold(change)
        return code

    def _choose_apart(self, name: str, passphrase: str) -> str:
        refuse_short(passphrase)
        from wizard.desk.setting_apart import set_apart

        self._refuse_locked()
        worker, is_temporary = self._opened(), self._temporary is not None
        code, change, theirs = set_apart(
            worker, self._places, name, passphrase, is_temporary=is_temporary
        )
        self._remove_temporary()
        self._hold(change)
        self._go_to(theirs)
        return code

    def _forget(self) -> None:
        from wizard.desk.people import remove_place

        self._refuse_locked()
        self.lock_now()
        remove_place(self._folder)

    def _keep_nothing(self) -> None:
        from wizard.desk.taking_out import take_out

        self._refuse_locked()
        if not self._shared:
            if self.has_lock or self._opened().list().result():
                raise StoreProblem(say("ui.computer.shared.kept"))
            self.let_go()
            take_out(self._folder)
            lock_state.keep_nothing(self._folder)
            self._shared = True

    def _hold(self, change: LockedChange) -> None:
        self._slots, self._master = change.slots, change.master
        self._keep_again()

    def _keep_again(self) -> None:
        lock_state.keep_again(self._folder)
        self._shared = False

    def _move_in(self, change: LockedChange) -> None:
        self._refuse_kept()
        disk.make_folder(self._folder)
        change.settle()
        self._move(change.key, lambda: remove_lock(self._folder))

    def _rekey(self, change: LockedChange) -> None:
        was_open = self._worker is not None
        try:
            self._opened().rekey(change).result()
        finally:
            if not was_open:
                self.let_go()

    def _choose_own_login(self) -> None:
        self._refuse_locked()
        if self._places.person:
            raise InputFault(say("people.passphrase-only"))
        if self._master is not None:
            from wizard.desk.key_changes import unlock_for_good

            unlock_for_good(self._folder, locked_key(self._folder, self._master))
            self._slots, self._master = (), None
        elif self._shared:
            self._refuse_kept()
            self._move(own_login_key(self._folder), lambda: key_change.wipe(self._folder))
            self._keep_again()
        else:
            own_login_key(self._folder)

    def _new_recovery_code(self) -> str:
        self._refuse_locked()
        if self._master is None:
            raise InputFault(say("errors.lock.no-code"))
        from wizard.desk.key_changes import renew_code

        code, self._slots = renew_code(self._folder, self._slots, self._master)
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
        self._remove_temporary()

    def _remove_temporary(self) -> None:
        if self._temporary is not None:
            from wizard.desk import shared_computer

            shared_computer.remove(self._temporary)
            self._temporary = None

    def _refuse_locked(self) -> None:
        if self.state is State.LOCKED:
            raise StoreLocked(say("errors.lock.locked"))

    def _refuse_kept(self) -> None:
        if state(self._folder) not in (State.NEW, State.SHARED):
            raise StoreProblem(say("errors.lock.taken", folder=self._folder))
