"""Waiting for the copies that a store makes of itself."""

from __future__ import annotations

import time
from pathlib import Path

from wizard.store import backup
from wizard.store.backup import Copy

PATIENCE = 60
"""Seconds after which a copy that was not made will not be made."""


def copies_once(folder: Path, count: int = 1, *, since: int = -1) -> tuple[Copy, ...]:
    """Return the copies in a folder of answers once there are ``count``, the latest first.

    The latest must hold more than ``since`` changes.  The store itself is not asked: it
    copies while nobody asks it for anything, and whoever kept asking would wait for ever.
    """
    until = time.monotonic() + PATIENCE
    while True:
        found = backup.copies(folder)
        if len(found) >= count and found[0].changes > since:
            return found
        assert time.monotonic() < until, f"there are {len(found)} copies, not {count}"
