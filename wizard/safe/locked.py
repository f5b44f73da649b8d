"""Whether a lock lies there.  Apart from ``lock_file``, for every start asks this first."""

from __future__ import annotations

from pathlib import Path

from wizard import there

LOCK_JSON = "lock.json"
LOCK_COPY = "lock-copy.json"


def is_locked(folder: Path) -> bool:
    """Say whether a lock lies in ``folder``, whole or not.  Raises ``OSError``."""
    return any(there.kind(folder / name, follows=False) for name in (LOCK_JSON, LOCK_COPY))
