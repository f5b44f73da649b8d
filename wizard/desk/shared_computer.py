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

from wizard.errors import StoreBusy
from wizard.safe.key import STORE_FILE
from wizard.store.lock import FolderLock

_PREFIX = "before-you-post-"


def make() -> Path:
    """Make a new folder; folders of programs that died are taken away first."""
    _remove_left_behind()
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def remove(folder: Path) -> None:
    """Take a folder away with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def _remove_left_behind() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # A program that has its store open holds the lock; one that has none yet is
        # left in peace.  Other people's folders refuse by themselves.
        with suppress(StoreBusy, OSError):
            if _is_ours(folder) and (folder / STORE_FILE).is_file():
                FolderLock(folder).release()
                remove(folder)


def _is_ours(folder: Path) -> bool:
    # Where several logins share a temporary folder, anybody may plant one of this name.
    made = folder.lstat()
    return stat.S_ISDIR(made.st_mode) and (os.name != "posix" or made.st_uid == os.getuid())
