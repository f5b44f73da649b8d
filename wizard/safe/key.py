"""The key of the answers for a computer login that is the person's own.

The key lies beside the store, readable for this user alone.  It keeps the answers
from somebody who finds the file or a part of the disk, not from somebody who sits at
the unlocked computer.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from wizard import there
from wizard.errors import StoreDamaged, StoreFull, StoreUnwritable
from wizard.safe import disk
from wizard.safe.locked import LOCK_JSON
from wizard.words import say, say_reason

KEY_BYTES = 32
KEY_FILE = "own-login.key"
_MODE = 0o600
"""It is this user's alone, who changes it where it lies."""

STORE_FILE = "answers.db"
"""The encrypted answers."""

MARKER_FILE = "answers.here"
"""Says that answers were kept here once, so that a missing file is never taken for new."""

BACKUP_FOLDER = "answers-backups"

COPY_NAME = re.compile(r"answers-(?P<changes>\d{12})-(?P<day>\d{8})(?P<mark>-left|-back|)\.db")
"""What a copy in it is called; one that was gone back from, or back to, is marked."""


def own_login_key(folder: Path) -> bytes:
    """Return the key in ``folder``; make the folder and the key if nothing is kept there.

    Raises ``StoreDamaged`` if answers are there and their key is not: a new key could
    never read them.  Raises ``StoreUnwritable`` or ``StoreFull`` if the folder can
    not be used.
    """
    try:
        disk.make_folder(folder)
        path = folder / KEY_FILE
        key = _read(path)
        if key is None:
            _refuse_if_kept(folder)
            _create(path)
            key = _read(path)
    except OSError as fault:
        if fault.errno in disk.FULL:
            raise StoreFull(say("errors.key.full", folder=folder)) from fault
        reason = say_reason(fault)
        raise StoreUnwritable(say("errors.key.unwritable", folder=folder, reason=reason)) from fault
    if key is None:
        raise StoreDamaged(say("errors.key.taken", folder=folder))
    return key


def is_kept(folder: Path) -> bool:
    """Say whether answers, or copies of them, were put down in ``folder``.

    A file of somebody's own among the copies is none, and stays where answers went from.  Raises
    ``OSError`` where that can not be seen.
    """
    if any(there.kind(folder / name, follows=False) for name in (STORE_FILE, MARKER_FILE)):
        return True
    copies = folder / BACKUP_FOLDER
    if any(map(COPY_NAME.fullmatch, there.names(copies))):
        return True
    # What has the name of their folder and is none may hold some, as a link to a disk that is out.
    return bool(there.kind(copies, follows=False)) and not stat.S_ISDIR(there.kind(copies))


def is_wiped(key: bytes) -> bool:
    """Say whether a program that took this key away died before its file went, too."""
    return key == bytes(KEY_BYTES)


def _read(path: Path) -> bytes | None:
    if not there.is_named(path):
        return None
    if not stat.S_ISREG(path.lstat().st_mode):
        raise StoreDamaged(say("errors.key.odd", path=path))
    is_ours = is_made_ours(path)
    with path.open("rb") as file:
        key = file.read(KEY_BYTES + 1)
    if len(key) != KEY_BYTES:
        raise StoreDamaged(say("errors.key.damaged", path=path))
    if is_wiped(key):
        return None
    if not is_ours:
        # Where this is refused, too, it opens the answers all the same.
        with suppress(OSError):
            disk.put_secret(path, key)
    return key


def is_made_ours(path: Path) -> bool:
    """Let this user alone read a file and change it, if it is theirs; say whether it may stay.

    What an administrator put back is often that administrator's, and may be for all to read.
    """
    if os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == _MODE:
        return True
    try:
        path.chmod(_MODE)
    except PermissionError:
        return _can_be_changed(path) and _has_no_better(path)
    return True


def _can_be_changed(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_WRONLY))
    except PermissionError:
        return False
    return True


def _has_no_better(path: Path) -> bool:
    """Say whether another file in its place would not be this user's alone, either.

    On a memory stick that knows no rights there would be one more in clear at each start.
    """
    spare = disk.spare_name(path)
    try:
        disk.write_new(spare, b"")
        spare.chmod(_MODE)
        made = spare.stat()
    except OSError:
        return True
    finally:
        with suppress(OSError):
            disk.remove(spare)
    return made.st_uid != os.getuid() or stat.S_IMODE(made.st_mode) != _MODE


def _refuse_if_kept(folder: Path) -> None:
    if is_kept(folder):
        raise StoreDamaged(say("errors.key.missing", folder=folder, key=KEY_FILE, lock=LOCK_JSON))


def _create(path: Path) -> None:
    # Whole under another name first: a power cut must not leave half a key, and a
    # second program that starts at the same moment must not get a key of its own.
    spare = disk.spare_name(path)
    disk.write_new(spare, os.urandom(KEY_BYTES))
    try:
        _give_name_once(spare, path)
    finally:
        spare.unlink(missing_ok=True)
    disk.sync_folder(path.parent)


def _give_name_once(spare: Path, path: Path) -> None:
    # A link, and on Windows a rename, refuse a name that is taken: then another program
    # was first, and its key is the key.
    try:
        if os.name == "posix":
            os.link(spare, path)
        else:
            spare.rename(path)
    except FileExistsError:
        if is_wiped(path.read_bytes()):
            spare.replace(path)
    except OSError:
        # Memory sticks and some shares know no links.
        if not there.is_named(path):
            spare.rename(path)
