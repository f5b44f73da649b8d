"""What tests of the lock share: a place for answers, a clock, and locks that get let go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, opened, put_down
from tests.store import samples
from tests.store.copied import copies_once
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import keep_nothing
from wizard.desk.places import Places
from wizard.safe.key_change import own_key


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still."""
    return FixedClock(samples.START)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place for answers; nothing is there yet."""
    return tmp_path / "answers"


@pytest.fixture
def lock_of(folder: Path, clock: FixedClock, cheap: None) -> Iterator[Maker]:
    """A maker of locks, as each start of the program makes one; they are let go at the end."""
    made: list[Lock] = []

    def make(at: Path = folder, *, shared: bool = False) -> Lock:
        if shared:
            keep_nothing(at)
        made.append(Lock(Places(at, clock=clock)))
        return made[-1]

    yield make
    for lock in made:
        lock.lock_now()


@pytest.fixture
def copied(folder: Path, lock_of: Maker) -> bytes:
    """Put answers down, with a copy of them, for an own login; gives the key."""
    lock = lock_of()
    put_down(lock)
    lock.let_go()
    opened(lock)
    copies_once(folder)
    lock.lock_now()
    key = own_key(folder)
    assert key is not None
    return key


@pytest.fixture
def staffroom(cheap: None, tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """A desk on a shared computer: what is in no file goes with the window."""
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "staffroom", content, clock=clock)
    keep_nothing(places.data)
    desk = Desk(places, Lock(places))
    desk.ready.result(60)
    yield desk
    desk.close()


@pytest.fixture
def locked(lock_of: Maker) -> str:
    """Answers put down and locked with ``OLD``; gives the recovery code."""
    lock = lock_of()
    put_down(lock)
    code = lock.choose(OLD).result(60)
    lock.lock_now()
    return code
