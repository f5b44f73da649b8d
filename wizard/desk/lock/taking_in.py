"""A key in clear beside a lock: a whole folder was copied over that of another computer.

The one had a passphrase, the other none.  What lies there has one key or the other, and all of it
comes under the lock, before anything is written under a key that lies in clear.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wizard.desk.lock.own_login import keys_in_clear
from wizard.safe import key_change
from wizard.store import two_keys
from wizard.store.lock import FolderLock


def take_in(folder: Path, keys: tuple[bytes, ...]) -> None:
    """Bring what a key in clear opens under that of the lock, whose ``keys`` these are.

    Raises ``StoreBusy`` where another program has it open, and the ``StoreProblem`` family or
    ``OSError`` where the store would not come under the lock; then it is as it was.
    """
    foreign = [key for key in keys_in_clear(folder) if key not in keys]
    if not any(two_keys.opens_any(folder, key) for key in foreign):
        return
    held = FolderLock(folder)
    try:
        for key in foreign:
            two_keys.bring(folder, key, keys)
        with suppress(OSError):
            if two_keys.opens_all(folder, keys):
                key_change.wipe(folder)
    finally:
        held.release()
