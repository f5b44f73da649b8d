"""Whether the store is damaged, or the disk could not give it back for a moment.

The database calls both damaged: a page that was read badly has no seal that fits.  Whoever
goes back to a copy of what is whole would lose what was saved since.
"""

from __future__ import annotations

from pathlib import Path

import apsw

from wizard.errors import StoreDamaged, StoreProblem
from wizard.safe.key import STORE_FILE
from wizard.store import database
from wizard.store.whole import is_whole

_PIECE = 1_000_000


def is_damaged(folder: Path, key: bytes) -> bool:
    """Say whether the file of answers can be read from the disk, and is not whole."""
    store = folder / STORE_FILE
    try:
        with store.open("rb") as file:
            while file.read(_PIECE):
                pass
    except OSError:
        return False
    try:
        connection = database.open_file(store, key)
    except (apsw.CorruptError, apsw.NotADBError, StoreDamaged):
        return True
    except (apsw.Error, OSError, StoreProblem):
        # It could not be looked at: that the disk goes on failing is no damage.
        return False
    try:
        return not is_whole(connection)
    except apsw.Error:
        return False
    finally:
        connection.close()
