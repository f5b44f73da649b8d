"""The keys that lie beside the store for the next start: which they are, and putting ours back.

``master`` is the master key of the lock that somebody has open, None for an own login.
"""

from __future__ import annotations

from pathlib import Path

from wizard.desk.lock.state import fits
from wizard.desk.lock.unlocking import sealed_keys
from wizard.errors import StoreDamaged
from wizard.safe import key_change
from wizard.safe.key_copy import copied_key
from wizard.safe.lock_file import LockFile, write_lock
from wizard.safe.locked import is_locked
from wizard.safe.slots import Slot
from wizard.store import failures


def lying_keys(folder: Path, master: bytes | None) -> tuple[bytes, ...]:
    """Return the keys that lie where the next start looks for one."""
    if master is None:
        keys = (key_change.own_key(folder) or copied_key(folder), key_change.next_key(folder))
        # Beside a lock that is not ours the next start looks for none of them.
        return () if is_locked(folder) else tuple(key for key in keys if key)
    try:
        return sealed_keys(folder, master)
    except StoreDamaged:
        return ()


def keep(
    folder: Path, key: bytes, slots: tuple[Slot, ...], master: bytes | None, *, code_unseen: bool
) -> None:
    """Put ``key`` where the next start looks for it: the store is about to have it again."""
    if master is not None:
        write_lock(folder, LockFile.holding(slots, master, key, code_unseen=code_unseen))
        return
    if is_locked(folder):
        # It is not ours, and the next start would ask that one for the key.
        raise failures.another_key(folder)
    key_change.place(folder, key)


def stay(folder: Path, key: bytes, slots: tuple[Slot, ...], master: bytes | None) -> None:
    """Put the key of the store that is there back beside what took its place.

    Two computers in one synced folder, or a backup, put one's over the other's.  The store of
    the other may still come, so that its key stays until the next start sees which is there.
    """
    lying = lying_keys(folder, master)
    # It lies there where a disk had not said so for a moment: beside itself it would look as if
    # a change of key had been cut short.
    if key in lying or not fits(folder, key):
        return
    if master is not None:
        # A lock of another passphrase stays: somebody may have changed it on purpose.
        if lying:
            from wizard.desk.lock.key_changes import LockedChange

            LockedChange(folder, slots, master, key).announce(lying[0])
    elif lying:
        key_change.announce(folder, lying[0], key)
    else:
        keep(folder, key, slots, master, code_unseen=False)
