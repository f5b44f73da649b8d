"""Putting bytes on the disk so that they stay there, whole or not at all.

Everything here raises plain ``OSError``; whoever calls knows what the file was for
and says so in a sentence.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard import there
from wizard.clock import SystemClock

_PATIENCE = 2.0
"""Seconds that a rename or a removal waits for a virus scanner to let go of a file."""

_PAUSE = 0.05

_WRITERS = 8
"""How often a file is begun anew that another writer of it took away, by a clock that jumped."""

_AT_WORK = 60
"""Seconds in which a file that is being written is touched."""

_SPARE_END = re.compile(r"[0-9a-f]{8}\.part")

_LIST = "system.posix_acl_access"
"""Where Linux keeps who else may read a file, beside its owner, its group and all others."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Error numbers that mean there is no room: the disk, the person's share, the file."""

_NOTHING_TO_SYNC = frozenset({errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})
"""What a system says of a folder that may not be looked into, or that it has no way to sync."""


def sync_folder(folder: Path) -> None:
    """Make names that were added to or taken from ``folder`` survive a power cut.

    Windows keeps names in its own journal and has nothing to call.  Where there is no way, what
    was done is done all the same: nobody is told that it was refused.
    """
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as fault:
        if fault.errno not in _NOTHING_TO_SYNC:
            raise


def make_folder(folder: Path) -> None:
    """Make ``folder`` and what is missing above it, for this user alone, so that it lasts.

    Raises ``OSError``; ``NotADirectoryError`` where something else has its name.
    """
    missing = [place for place in (folder, *folder.parents) if not there.is_any(place)]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
        sync_folder(place.parent)
    if not stat.S_ISDIR(there.kind(folder)):
        raise NotADirectoryError(errno.ENOTDIR, "something else has its name", str(folder))


def sync_file(path: Path) -> None:
    """Wait until a file that somebody else wrote is on the disk."""
    # Windows syncs only what may be written.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Write a new file, for this user alone unless said, and wait until it is on the disk.

    Raises ``FileExistsError`` where something already has that name, a link included.
    A file that could not be written whole is taken away again.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _discard(path)
        raise


def write_over(
    path: Path, content: bytes, mode: int = 0o600, *, keeps_rights: bool = False
) -> None:
    """Put ``content`` at ``path``: the old file stays until the new one is whole.

    If it ``keeps_rights``, whoever may read the old one may read the new one, and nobody else.
    Another who writes the same file may take the new one for what a dead program left, once each.
    """
    for others in reversed(range(_WRITERS)):
        spare = spare_name(path)
        write_new(spare, content, mode)
        try:
            if keeps_rights:
                _give_rights(path, spare)
            move(spare, path)
        except FileNotFoundError:
            if not others:
                raise
        except BaseException:
            _discard(spare)
            raise
        else:
            return


def write_in_place(path: Path, content: bytes) -> None:
    """Write over what a file holds, and wait until it is on the disk.

    Not a new file under the old name: that would leave what it held in a free block.
    """
    _write_in_place(path, lambda _size: content)


def wipe(path: Path) -> None:
    """Write zeros over all that a file holds, and take it away."""
    # Nobody looks first: what can not be looked at for a moment would stay.
    with suppress(FileNotFoundError):
        _write_in_place(path, bytes)
        remove(path)


def put_secret(path: Path, content: bytes) -> None:
    """Do as ``write_over`` does, and write zeros over what the file before it held.

    So with ``remove_secret``, for a key or a lock: what opens answers would lie in a free block.
    What has another name, as in a backup of somebody's, stays.  A disk without second names
    keeps what lay there; one that refuses to write over it has it as a half-made file.
    """
    with _wiped_behind(path):
        write_over(path, content)


def remove_secret(path: Path) -> None:
    """Take a file away for good, and write zeros over what it held, as ``put_secret`` does."""
    with _wiped_behind(path):
        remove(path)


