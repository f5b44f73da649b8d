"""Whether a lock lies there.  Apart from ``lock_file``, for every start asks this first."""

from __future__ import annotations

import os
from pathlib import Path

LOCK_JSON = "lock.json"
LOCK_COPY = "lock-copy.json"


def is_locked(folder: Path) -> bool:
    """Say whether a lock lies in ``folder``, whole or not."""
    return any(os.path.lexists(folder / name) for name in (LOCK_JSON, LOCK_COPY))
