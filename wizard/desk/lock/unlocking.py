"""From what somebody typed to the master key: passphrase or code, and the waiting between."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from wizard.desk.lock.own_login import see_copied
from wizard.desk.lock.state import fits
from wizard.errors import InputFault, StoreBusy, StoreDamaged, StoreLocked, StoreNewer
from wizard.safe import key_change, recovery
from wizard.safe.lock_file import LockFile, heal_lock, read_locks, unlike, write_lock
from wizard.safe.slots import SlotKind
from wizard.safe.tries import Tries, TriesInMemory
from wizard.store import two_keys
from wizard.words import say

T = TypeVar("T")


def find_master(folder: Path, secret: str, tries: Tries) -> tuple[LockFile, bytes]:
    """Return the lock that the passphrase or the recovery code opens, and its master key.

    Raises ``StoreLocked`` for a wrong one or while one has to wait, ``InputFault`` that names
    the group of a code with a slip, ``StoreDamaged`` if the lock can not be read, and
    ``StoreNewer`` if a later program wrote it.
    """
    return try_secret(secret, tries, partial(_opened, folder, read_locks(folder)))


def try_secret(secret: str, tries: TriesInMemory, opened: Callable[[SlotKind, str], T | None]) -> T:
    """Return what ``opened`` gives for a secret, as a code or as a passphrase; count the wrong.

    Raises ``StoreLocked`` and ``InputFault`` as ``find_master`` does.
    """
    slip: InputFault | None = None
    if recovery.is_meant(secret):
        # 133 bits need no delay, and whoever has the sheet should not have to wait.
        try:
            code = recovery.read_code(secret)
        except InputFault as fault:
            slip = fault
        else:
            found = opened(SlotKind.RECOVERY, code)
            if found is not None:
                return found
    _refuse_early(tries)
    tries.count()
    found = opened(SlotKind.PASSPHRASE, secret)
    if found is None:
        raise slip or StoreLocked(_wrong(tries.wait), tries.wait)
    return found


def _opened(
    folder: Path, locks: tuple[LockFile, ...], kind: SlotKind, secret: str
) -> tuple[LockFile, bytes] | None:
    """Return the lock that a secret opens.

    The older of two counts only with the key that the store has, and not where the newer one
    has ended just this secret: what was put there must not take the place of the lock.
    """
    first: tuple[LockFile, bytes] | None = None
    for lock in locks:
        master = lock.master(kind, secret)
        if master is None:
            continue
        # Slots and keys are two things: yesterday's key does not bring yesterday's sheet back.
        last = first[0] if first is not None and first[1] == master else lock
        if last is not locks[0] and _has_ended(locks[0], master):
            continue
        if len(locks) == 1 or any(fits(folder, key) for key in lock.keys(master)):
            return replace(lock, slots=last.slots, code_unseen=last.code_unseen), master
        if lock is locks[0]:
            first = lock, master
    return first


def _has_ended(newer: LockFile, master: bytes) -> bool:
    """Say whether a lock of the same master key has ended a secret that does not open it.

    A new code that nobody has seen ends nothing: a program may have died as it wrote it.
    """
    return not newer.code_unseen and bool(newer.keys(master))


def heal(folder: Path, lock: LockFile, master: bytes) -> None:
    """Make lock and copy the same again, by the one that was just opened and fits the store.

    Trying the secret took a while: what another program writes, or has written since, stays.  So
    does the lock of another passphrase while there may be copies that open by nothing else.
    """
    # A folder that refuses it keeps nobody out.
    with suppress(OSError, StoreBusy, StoreDamaged, StoreNewer):
        if not unlike(folder, lock):
            return
        from wizard.store.lock import FolderLock

        held = FolderLock(folder)
        try:
            lying, keys = read_locks(folder), lock.keys(master)
            is_there = any(one.slots == lock.slots for one in lying) and any(
                one.data == lock.data for one in lying
            )
            is_alone = all(one.keys(master) for one in lying) or two_keys.opens_all(folder, keys)
            if is_there and is_alone and any(fits(folder, key) for key in keys):
                beside = _beside(folder, keys, master)
                if beside or lock not in lying:
                    # The change of key that is gone on with then brings all under one.
                    keys, unseen = (*keys, *beside), lock.code_unseen
                    lock = LockFile.holding(lock.slots, master, *keys, code_unseen=unseen)
                    write_lock(folder, lock)
                else:
                    heal_lock(folder, lock)
        finally:
            held.release()


def _beside(folder: Path, keys: tuple[bytes, ...], master: bytes) -> tuple[bytes, ...]:
    """Return what the other of the two locks has, where that opens copies: one was put back."""
    others = (key for key in sealed_keys(folder, master) if key not in keys)
    return tuple(key for key in others if not two_keys.opens_nothing(folder, key))


def see_code(folder: Path, code: str) -> bool:
    """Write into the lock of ``folder`` that somebody has ``code``; say whether that opens it.

    Whoever calls it holds the folder.  Raises ``StoreDamaged`` and ``OSError``.
    """
    locks = read_locks(folder)
    found = _opened(folder, locks, SlotKind.RECOVERY, code)
    if found is None:
        return False
    lock, master = found
    # An older one that was put back opens with the same code, and has another key.
    is_current = len(locks) == 1 or any(fits(folder, key) for key in lock.keys(master))
    if lock.code_unseen and is_current:
        others = (sealed for one in locks if one.keys(master) for sealed in one.data)
        data = tuple(dict.fromkeys((*lock.data, *others)))
        write_lock(folder, replace(lock, data=data, code_unseen=False))
    return True


def _refuse_early(tries: TriesInMemory) -> None:
    wait = tries.wait
    if wait:
        sentence = say("errors.passphrase.early", times=tries.wrong, seconds=wait)
        raise StoreLocked(sentence, wait)


def _wrong(wait: int) -> str:
    if not wait:
        return say("errors.passphrase.wrong")
    return say("errors.passphrase.wrong-wait", seconds=wait)


def sealed_keys(folder: Path, master: bytes) -> tuple[bytes, ...]:
    """Return the keys of the answers in ``folder`` that lie sealed under ``master``.

    Raises ``StoreDamaged`` if there is none: another lock was put there meanwhile.
    """
    found = dict.fromkeys(key for lock in read_locks(folder) for key in lock.keys(master))
    if not found:
        raise StoreDamaged(say("errors.lock.damaged", folder=folder))
    return tuple(found)


def tidied(folder: Path, opened: Future[None]) -> Future[None]:
    """Return a future that is done when the store is open and no half key lies beside it."""
    ready: Future[None] = Future()

    def end(opened: Future[None]) -> None:
        problem = opened.exception()
        if problem is not None:
            ready.set_exception(problem)
            return
        # Not before the store is ours, nor after: then a key may be on its way.
        with suppress(OSError):
            key_change.remove_half_made(folder)
        see_copied(folder)
        ready.set_result(None)

    opened.add_done_callback(end)
    return ready
