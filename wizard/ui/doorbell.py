"""One window for one folder of answers: a second start brings the first to the front.

There is no network in it: the first window holds a lock file and watches another file,
and a second start writes to that.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QFileSystemWatcher, QLockFile, QObject, Signal

from wizard.ui import settings


def ring(data: Path) -> bool:
    """Ask a window that is open on ``data`` to come forward.  False if there is none."""
    lock = _lock(data)
    if lock.tryLock(0):
        lock.unlock()
        return False
    if lock.error() is not QLockFile.LockError.LockFailedError:
        # A folder that can not be written to has no window's lock in it either.
        return False
    try:
        _bell(data).write_bytes(b"!")
    except OSError:
        return False
    return True


class Doorbell(QObject):
    """Held by the first window; ``rung`` tells that the program was started once more."""

    rung = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, bell = _lock(data), _bell(data)
        if not self._lock.tryLock(0):
            return
        try:
            bell.touch()
        except OSError:
            return
        watcher = QFileSystemWatcher([str(bell)], self)
        watcher.fileChanged.connect(self.rung)

    def take_down(self) -> None:
        """Let the next start open a window of its own."""
        self._lock.unlock()


def _lock(data: Path) -> QLockFile:
    lock = QLockFile(str(_beside(data, "lock")))
    # A window may stay open for days; only a program that died leaves its lock to others.
    lock.setStaleLockTime(0)
    return lock


def _bell(data: Path) -> Path:
    return _beside(data, "bell")


def _beside(data: Path, ending: str) -> Path:
    folder = settings.folder()
    folder.mkdir(parents=True, exist_ok=True)
    name = QCryptographicHash.hash(str(data.absolute()).encode(), QCryptographicHash.Algorithm.Sha1)
    return folder / f"window-{bytes(name.toHex().data()).decode()[:12]}.{ending}"
