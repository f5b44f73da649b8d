"""What opens the answers of an own login: its key, the next one, and the one kept a second time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wizard import there
from wizard.desk.lock.state import by_fit, fits
from wizard.safe import disk
from wizard.safe.key import KEY_FILE, STORE_FILE, is_made_ours, own_login_key
from wizard.safe.key_change import NEXT_KEY_FILE, next_key, own_key
from wizard.safe.key_copy import KEY_COPY_FILE, copied_key, copy_key
from wizard.safe.locked import is_locked
from wizard.safe.regular import read_regular
from wizard.store import two_keys


def keys_in_clear(folder: Path) -> tuple[bytes, ...]:
    """Return each key that lies in ``folder`` with no lock about it."""
    found = (own_key(folder), next_key(folder), copied_key(folder))
    return tuple(dict.fromkeys(key for key in found if key))


def own_keys(folder: Path) -> tuple[bytes, ...]:
    """Return the keys that may open the store, that first which it has; make the first of all.

    More than one where a change of key was cut short, or a folder was copied over another's.
    Raises as ``own_login_key`` does.
    """
    with suppress(OSError):
        _bring_back(folder)
    keys = keys_in_clear(folder)
    if own_key(folder) is None and any(fits(folder, key) for key in keys):
        # The disk does not let go of what it can not read, or reads it in a moment: the others do.
        return by_fit(folder, keys)
    found = (next_key(folder), own_login_key(folder), copied_key(folder))
    return by_fit(folder, tuple(dict.fromkeys(key for key in found if key)))


def see_copied(folder: Path) -> None:
    """Keep the key that opened the store a second time, if it is not, for this user alone.

    A folder that refuses it keeps nobody out.
    """
    key = own_key(folder)
    with suppress(OSError):
        if key is None or next_key(folder) is not None or is_locked(folder):
            return
        # Copying a folder often loosens the rights.
        with suppress(FileNotFoundError):
            if not is_made_ours(folder / KEY_COPY_FILE):
                # Nobody could write over it as the key changes.
                disk.remove_secret(folder / KEY_COPY_FILE)
        if _may_go(folder, key) and (_is_new(folder) or fits(folder, key)):
            copy_key(folder, key)


def _may_go(folder: Path, key: bytes) -> bool:
    """Say whether what is kept a second time is another than ``key``, and needed by nothing."""
    try:
        read_regular(folder / KEY_COPY_FILE, 1)
    except FileNotFoundError:
        return True
    except OSError:
        # It may be so for a moment, and be what copies open by.
        return two_keys.opens_all(folder, (key,))
    copied = copied_key(folder)
    return copied is None or (copied != key and two_keys.opens_nothing(folder, copied))


def _is_new(folder: Path) -> bool:
    return not there.is_any(folder / STORE_FILE)


def _bring_back(folder: Path) -> None:
    """Put the key that was kept a second time where a bad spot took the first.

    Both are gone on with where either opens something: a folder was copied over another computer's.
    """
    key, pending, copied = own_key(folder), next_key(folder), copied_key(folder)
    if copied is None or copied == key:
        return
    if key is None:
        # Where only the first was not read for a moment, the second may be an older one.
        is_last = _is_new(folder) and two_keys.opens_any(folder, copied)
        if is_last or fits(folder, copied):
            disk.put_secret(folder / KEY_FILE, copied)
        return
    current, other = (copied, key) if fits(folder, copied) else (key, copied)
    if pending in (None, other) and not two_keys.opens_nothing(folder, other):
        # It lies in a second place before the first of its own goes.
        disk.put_secret(folder / NEXT_KEY_FILE, other)
    elif pending is not None:
        return
    if key != current:
        disk.write_in_place(folder / KEY_FILE, current)
