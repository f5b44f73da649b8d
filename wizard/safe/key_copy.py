"""The key of an own login, kept a second time: a bad spot on a disk must not cost the answers.

Behind it stands the same key with each bit turned, for any 32 bytes look like a key.  It changes
and goes with the key, in its place, where the disk keeps its bytes.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wizard.safe import disk
from wizard.safe.key import KEY_BYTES
from wizard.safe.regular import read_regular

KEY_COPY_FILE = "own-login.copy"


def copied_key(folder: Path) -> bytes | None:
    """Return the key that was kept a second time; None where none is, or it is not whole."""
    try:
        found = read_regular(folder / KEY_COPY_FILE, 2 * KEY_BYTES) or b""
    except OSError:
        return None
    key = found[:KEY_BYTES]
    return key if key and found == _twice(key) else None


def copy_key(folder: Path, key: bytes) -> None:
    """Keep ``key``, which the store has, a second time.

    Raises ``OSError`` where an older one stays; where none does nothing waits for a second.
    """
    path = folder / KEY_COPY_FILE
    try:
        disk.write_in_place(path, _twice(key))
    except OSError:
        # There is none, or it lies in a bad spot: another one does not.
        disk.remove_secret(path)
        with suppress(OSError):
            disk.put_secret(path, _twice(key))


def _twice(key: bytes) -> bytes:
    return key + bytes(byte ^ 0xFF for byte in key)
