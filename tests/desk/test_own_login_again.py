"""A passphrase that is taken away while two keys lie under it: a change of key was cut short."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, died_at_each_step, kept, opened, opens, put_down
from tests.desk.no_room import no_room
from tests.store.copied import copies_once
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.errors import StoreProblem
from wizard.store import backup

SMALL = 10_000
"""Bytes for which there is room: a key or a lock, but no store."""


def _both_keys(tmp_path: Path, lock_of: Maker) -> Iterator[Path]:
    """Give each folder in which somebody changed the passphrase and died before it was done."""
    lock = lock_of(tmp_path / "start")
    put_down(lock)
    lock.choose(OLD).result(60)
    lock.let_go()
    opened(lock)
    copies_once(tmp_path / "start")
    lock.lock_now()
    yield from (at for at in died_at_each_step("change", tmp_path) if backup.copies(at))


def _unlocked(lock: Lock) -> Lock:
    assert opens(lock, OLD) or opens(lock, NEW)
    return lock


def _all_open(lock: Lock, at: Path) -> None:
    worker = opened(lock)
    for copy in worker.copies().result(60):
        worker.restore(copy.name).result(60)
        assert kept(lock) == {"one", "two"}, (at.name, copy.name)
    lock.lock_now()


def test_no_copy_loses_its_key_with_the_lock(tmp_path: Path, lock_of: Maker) -> None:
    """The key of the store alone was put beside it, and the copies opened no more."""
    for at in _both_keys(tmp_path, lock_of):
        lock = _unlocked(lock_of(at))
        lock.choose_own_login().result(60)
        lock.lock_now()

        again = lock_of(at)
        assert again.state is State.OPEN
        _all_open(again, at)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_a_lock_whose_keys_copies_need_stays_on_a_full_disk(tmp_path: Path, lock_of: Maker) -> None:
    """The change of key could not go on, and the lock went with what a copy had saved."""
    refused = 0
    for at in _both_keys(tmp_path, lock_of):
        lock = _unlocked(lock_of(at))
        with no_room(SMALL):
            opened(lock)
            lock.finish()
            try:
                lock.choose_own_login().result(60)
            except StoreProblem:
                refused += 1
        has_lock = lock.has_lock
        lock.lock_now()

        again = lock_of(at)
        assert again.has_lock is has_lock
        _all_open(_unlocked(again) if has_lock else again, at)
    assert refused
