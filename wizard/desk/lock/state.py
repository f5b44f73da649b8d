"""How the answers of a computer login stand, read from the disk without opening them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from wizard import there
from wizard.errors import InputFault
from wizard.safe import disk
from wizard.safe.key import KEY_FILE, STORE_FILE, is_kept
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.safe.key_copy import KEY_COPY_FILE
from wizard.safe.locked import is_locked
from wizard.safe.passphrase import as_typed
from wizard.words import say

LEAST_LETTERS = 12
"""Letters a passphrase needs: three plain words have them."""


KEEPS_NOTHING_FILE = "keeps-nothing.here"
"""Lies where somebody said that this is a shared computer; window and commands heed it."""

OWN_LOGIN_FILE = "own-login.here"
"""Lies where somebody said that this login is theirs alone; until then home goes on asking."""

_OWN = b"Whoever uses this login said that it is theirs alone.\n"
_SHARED = b"Nothing is kept here: this is a shared computer.\n"


class State(Enum):
    """How the answers of this computer login stand."""

    NEW = "new"
    """Nothing is kept: at the first save the person says whose computer this is."""
    OPEN = "open"
    """Kept, and open: for an own login, or unlocked."""
    LOCKED = "locked"
    """Kept, and shut until somebody gives the passphrase or the recovery code."""
    SHARED = "shared"
    """Nothing is kept longer than the program is open."""


def state(folder: Path) -> State:
    """Return how the answers in ``folder`` stand on the disk, without opening anything.

    Raises ``StoreProblem`` where that can not be seen: taken for new, a place would be let be used
    by whoever sits there.
    """
    with _told(folder):
        if is_locked(folder):
            return State.LOCKED
        keys = (folder / name for name in (KEY_FILE, NEXT_KEY_FILE, KEY_COPY_FILE))
        if there.is_one_of(keys) or is_kept(folder):
            # They count for more: answers must not lie forgotten behind a file.
            return State.OPEN
        is_shared = there.kind(folder / KEEPS_NOTHING_FILE, follows=False)
        return State.SHARED if is_shared else State.NEW


def refuse_gone(folder: Path) -> None:
    """Raise the ``StoreProblem`` that says why a ``folder`` can not be looked into."""
    with _told(folder):
        os.scandir(folder).close()


def is_unsaid(folder: Path) -> bool:
    """Say whether nobody has said yet whose computer this is.  Raises ``StoreProblem``."""
    with _told(folder):
        is_said = there.kind(folder / OWN_LOGIN_FILE, follows=False)
    return not is_said and state(folder) in (State.NEW, State.OPEN)


def say_own(folder: Path) -> None:
    """Put down that this login is one person's alone.  Raises ``OSError``."""
    disk.make_folder(folder)
    disk.write_over(folder / OWN_LOGIN_FILE, _OWN)


def keep_nothing(folder: Path) -> None:
    """Put down that nothing is kept in ``folder``.  Raises ``OSError``."""
    disk.make_folder(folder)
    disk.write_over(folder / KEEPS_NOTHING_FILE, _SHARED)


def keep_again(folder: Path) -> None:
    """Take that back.  Raises ``OSError``."""
    disk.remove(folder / KEEPS_NOTHING_FILE)


def by_fit(folder: Path, keys: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Return ``keys`` with that first which the store has; as they are if none fits it."""
    store = folder / STORE_FILE
    if len(keys) == 1 or not there.is_any(store):
        return keys
    first = next((key for key in keys if fits(folder, key)), keys[0])
    return first, *(key for key in keys if key != first)


def fits(folder: Path, key: bytes) -> bool:
    """Say whether the store in ``folder`` is there and has this key."""
    # SQLite waits until a store is really opened: every start asks here how it stands.
    from wizard.store import database

    return database.fits(folder / STORE_FILE, key)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Say in one sentence why what is in ``folder`` can not be looked at."""
    try:
        yield
    except OSError as fault:
        from wizard.store import failures

        raise failures.in_words(fault, folder) from fault


def refuse_short(passphrase: str) -> None:
    """Raise ``InputFault`` for a passphrase that is too short to stand guessing."""
    if len(as_typed(passphrase)) < LEAST_LETTERS:
        raise InputFault(say("errors.passphrase.short", least=LEAST_LETTERS))
