"""Copies that have another key than the store: a change of key was cut short before they went."""

from __future__ import annotations

import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.locks import (
    NEW,
    OLD,
    Maker,
    begin,
    delete,
    died_at_each_step,
    kept,
    opened,
    put_down,
    two_alike,
)
from tests.store import samples
from tests.store.copied import copies_once
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.errors import StoreAstray, StoreDamaged, StoreLocked
from wizard.safe import key_change
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.safe.lock_file import read_locks
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.store import backup


def _damage(store: Path) -> None:
    store.write_bytes(b"rubbish!" * 4096)


def _unlocked(lock: Lock) -> Lock:
    """Unlock with whichever passphrase the death left."""
    if lock.state is State.LOCKED:
        try:
            lock.unlock(OLD).result(60)
        except StoreLocked:
            lock.unlock(NEW).result(60)
    return lock


@pytest.mark.parametrize("what", ["lock", "change", "erase", "erase-locked"])
def test_copies_are_gone_back_to_whichever_of_the_keys_they_have(
    what: str, tmp_path: Path, lock_of: Maker
) -> None:
    """A crash in the midst of it and a damaged store: every copy was called damaged, too."""
    start = tmp_path / "start"
    lock = lock_of(start)
    put_down(lock)
    if what in ("change", "erase-locked"):
        lock.choose(OLD).result(60)
    lock.let_go()
    opened(lock)
    copies_once(start)
    lock.lock_now()
    gone_back = 0
    for folder in died_at_each_step(what, tmp_path):
        copies = backup.copies(folder)
        if not copies:
            continue
        _damage(folder / STORE_FILE)
        lock = _unlocked(lock_of(folder))
        worker, ready = lock.open_store()
        with pytest.raises(StoreDamaged):
            ready.result(60)
        lock.finish()
        worker.restore(copies[0].name).result(60)
        found = kept(lock)
        assert "two" in found or what.startswith("erase"), folder.name
        lock.lock_now()
        again = _unlocked(lock_of(folder))
        assert kept(again) == found, folder.name
        again.finish()
        again.lock_now()
        gone_back += 1
    assert gone_back


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be written over there")
@pytest.mark.parametrize("passphrase", ["", OLD])
def test_what_one_goes_back_to_opens_at_the_next_start(
    passphrase: str, tmp_path: Path, lock_of: Maker
) -> None:
    """An older backup of the folder was copied over it: its key opened nothing gone back to."""
    lock, data, backup_of_it = two_alike(tmp_path, lock_of, passphrase)
    delete(lock, "two")
    copied = copies_once(data)[0].changes
    begin(lock, "three")
    lock.let_go()
    worker = opened(lock)
    newest = copies_once(data, since=copied)[0]
    shutil.copytree(backup_of_it, data, dirs_exist_ok=True)
    worker.list().exception(60)

    worker.restore(newest.name).result(60)
    assert kept(lock) == {"one", "three"}
    lock.lock_now()
    again = lock_of(data)
    if passphrase:
        again.unlock(passphrase).result(60)
    assert kept(again) == {"one", "three"}


@pytest.mark.parametrize("theirs", [b"k" * 32, None])
def test_a_key_that_another_took_the_place_of_is_put_back(
    theirs: bytes | None, tmp_path: Path, lock_of: Maker
) -> None:
    """Two computers in one synced folder: all was "Saved", and the next start opened nothing."""
    lock = lock_of(tmp_path)
    put_down(lock)
    key = tmp_path / KEY_FILE
    if theirs is None:
        key.unlink()
    else:
        key.write_bytes(theirs)
    assert kept(lock) == {"one", "two"}
    lock.lock_now()

    assert kept(lock_of(tmp_path)) == {"one", "two"}


def test_a_window_that_stays_open_puts_its_key_back_each_day(
    tmp_path: Path, lock_of: Maker, clock: FixedClock
) -> None:
    """A program that is killed puts nothing right as it ends."""
    lock = lock_of(tmp_path)
    put_down(lock)
    key = tmp_path / KEY_FILE
    ours = key.read_bytes()
    key.write_bytes(b"k" * 32)
    clock.set(samples.START + timedelta(days=1))
    assert kept(lock) == {"one", "two"}

    assert key_change.next_key(tmp_path) == ours


@pytest.mark.parametrize("is_locked", [False, True])
def test_a_key_that_came_before_its_answers_stays_with_ours(
    tmp_path: Path, lock_of: Maker, *, is_locked: bool
) -> None:
    """The other computer deleted something: its small file came first, and went back as ours."""
    lock, here, there = two_alike(tmp_path, lock_of, OLD if is_locked else "")
    assert kept(lock) == {"one", "two"}
    other = _unlocked(lock_of(there))
    delete(other, "two")
    other.lock_now()
    keys = (LOCK_JSON, LOCK_COPY) if is_locked else (KEY_FILE,)
    for name in keys:
        shutil.copy(there / name, here / name)
    lock.lock_now()
    shutil.copy(there / STORE_FILE, here / STORE_FILE)
    for name in (*keys, NEXT_KEY_FILE):
        if (here / name).exists():
            shutil.copy(here / name, there / name)

    assert [kept(_unlocked(lock_of(folder))) for folder in (here, there)] == [{"one"}, {"one"}]


