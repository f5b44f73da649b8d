"""Where a folder really lies: on this computer, or somewhere that only looks like it.

A share may be gone when the network is, may say that bytes are on its disk when they are
not, and lets two computers open one file at once.  So the person is warned; the usual
place is always local.  Windows is reasoned, not run.
"""

from __future__ import annotations

import os
import re
import sys
from enum import Enum
from pathlib import Path, PurePosixPath

from wizard import there

MOUNTS = Path("/proc/self/mounts")

_SHARES = frozenset((
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre",
    "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs",
    "fuse.kio-fuse", "davfs",
))  # fmt: skip
"""What the system calls a folder of another computer."""

_REMOTE_DRIVE = 4
"""``DRIVE_REMOTE`` of Windows."""

_OCTAL = re.compile(r"\\([0-7]{3})")


class Whereabouts(Enum):
    """What kind of place a folder lies in."""

    HERE = "here"
    NETWORK = "network"
    """On another computer."""
    ROAMING = "roaming"
    """Copied to another computer at each log-in and log-out."""


def whereabouts(folder: Path) -> Whereabouts:
    """Return where ``folder``, which need not be there yet, lies.  Never raises."""
    try:
        place = folder.resolve()
        if there.is_any(MOUNTS):
            return in_table(place, MOUNTS.read_text("utf-8", "surrogateescape"))
        return _on_windows(place)
    except (OSError, RuntimeError):
        # A warning is not worth keeping somebody from their answers.
        return Whereabouts.HERE


def in_table(place: Path, mounts: str) -> Whereabouts:
    """Return where ``place`` lies by the system's table of ``mounts``, as Linux writes it."""
    found, kind = PurePosixPath("/"), ""
    for line in mounts.splitlines():
        cells = line.split(" ")
        if len(cells) < 3:
            continue
        mounted = PurePosixPath(_OCTAL.sub(lambda match: chr(int(match[1], 8)), cells[1]))
        # The deepest one holds the folder; of two in one place, the later lies on top.
        if PurePosixPath(place).is_relative_to(mounted) and mounted.is_relative_to(found):
            found, kind = mounted, cells[2]
    return Whereabouts.NETWORK if kind in _SHARES else Whereabouts.HERE


def _on_windows(place: Path) -> Whereabouts:
    where = Whereabouts.HERE
    if sys.platform == "win32":
        import ctypes

        roaming = os.environ.get("APPDATA", "")
        is_share = place.drive.startswith("\\\\")
        if roaming and place.is_relative_to(roaming):
            where = Whereabouts.ROAMING
        elif is_share or ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE:
            where = Whereabouts.NETWORK
    return where
