"""Whether a lock lies there.  Apart from ``lock_file``, for every start asks this first."""

from __future__ import annotations

from pathlib import Path

from wizard import there

LOCK_JSON = "lock.json"
LOCK_COPY = "lock-copy.json"


def is_locked(folder: Path) -> bool:
    """Say whether a lock lies in ``folder``, whole or not.  Raises ``OSError``.

    One of the two that can be looked at is enough: a bad spot may have taken the other.
    """
    return there.is_one_of((folder / LOCK_JSON, folder / LOCK_COPY), follows=False)
