"""One window for one folder of answers: a second start brings the first to the front.

There is no network in it: the first window holds a lock file and watches another file.
A second start writes to that which screen it is on, and the window answers there that it comes,
or that it stands on another screen: whoever started sees nothing of it there.  Where no answer
comes, what holds the lock is no window of ours, or hangs: then it opens a window of its
own.

Qt waits for the disk whenever it makes such a lock, so none is made before the window is on
the screen.  Two that are started at once both open one; whichever has no lock then, rings.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from zlib import crc32

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from wizard.errors import OutputFault
from wizard.ui import display, settings
from wizard.words import say

PATIENCE = 10.0
"""Seconds in which a window answers, on the slowest computer, while it is being opened."""

_PAUSE = 0.02

_RING, _HERE, _ELSEWHERE = b"!", b"here", b"elsewhere"
"""What a second start writes before the names of its screen, and the two answers.

Nothing is none: a file is empty for a moment whenever it is written over.
"""


def is_locked(data: Path) -> bool:
    """Say whether some window holds ``data``, or died while it did."""
    return os.path.lexists(_beside(data, "lock"))


def ring(data: Path) -> bool:
    """Ask a window that is open on ``data`` to come forward.  False if none answers.

    Raises ``OutputFault`` if it stands on another screen of this login.
    """
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
        bell.write_bytes(_RING + _screen())
        while (said := bell.read_bytes()) not in (_HERE, _ELSEWHERE):
            # A window that closes answers no more, and lets go of it once all is put away.
            if monotonic() > until:
                _take_over(lock)
                return False
            if lock.tryLock(0):
                lock.unlock()
                return False
            sleep(_PAUSE)
    except OSError:
        return False
    if said == _ELSEWHERE:
        raise OutputFault(say("errors.other-screen"))
    return True


class Doorbell(QObject):
    """Held by the first window; ``rung`` tells that the program was started once more.

    ``is_held`` if this is the first window.
    """

    rung = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._bell, self._screen = _lock(data), _bell(data), _screen()
        self.is_held = self._lock.tryLock(0)
        if not self.is_held:
            return
        try:
            self._bell.touch()
        except OSError:
            return
        watcher = QtCore.QFileSystemWatcher([str(self._bell)], self)
        watcher.fileChanged.connect(self._answer)
        # Somebody may have rung since the lock was there; this window is just coming forward.
        self._answer()

    def take_down(self) -> None:
        """Let the next start open a window of its own."""
        self._lock.unlock()

    def _answer(self) -> None:
        try:
            said = self._bell.read_bytes()
            if not said.startswith(_RING):
                return
            is_here = _is_same(self._screen, said.removeprefix(_RING))
            self._bell.write_bytes(_HERE if is_here else _ELSEWHERE)
        except OSError:
            # Whoever rang hears nothing, and opens a window that says why.
            return
        if is_here:
            self.rung.emit()


def _screen() -> bytes:
    """Return the names that the screen of this start has, a line each; none where it has none."""
    names = (os.environ.get(name, "") for name in display.NAMED)
    # ":0.0" is a part of ":0"; whoever sees the one sees the other.
    return os.fsencode("\n".join(re.sub(r"\.\d+$", "", name) for name in names))


def _is_same(one: bytes, other: bytes) -> bool:
    # A desktop of today has a name of each kind, and a terminal may know of one only.
    mine, theirs = (set(filter(None, names.split(b"\n"))) for names in (one, other))
    return not (mine and theirs) or bool(mine & theirs)


def _lock(data: Path) -> QtCore.QLockFile:
    folder = settings.folder()
    with suppress(OSError):
        # Where none can be made there is no lock to be had: each start opens a window.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Where something was remembered before, Qt made it, open to other logins.
        folder.chmod(0o700)
    lock = QtCore.QLockFile(str(_beside(data, "lock")))
    # A window may stay open for days; only a program that died leaves its lock to others.
    lock.setStaleLockTime(0)
    return lock


def _take_over(lock: QtCore.QLockFile) -> None:
    """Let go of what a window of another computer held, whose profile was moved here."""
    # To Qt it may be open there: it takes away what is old alone.
    if QtCore.QSysInfo.machineHostName() not in map(str, lock.getLockInfo()):
        lock.setStaleLockTime(1)
        if lock.tryLock(0):
            lock.unlock()


def _bell(data: Path) -> Path:
    return _beside(data, "bell")


def _beside(data: Path, ending: str) -> Path:
    # One folder may have two names; where they lead in a circle this raises nothing.
    found = os.path.realpath(data)
    return settings.folder() / f"window-{crc32(found.encode()):08x}.{ending}"
