"""One window for one folder of answers: a second start brings the first to the front.

There is no network in it: the first window holds a lock file and watches another file.
A second start writes to that, and the window empties it for an answer.  Where none comes,
what holds the lock is no window of ours, or hangs: then it opens a window of its own.

Qt waits for the disk whenever it makes such a lock, so none is made before the window is on
the screen.  Two that are started at once both open one; whichever has no lock then, rings.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from zlib import crc32

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from wizard.ui import settings

PATIENCE = 10.0
"""Seconds in which a window answers, on the slowest computer, while it is being opened."""

_PAUSE = 0.02


def is_locked(data: Path) -> bool:
    """Say whether some window holds ``data``, or died while it did."""
    return os.path.lexists(_beside(data, "lock"))


def ring(data: Path) -> bool:
    """Ask a window that is open on ``data`` to come forward.  False if none answers."""
    if not is_locked(data):
        return False
    lock = _lock(data)
    if lock.tryLock(0):
        lock.unlock()
        return False
    if lock.error() is not QtCore.QLockFile.LockError.LockFailedError:
        # A folder that can not be written to has no window's lock in it either.
        return False
    bell, until = _bell(data), monotonic() + PATIENCE
    try:
        bell.write_bytes(b"!")
        while bell.stat().st_size:
            if monotonic() > until:
                return False
            sleep(_PAUSE)
    except OSError:
        return False
    return True


class Doorbell(QObject):
    """Held by the first window; ``rung`` tells that the program was started once more.

    ``is_held`` if this is the first window.
    """

    rung = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._bell = _lock(data), _bell(data)
        self.is_held = self._lock.tryLock(0)
        if not self.is_held:
            return
        try:
            self._bell.write_bytes(b"")
        except OSError:
            return
        watcher = QtCore.QFileSystemWatcher([str(self._bell)], self)
        watcher.fileChanged.connect(self._answer)

    def take_down(self) -> None:
        """Let the next start open a window of its own."""
        self._lock.unlock()

    def _answer(self) -> None:
        try:
            if not self._bell.stat().st_size:
                return
            self._bell.write_bytes(b"")
        except OSError:
            # Whoever rang hears nothing, and opens a window that says why.
            return
        self.rung.emit()


def _lock(data: Path) -> QtCore.QLockFile:
    folder = settings.folder()
    with suppress(OSError):
        # Where none can be made there is no lock to be had: each start opens a window.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = QtCore.QLockFile(str(_beside(data, "lock")))
    # A window may stay open for days; only a program that died leaves its lock to others.
    lock.setStaleLockTime(0)
    return lock


def _bell(data: Path) -> Path:
    return _beside(data, "bell")


def _beside(data: Path, ending: str) -> Path:
    # One folder may have two names; where they lead in a circle this raises nothing.
    found = os.path.realpath(data)
    return settings.folder() / f"window-{crc32(found.encode()):08x}.{ending}"