@contextmanager
def _wiped_behind(path: Path) -> Iterator[None]:
    spare = spare_name(path)
    # Each is asked twice: what is refused for a moment would lie there for good.
    for _ in range(2):
        with suppress(OSError):
            # An open file would do, but Windows replaces none.
            os.link(path, spare)
            break
    try:
        yield
    finally:
        for _ in range(2):
            with suppress(OSError):
                # A power cut would else bring the old name back, with nothing in it.
                sync_folder(path.parent)
                wipe_last_name(spare)
                break


def wipe_last_name(path: Path) -> None:
    """Take a file away, and write zeros over what it holds unless it has another name."""
    state = path.lstat()
    if stat.S_ISREG(state.st_mode) and state.st_nlink == 1:
        # Another's that all may write is written over; one that only they may only goes.
        with suppress(PermissionError):
            try:
                _write_in_place(path, bytes)
            except PermissionError:
                # It may only be read, as from a disc, and would stay for good.
                path.chmod(0o600)
                _write_in_place(path, bytes)
    remove(path)


def _discard(path: Path) -> None:
    """Take away what was not finished; of a key its bytes would else stay in a free block."""
    with suppress(OSError):
        _write_in_place(path, bytes)
    path.unlink(missing_ok=True)


def _write_in_place(path: Path, content: Callable[[int], bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        written = content(os.fstat(handle).st_size)
        os.write(handle, written)
        os.ftruncate(handle, len(written))
        os.fsync(handle)
    finally:
        os.close(handle)


def _give_rights(path: Path, spare: Path) -> None:
    """Let those read ``spare``, which is for this user alone, who may read ``path``."""
    # What the disk has no rights for, or is gone by now, leaves it as it is.
    with suppress(OSError):
        was = path.stat()
        if sys.platform != "win32":
            with suppress(OSError):
                os.chown(spare, -1, was.st_gid)
        rights, is_same = was.st_mode & 0o666, spare.stat().st_gid == was.st_gid
        listed = _listed(path)
        if listed or not is_same:
            # Of a list they are the most that anybody on it may; and another group is nobody.
            rights &= ~stat.S_IRWXG
        if sys.platform == "linux":
            with suppress(OSError):
                # What the folder gives to each new file in it.
                os.removexattr(spare, _LIST)
        spare.chmod(rights)
        if sys.platform == "linux" and listed and is_same:
            os.setxattr(spare, _LIST, listed)


def _listed(path: Path) -> bytes:
    if sys.platform == "linux":
        with suppress(OSError):
            return os.getxattr(path, _LIST)
    return b""


def spare_name(path: Path) -> Path:
    """Return a name beside ``path`` that nothing has, ending in ``.part``."""
    return path.with_name(f"{_spare_start(path)}{os.urandom(4).hex()}.part")


def remove_spares(path: Path) -> None:
    """Take away what a program that died while it wrote ``path`` left beside it, if it goes."""
    start, now = _spare_start(path), SystemClock().now().timestamp()
    with suppress(OSError):
        for beside in list(path.parent.iterdir()):
            rest = beside.name.removeprefix(start)
            is_spare = beside.name.startswith(start) and _SPARE_END.fullmatch(rest)
            # Who writes the same file in this very moment is not dead.
            if is_spare and abs(now - beside.stat().st_mtime) > _AT_WORK:
                remove(beside)


def _spare_start(path: Path) -> str:
    return f".{path.name[:40]}."


def move(source: Path, target: Path) -> None:
    """Give ``source`` the name ``target``, replacing what had it, and make that last."""
    rename(source, target)
    sync_folder(target.parent)
    if source.parent != target.parent:
        sync_folder(source.parent)


def rename(source: Path, target: Path) -> None:
    """Do as ``move`` does; a power cut may still take it back."""
    _patiently(lambda: source.replace(target))


def remove(path: Path) -> None:
    """Take a file away for good; one that is not there is no fault."""
    _patiently(lambda: path.unlink(missing_ok=True))


def _patiently(act: Callable[[], object]) -> None:
    # Only Windows refuses to rename a file that somebody else is reading; elsewhere
    # "no permission" will not change by waiting.
    until = time.monotonic() + (_PATIENCE if sys.platform == "win32" else 0.0)
    while True:
        try:
            act()
            return
        except PermissionError:
            if time.monotonic() >= until:
                raise
        time.sleep(_PAUSE)
