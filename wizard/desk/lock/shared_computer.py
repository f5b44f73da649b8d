"""A place for answers that are kept only until the program is closed.

It is the same encrypted store as ever, in a temporary folder for this user alone.  Its key
is random and never written, so that after a power cut nobody, its owner included, can
read what is left there.  A store in memory would need a second way of keeping answers,
and could still be written to the disk by the system when memory runs short: in clear.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from wizard.errors import StoreBusy, StoreUnwritable
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.store.lock import FolderLock
from wizard.words import say

_PREFIX = "before-you-post-"

_HELD = "open.lock"
"""A store lets go of its own lock where its folder goes, which may come back."""


class Temporary:
    """A new folder, held for this program until it is removed, whatever becomes of the store.

    Folders of programs that died are taken away first.
    """

    def __init__(self) -> None:
        """Make it.  Raises ``StoreUnwritable`` where no temporary folder has room for it."""
        try:
            _remove_left_behind()
            self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            self._held = FolderLock(self.folder, _HELD)
        except OSError as fault:
            raise StoreUnwritable(say("errors.store.no-temporary")) from fault

    def remove(self) -> None:
        """Take it away with all that is in it."""
        self._held.release()
        _remove(self.folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _remove_left_behind() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # A program that lives holds its folder; one that has no store yet is left in peace.
        # Other people's folders refuse by themselves.
        with suppress(StoreBusy, OSError):
            if _is_ours(folder) and _is_kept_for_nobody(folder):
                FolderLock(folder, _HELD).release()
                FolderLock(folder).release()
                _remove(folder)


def _is_kept_for_nobody(folder: Path) -> bool:
    # Somebody may keep answers, or a copy of them, in a folder that is called so.
    names = {path.name for path in folder.iterdir()}
    return {STORE_FILE, _HELD} <= names and KEY_FILE not in names


def _is_ours(folder: Path) -> bool:
    # Where several logins share a temporary folder, anybody may plant one of this name.
    made = folder.lstat()
    return stat.S_ISDIR(made.st_mode) and (os.name != "posix" or made.st_uid == os.getuid())
