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
    refused: OSError | None = None
    for name in (LOCK_JSON, LOCK_COPY):
        try:
            if there.kind(folder / name, follows=False):
                return True
        except OSError as fault:
            refused = fault
    if refused is not None:
        raise refused
    return False
