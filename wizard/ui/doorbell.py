"""One window for one folder of answers: a second start brings the first to the front.

There is no network in it: the first window holds a lock file and watches another file.
A second start writes to that, and the window empties it for an answer.  Where none comes,
what holds the lock is no window of ours, or hangs: then it opens a window of its own.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from zlib import crc32

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from wizard.ui import settings

PATIENCE = 10.0
"""Seconds in which a window answers, on the slowest computer, while it is being opened."""

_PAUSE = 0.02


def ring(data: Path) -> bool:
    """Ask a window that is open on ``data`` to come forward.  False if none answers."""
    lock = _lock(data)
    if lock.tryLock(0):
        lock.unlock()
        return False
    if lock.error() is not QLockFile.LockError.LockFailedError:
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
    """Held by the first window; ``rung`` tells that the program was started once more."""

    rung = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._bell = _lock(data), _bell(data)
        if not self._lock.tryLock(0):
            return
        try:
            self._bell.write_bytes(b"")
        except OSError:
            return
        watcher = QFileSystemWatcher([str(self._bell)], self)
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


def _lock(data: Path) -> QLockFile:
    lock = QLockFile(str(_beside(data, "lock")))
    # A window may stay open for days; only a program that died leaves its lock to others.
    lock.setStaleLockTime(0)
    return lock


def _bell(data: Path) -> Path:
    return _beside(data, "bell")


def _beside(data: Path, ending: str) -> Path:
    folder = settings.folder()
    with suppress(OSError):
        # Where none can be made there is no lock to be had: each start opens a window.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"window-{crc32(str(data.absolute()).encode()):08x}.{ending}"
