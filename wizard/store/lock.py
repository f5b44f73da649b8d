"""One program at a time: a lock that the system drops when the program dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from wizard.errors import StoreBusy
from wizard.words import say

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE = "answers.lock"


class FolderLock:
    """Holds what is in ``folder`` for this program until ``release``.

    The file stays behind on purpose: taking it away would let a third program lock a
    file that a second one still holds under the same name.
    """

    def __init__(self, folder: Path, file: str = LOCK_FILE) -> None:
        """Take the lock at once, that of the store or another one by the name of its ``file``.

        Raises ``StoreBusy`` if another program has it, ``OSError`` if the folder can not
        be written.
        """
        path = folder / file
        # A link would make a file wherever whoever planted it wants one.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        self._handle = os.open(path, flags, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError) as fault:
            os.close(self._handle)
            raise StoreBusy(say("errors.store.open")) from fault
        except OSError:
            os.close(self._handle)
            raise

    def release(self) -> None:
        """Let another program in."""
        # Closing drops the lock on every system, whatever a disk says of it.
        with suppress(OSError):
            os.close(self._handle)
