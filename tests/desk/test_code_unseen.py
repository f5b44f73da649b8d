"""A recovery code that nobody saw: the lock remembers that it was, until somebody has it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, died_at_each_step, kept, opens, put_down
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.safe.locked import LOCK_COPY, LOCK_JSON

MAKE: dict[str, Callable[[Lock], Future[str]]] = {
    "first": lambda lock: lock.choose(OLD),
    "apart": lambda lock: lock.choose_apart("Siân", OLD),
    "again": lambda lock: _after(lock.choose(OLD), lock.new_recovery_code),
}


def _after(done: Future[str], then: Callable[[], Future[str]]) -> Future[str]:
    done.result(60)
    return then()


def _again(lock: Lock, secret: str = OLD) -> bool:
    """Lock, unlock, and say whether a code is remembered as unseen."""
    lock.lock_now()
    lock.unlock(secret).result(60)
    return lock.code_unseen


@pytest.mark.parametrize("way", MAKE)
def test_a_code_counts_as_unseen_until_somebody_has_it(way: str, lock_of: Maker) -> None:
    """A lock that fell, or a crash, before it was shown left a sheet that nobody had."""
    lock = lock_of()
    put_down(lock)
    code = MAKE[way](lock).result(60)
    assert not lock.code_unseen, "it is on its way to whoever asked for it"
    assert _again(lock)
    assert _again(lock), "nobody has it yet"

    lock.code_seen(code).result(60)
    assert not lock.code_unseen
    assert not _again(lock)


def test_it_is_remembered_where_the_lock_fell_before(lock_of: Maker, locked: str) -> None:
    """A sheet that was being written as the lock fell is there all the same."""
    lock = lock_of()
    lock.code_seen(locked).result(60)
    lock.unlock(OLD).result(60)

    assert not lock.code_unseen


def test_a_code_that_has_ended_says_nothing_of_the_one_there_is(
    lock_of: Maker, locked: str
) -> None:
    """Leaving the page with the old one was taken for having seen the new one."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    lock.new_recovery_code().result(60)
    lock.code_seen(locked).result(60)

    assert _again(lock)


def test_whoever_opens_with_the_code_has_it(lock_of: Maker, locked: str) -> None:
    """Somebody wrote it down by hand: they must not be told that nobody ever saw it."""
    lock = lock_of()
    assert not _again(lock, locked.lower())
    assert not _again(lock)


def test_deleting_keeps_what_is_known_of_the_code(lock_of: Maker, locked: str) -> None:
    """A deletion writes the lock anew, and would have forgotten it."""
    lock = lock_of()
    for seen in (False, True):
        lock.unlock(OLD).result(60)
        worker, _ = lock.open_store()
        worker.erase_all(lock.renewal()).result(60)
        assert _again(lock) is not seen
        lock.code_seen(locked).result(60)


def test_one_of_the_two_locks_remembers_it_too(lock_of: Maker, locked: str, folder: Path) -> None:
    """A bad spot on the disk takes a lock: the other one knows as much."""
    (folder / LOCK_JSON).write_bytes(b"")
    lock = lock_of()
    assert _again(lock)
    lock.code_seen(locked).result(60)
    (folder / LOCK_COPY).write_bytes(b"")
    assert not _again(lock)


def test_an_older_one_of_the_two_does_not_come_back_by_it(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """Put back beside the open store it opens with the same code, and has a key long gone."""
    older = (folder / LOCK_JSON).read_bytes()
    lock = lock_of()
    lock.unlock(OLD).result(60)
    worker, _ = lock.open_store()
    worker.erase("two", lock.renewal()).result(60)
    (folder / LOCK_JSON).write_bytes(older)
    lock.code_seen(locked).result(60)
    lock.lock_now()

    lock.unlock(OLD).result(60)
    assert kept(lock) == {"one"}
    assert not lock.code_unseen


@pytest.mark.parametrize("what", ["lock", "change", "code"])
def test_wherever_a_program_dies_no_code_is_lost_silently(
    what: str, tmp_path: Path, lock_of: Maker
) -> None:
    """Killed before each act on a file: the sheet in the drawer opens, or it is told."""
    lock = lock_of(tmp_path / "start")
    put_down(lock)
    sheet = ""
    if what != "lock":
        sheet = lock.choose(OLD).result(60)
        lock.code_seen(sheet).result(60)
    lock.lock_now()
    told = 0
    for folder in died_at_each_step(what, tmp_path):
        lock = lock_of(folder)
        if lock.state is State.LOCKED:
            _unlocked_by_any(lock, OLD, NEW)
            is_told = lock.code_unseen
            told += is_told
            lock.lock_now()
            assert is_told or opens(lock, sheet), folder.name
    assert told
    assert is_told


def _unlocked_by_any(lock: Lock, *secrets: str) -> None:
    assert any(opens(lock, secret) for secret in secrets)
