"""What opens the answers, held from unlocking to locking, and the store that is open by it.

``locking`` changes the way they are locked; how they stand on the disk is read by ``state``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import there
from wizard.desk.lock.lying import keep, lying_keys, stay
from wizard.desk.lock.own_login import own_keys
from wizard.desk.lock.state import State, by_fit, is_unsaid, refuse_gone, state
from wizard.desk.lock.taking_in import take_in
from wizard.desk.lock.unlocking import find_master, heal, sealed_keys, see_code, tidied
from wizard.desk.places import Places
from wizard.errors import InputFault, StoreBusy, StoreDamaged, StoreLocked, StoreProblem
from wizard.safe import key_change, recovery
from wizard.safe.lock_file import LockFile
from wizard.safe.locked import LOCK_JSON, is_locked
from wizard.safe.slots import Slot, new_key
from wizard.safe.tries import Tries
from wizard.store.lock import FolderLock
from wizard.store.worker import StoreWorker
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.lock.proof import Proof
    from wizard.desk.lock.shared_computer import Temporary
    from wizard.store.rekeying import KeyChange


class Holding:
    """The key of one store at a time, and the store; nothing of it once it is let go."""

    def __init__(self, places: Places) -> None:
        """Look at a person's places; on a shared computer nothing is kept once it is let go.

        Raises ``StoreProblem`` where it can not be seen which it is.
        """
        self._clock = places.clock
        self._go_to(places)
        # One of several people is asked for their secret, whatever else lies there.
        self._shared = not places.person and state(self._folder) is State.SHARED
        self._slots: tuple[Slot, ...] = ()
        self._master: bytes | None = None
        self._unfinished = False
        self._code_unseen = False
        self._worker: StoreWorker | None = None
        self._temporary: Temporary | None = None
        self._proof: Proof | None = None

    @property
    def places(self) -> Places:
        """Where the answers are; one of several people has a place of their own."""
        return self._places

    @property
    def whose(self) -> str:
        """The name of one of several people, known without asking a disk; empty for no such."""
        return self._whose

    @property
    def state(self) -> State:
        """How the answers stand for whoever holds this lock.  Raises ``StoreProblem``."""
        if self._shared:
            return State.SHARED
        return State.OPEN if self._master is not None else state(self._folder)

    @property
    def has_lock(self) -> bool:
        """Whether the answers can be locked: there is a passphrase, wherever the folder went."""
        if self._shared or self._master is not None:
            return not self._shared
        # As long as the disk says nothing they are as they were opened, without one.
        return self._looks(is_locked)

    @property
    def is_unsaid(self) -> bool:
        """Whether nobody has said yet whose computer this is."""
        if self._shared or self._master is not None:
            return False
        return self._looks(is_unsaid)

    @property
    def kept_note(self) -> str:
        """What to say in the place of "Saved" where nothing is kept, else nothing."""
        return say("lock.until-close") if self._shared else ""

    @property
    def code_unseen(self) -> bool:
        """Whether the recovery code there was on unlocking is one that nobody has seen."""
        return self._code_unseen

    @property
    def wait(self) -> int:
        """Seconds until a passphrase may be tried again; 0 for now."""
        return self._tries.wait

    @property
    def can_prove(self) -> bool:
        """Whether the lock that lies there is ours, so that ``prove`` asks for something."""
        return self._master is not None

    def prove(self, secret: str) -> Future[None]:
        """Say whether somebody may see what is open, by the passphrase or the recovery code.

        Asks no disk.  Fails as ``Lock.unlock`` does for a wrong one; nothing is asked for any
        more where the passphrase was taken away meanwhile.
        """
        if self._master is None:
            nothing: Future[None] = Future()
            nothing.set_result(None)
            return nothing
        if self._proof is None or not self._proof.is_of(self._slots, self._master):
            from wizard.desk.lock.proof import Proof

            self._proof = Proof(self._slots, self._master, self._clock)
        return self._proof.give(secret)

    def lock_now(self) -> None:
        """Close the answers and drop what opens them.  Without a passphrase, only close."""
        self.let_go()
        self._proof = None
        self._master, self._slots = None, ()
        self._code_unseen = False

    def open_store(self) -> tuple[StoreWorker, Future[None]]:
        """Return the store and a future that is done once it is open.

        Raises ``StoreLocked`` while nobody has unlocked it, and ``StoreProblem`` if its
        key can not be had.
        """
        if self._worker is None:
            folder, (key, *others) = self._whereabouts()
            self._worker = StoreWorker(
                folder,
                key,
                self._clock,
                others=tuple(others),
                lying=self._lying,
                keep=self._keep,
                stay=self._stay,
            )
        return self._worker, tidied(self._folder, self._worker.open())

    def renewal(self) -> KeyChange | None:
        """Return a change of key that makes what was deleted unreadable wherever it lies.

        None where the key was never on a disk and needs no change.  Raises ``StoreLocked`` where
        a lock lies that is not ours: the next start would ask that one for the key.
        """
        if self._shared:
            return None
        self._refuse_locked()
        from wizard.desk.lock.key_changes import LockedChange, OwnLoginChange

        if self._master is None:
            return OwnLoginChange(self._folder, new_key())
        return LockedChange(self._folder, self._slots, self._master, new_key())

    def let_go(self) -> None:
        """Close the store; on a shared computer nothing of it stays."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close().result()
        self._remove_temporary()

    def _looks(self, look: Callable[[Path], bool]) -> bool:
        # Nobody is let in by it: the window has been open, or asked, before.
        with suppress(OSError, StoreProblem):
            return there.soon(self._folder, look, otherwise=False)
        return False

    def _opened(self) -> StoreWorker:
        worker, ready = self.open_store()
        ready.result()
        return worker

    @contextmanager
    def _held(self) -> Iterator[StoreWorker]:
        """Have the store, so that no other program changes meanwhile what opens it.

        Raises ``StoreBusy``, before anything was read or written, if another program has it.
        """
        was_open = self._worker is not None
        try:
            yield self._opened()
        finally:
            if not was_open:
                self.let_go()

    def _go_to(self, places: Places) -> None:
        self._places, self._folder = places, places.answers
        self._whose = ""
        if places.person:
            from wizard.desk.lock.people import name_of

            self._whose = name_of(places)
        self._tries = Tries(self._folder, self._clock)

    def _unlock(self, secret: str) -> None:
        # Where another window took the lock away nothing is shut; what is gone is not begun anew,
        # nor what was mounted there, and left an empty folder in its place.
        self._folder.stat()
        if is_locked(self._folder):
            self._enter(*find_master(self._folder, secret, self._tries))
            if self._code_unseen and recovery.is_meant(secret):
                # Whoever opens with it has it, printed or written down by hand.
                with suppress(InputFault, StoreBusy, OSError):
                    self._see_code(recovery.read_code(secret))
        elif state(self._folder) is not State.OPEN:
            raise StoreProblem(say("errors.store.gone", folder=self._folder))

    def _see_code(self, code: str) -> None:
        held = FolderLock(self._folder) if self._worker is None else None
        try:
            if see_code(self._folder, code):
                self._code_unseen = False
        finally:
            if held is not None:
                held.release()

    def _enter(self, lock: LockFile, master: bytes) -> None:
        self._tries.forget()
        keys = lock.keys(master)
        if not keys:
            raise StoreDamaged(say("errors.lock.damaged", folder=self._folder))
        self._unfinished = len(keys) > 1
        if not self._unfinished and key_change.own_key(self._folder) == keys[0]:
            # Taking the lock away was cut short: the key lies there, as was asked.
            from wizard.desk.lock.key_changes import unlock_for_good

            # On a disk that refuses that it stays a lock, and opens as one.
            with suppress(OSError):
                unlock_for_good(self._folder, keys[0], master)
            if not is_locked(self._folder):
                return
        take_in(self._folder, keys)
        heal(self._folder, lock, master)
        self._unfinished = len(sealed_keys(self._folder, master)) > 1
        self._slots, self._master = lock.slots, master
        self._code_unseen = lock.code_unseen

    def _whereabouts(self) -> tuple[Path, tuple[bytes, ...]]:
        """Return the folder of the store and its keys, first the one that it has."""
        if self._shared:
            from wizard.desk.lock.shared_computer import Temporary

            # Never written: what a power cut leaves there nobody can read.
            self._temporary = Temporary()
            return self._temporary.folder, (new_key(),)
        self._refuse_locked()
        if self._master is not None:
            return self._folder, by_fit(self._folder, sealed_keys(self._folder, self._master))
        if self._places.person:
            # There is no other way into a place; a key made here would open nothing.
            refuse_gone(self._folder)
            sentence = say("errors.lock.both", folder=self._folder, file=LOCK_JSON)
            raise StoreDamaged(sentence)
        keys = own_keys(self._folder)
        self._unfinished = key_change.next_key(self._folder) is not None
        return self._folder, keys

    def _lying(self) -> tuple[bytes, ...] | None:
        """Return the keys that lie where the next start looks for one; None if there is none."""
        return None if self._temporary is not None else lying_keys(self._folder, self._master)

    def _keep(self, key: bytes) -> None:
        keep(self._folder, key, self._slots, self._master, code_unseen=self._code_unseen)

    def _stay(self, key: bytes) -> None:
        stay(self._folder, key, self._slots, self._master)

    def _remove_temporary(self) -> None:
        if self._temporary is not None:
            self._temporary.remove()
            self._temporary = None

    def _refuse_locked(self) -> None:
        if self.state is State.LOCKED:
            raise StoreLocked(say("errors.lock.locked"))
