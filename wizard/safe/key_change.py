"""The key of an own login is changed so that one that fits the store is always there.

The new key is put down beside the old one, the store is written anew under it, and only
then is the old key written over in its place, where the disk keeps its bytes.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wizard.safe import disk
from wizard.safe.key import KEY_BYTES, KEY_FILE, is_wiped
from wizard.safe.key_copy import KEY_COPY_FILE, copy_key
from wizard.safe.regular import read_regular

NEXT_KEY_FILE = "own-login.next"


def next_key(folder: Path) -> bytes | None:
    """Return the key that a change put down and did not finish with, or None."""
    return _read(folder / NEXT_KEY_FILE)


def own_key(folder: Path) -> bytes | None:
    """Return the key beside the store, or None where there is none of the right length."""
    return _read(folder / KEY_FILE)


def announce(folder: Path, current: bytes, new: bytes) -> None:
    """Put ``new`` beside ``current``, the key that the store has now."""
    before = own_key(folder)
    if before is None:
        # A bad spot took it while a change was cut short: there is nothing to write over.
        disk.put_secret(folder / KEY_FILE, current)
    elif before != current:
        # A change before this one did not finish: its key is the current one.
        disk.write_in_place(folder / KEY_FILE, current)
    disk.wipe(folder / NEXT_KEY_FILE)
    disk.put_secret(folder / NEXT_KEY_FILE, new)


def settle(folder: Path, new: bytes) -> None:
    """Make ``new``, which was announced and which the store has now, the only key."""
    disk.write_in_place(folder / KEY_FILE, new)
    copy_key(folder, new)
    # The next change would not write over its block, and what that takes would open by it.
    disk.wipe(folder / NEXT_KEY_FILE)
    disk.sync_folder(folder)


def place(folder: Path, key: bytes) -> None:
    """Put ``key`` beside the store as its only key."""
    disk.make_folder(folder)
    disk.put_secret(folder / KEY_FILE, key)
    disk.wipe(folder / NEXT_KEY_FILE)
    # Where this is refused the next start keeps it twice.
    with suppress(OSError):
        copy_key(folder, key)


def wipe(folder: Path) -> None:
    """Write over the keys of an own login and take them away, each asked for twice."""
    names = (KEY_COPY_FILE, NEXT_KEY_FILE, KEY_FILE)
    for name in names:
        # What is refused for a moment would stay in clear, and all behind it.
        with suppress(OSError):
            disk.wipe(folder / name)
    for name in names:
        disk.wipe(folder / name)
    disk.sync_folder(folder)


def remove_half_made(folder: Path) -> None:
    """Take away what a program that died while it wrote a key or a lock left behind."""
    for name in ("own-login*", "lock*.json"):
        for path in list(folder.glob(f".{name}.*.part")):
            # A second name of what is in use, as there is one for a moment, only goes.
            with suppress(OSError):
                disk.wipe_last_name(path)
    with suppress(FileNotFoundError):
        if is_wiped(read_regular(folder / NEXT_KEY_FILE, KEY_BYTES) or b""):
            disk.remove(folder / NEXT_KEY_FILE)


def _read(path: Path) -> bytes | None:
    try:
        key = read_regular(path, KEY_BYTES) or b""
    except OSError:
        return None
    return key if len(key) == KEY_BYTES and not is_wiped(key) else None
