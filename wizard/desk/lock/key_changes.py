"""The two places where the key of the answers is kept while it changes.

``wizard.store.rekeying`` says when: announce, write the store anew, settle.
"""

from __future__ import annotations

import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wizard import there
from wizard.desk.lock.unlocking import sealed_keys
from wizard.errors import StoreDamaged
from wizard.safe import disk, key_change, recovery
from wizard.safe.lock_file import LockFile, read_locks, remove_lock, write_lock
from wizard.safe.slots import Slot, SlotKind, make_slot, new_key
from wizard.safe.tries import TRIES_FILE


@dataclass(frozen=True, slots=True)
class OwnLoginChange:
    """The keys lie beside the store in ``folder``."""

    folder: Path
    key: bytes

    def announce(self, current: bytes) -> None:
        """Put the new key beside ``current``."""
        key_change.announce(self.folder, current, self.key)

    def settle(self) -> None:
        """Write the new key over the old one."""
        key_change.settle(self.folder, self.key)

    def take_back(self) -> None:
        """Leave both: the next start goes on, and what was deleted is unreadable then."""


@dataclass(frozen=True, slots=True)
class LockedChange:
    """The keys lie in the lock of ``folder``, sealed under the master key of its slots."""

    folder: Path
    slots: tuple[Slot, ...]
    master: bytes
    key: bytes
    code_unseen: bool = False
    """Whether a lock that is new has a code that nobody has seen; one that lies there knows."""
    before: tuple[LockFile, ...] | None = None
    """The lock in whose place a new one comes, none for an own login.

    None where the lock stays, and only its key changes.
    """

    def announce(self, current: bytes) -> None:
        """Put the new key and ``current`` under the lock."""
        self._write(self.key, current)

    def settle(self) -> None:
        """Keep the new key alone, and nothing that opens the answers without the lock."""
        key_change.wipe(self.folder)
        self._write(self.key)

    def take_back(self) -> None:
        """Put back the lock before a new one, or none: whoever was refused it has that still.

        Where only the key was to change the next start goes on, as for an own login.
        """
        if self.before:
            write_lock(self.folder, self.before[0])
        elif self.before is not None:
            remove_lock(self.folder)

    @property
    def is_announced(self) -> bool:
        """Whether this lock lies in the folder, as the one that holds or beside another.

        A folder that is gone, or can not be looked at, does not say.
        """
        try:
            is_gone = not stat.S_ISDIR(there.kind(self.folder))
        except OSError:
            return True
        return is_gone or _lock_now(self.folder, self.slots, self.master) is not None

    def _write(self, *keys: bytes) -> None:
        now = _lock_now(self.folder, self.slots, self.master)
        slots = now.slots if now else self.slots
        unseen = now.code_unseen if now else self.code_unseen
        lock = LockFile.holding(slots, self.master, *keys, code_unseen=unseen)
        write_lock(self.folder, lock)


def new_lock(folder: Path, passphrase: str) -> tuple[str, LockedChange]:
    """Return a new recovery code, and the change to a lock that it and ``passphrase`` open."""
    code, master = recovery.new_code(), new_key()
    slots = (
        make_slot(SlotKind.PASSPHRASE, passphrase, master),
        make_slot(SlotKind.RECOVERY, code, master),
    )
    return code, LockedChange(folder, slots, master, new_key(), code_unseen=True)


def renew_code(
    folder: Path, slots: tuple[Slot, ...], master: bytes
) -> tuple[str, tuple[Slot, ...]]:
    """Put another recovery code in the lock of ``folder``; return it and the slots now.

    Raises ``StoreDamaged``, and changes nothing, if another lock was put there meanwhile.
    """
    code = recovery.new_code()
    slot = make_slot(SlotKind.RECOVERY, code, master)
    # Making it takes a while; what the lock holds is read no sooner than it is written.
    keys, lock = sealed_keys(folder, master), _lock_now(folder, slots, master)
    before = lock.slots if lock else slots
    now = (*(other for other in before if other.kind is not SlotKind.RECOVERY), slot)
    # Until it was shown: a lock that falls now, or a crash, must not leave an ended sheet
    # in somebody's drawer without a word.
    write_lock(folder, LockFile.holding(now, master, *keys, code_unseen=True))
    return code, now


def lock_before(
    folder: Path, slots: tuple[Slot, ...], master: bytes | None
) -> tuple[LockFile, ...] | None:
    """Return the lock that a new one is to take the place of, as ``LockedChange.before``.

    None, too, for one that is not there any more: then the new one is better than none.
    """
    if master is None:
        return ()
    lock = _lock_now(folder, slots, master)
    return None if lock is None else (lock,)


def _lock_now(folder: Path, slots: tuple[Slot, ...], master: bytes) -> LockFile | None:
    """Return the lock of ``master`` as it lies in ``folder``, if one does.

    That is the one with ``slots``, unless another program has changed them since this one was
    unlocked, before it got the store.
    """
    with suppress(StoreDamaged):
        found = [lock for lock in read_locks(folder) if lock.keys(master)]
        return next((lock for lock in found if lock.slots == slots), found[0] if found else None)
    return None


def unlock_for_good(folder: Path, key: bytes, master: bytes) -> None:
    """Put ``key`` beside the store, and only then take the lock of ``master`` away.

    Raises ``OSError``; then the lock is there, and nothing that opens the answers without it.
    """
    try:
        key_change.place(folder, key)
        remove_lock(folder)
    except OSError:
        with suppress(OSError, StoreDamaged):
            if key in sealed_keys(folder, master):
                key_change.wipe(folder)
        raise
    with suppress(OSError):
        disk.remove(folder / TRIES_FILE)