def test_no_key_is_put_back_beside_what_came_with_another(tmp_path: Path, lock_of: Maker) -> None:
    """Where the answers of the other computer came, too, they are what the next start opens."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    lock, other = lock_of(ours), lock_of(theirs)
    put_down(lock)
    begin(other, "three")
    other.lock_now()
    for name in (STORE_FILE, KEY_FILE):
        (theirs / name).replace(ours / name)
    lock.lock_now()

    assert kept(lock_of(ours)) == {"three"}


def test_no_key_is_put_beside_a_lock(tmp_path: Path, lock_of: Maker) -> None:
    """It would open what somebody has locked: here, while this window stood open, by a copy."""
    lock, data, elsewhere = two_alike(tmp_path, lock_of)
    other = lock_of(elsewhere)
    other.choose(OLD).result(60)
    other.lock_now()
    assert kept(lock) == {"one", "two"}
    (data / KEY_FILE).unlink()
    shutil.copy(elsewhere / LOCK_JSON, data / LOCK_JSON)
    lock.lock_now()

    assert not (data / KEY_FILE).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced over there")
@pytest.mark.parametrize("tried", ["", "after", "before"])
def test_another_computers_answers_and_ours_are_both_on_the_list(
    tried: str, tmp_path: Path, lock_of: Maker
) -> None:
    """A share brought them with their key: going back took that away, or was refused as if safe."""
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    theirs = lock_of(elsewhere)
    put_down(theirs)
    theirs.lock_now()
    lock = lock_of(data)
    opened(lock)
    empty = (data / STORE_FILE).read_bytes()
    begin(lock, "three")
    lock.let_go()
    worker = opened(lock)
    ours = copies_once(data)[0]
    if tried == "before":
        # An older one of ours came first, over what lay there.
        (data / STORE_FILE).write_bytes(empty)
        with pytest.raises(StoreAstray):
            worker.create(samples.draft("four"), samples.CONTENT, (0, 4)).result(60)
    for path in elsewhere.iterdir():
        if path.is_file():
            path.replace(data / path.name)
    if tried:
        with pytest.raises(StoreAstray):
            worker.create(samples.draft("four"), samples.CONTENT, (0, 4)).result(60)

    worker.restore(ours.name).result(60)
    assert kept(lock) == {"three"}
    lock.lock_now()
    lock = lock_of(data)
    worker = opened(lock)
    worker.restore(worker.copies().result(60)[1].name).result(60)
    assert kept(lock) == {"one", "two"}


@pytest.mark.parametrize("is_changed", [False, True])
def test_a_lock_whose_key_is_another_is_put_right_unless_its_passphrase_is(
    tmp_path: Path, lock_of: Maker, *, is_changed: bool
) -> None:
    """The other computer deleted something, and its lock came without its answers."""
    lock, data, elsewhere = two_alike(tmp_path, lock_of, OLD)
    other = lock_of(elsewhere)
    other.unlock(OLD).result(60)
    if is_changed:
        other.choose(NEW).result(60)
    else:
        other.new_recovery_code().result(60)
        delete(other, "two")
    other.lock_now()
    assert kept(lock) == {"one", "two"}
    for name in (LOCK_JSON, LOCK_COPY):
        shutil.copy(elsewhere / name, data / name)
    theirs = read_locks(data)
    lock.lock_now()

    if is_changed:
        assert read_locks(data) == theirs
        return
    again = lock_of(data)
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}
    assert read_locks(data)[0].slots == theirs[0].slots, "an ended sheet stays ended"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced over there")
@pytest.mark.parametrize("is_seen", [False, True])
def test_whoever_closes_on_another_computers_answers_finds_theirs_among_the_copies(
    tmp_path: Path, lock_of: Maker, *, is_seen: bool
) -> None:
    """A share brought them with their key: nothing opened ours after that, nor a copy."""
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    theirs = lock_of(elsewhere)
    put_down(theirs)
    theirs.lock_now()
    lock = lock_of(data)
    begin(lock, "three")
    for name in (STORE_FILE, KEY_FILE):
        (elsewhere / name).replace(data / name)
    if is_seen:
        with pytest.raises(StoreAstray):
            begin(lock, "four")
    lock.lock_now()

    lock = lock_of(data)
    assert kept(lock) == {"one", "two"}
    worker = opened(lock)
    assert worker.is_put_back
    left = next(copy for copy in worker.copies().result(60) if copy.mark == backup.LEFT)
    worker.restore(left.name).result(60)
    assert kept(lock) == {"three"}
