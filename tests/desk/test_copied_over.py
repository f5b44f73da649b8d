"""A whole folder copied over that of a computer which was used meanwhile: with a lock, and without.

One key lies in the lock then and another beside it, and what is there has one or the other.
"""

from __future__ import annotations

import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, begin, delete, died_at_each_step, in_copies, kept, opened
from tests.desk.no_room import no_room
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.own_login import keys_in_clear
from wizard.errors import StoreBusy, StoreFull, StoreUnwritable
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.store import backup, database
from wizard.store.backup import KEPT, LEFT
from wizard.store.lock import FolderLock

BEFORE, SINCE = {"b1", "b2"}, {"s1", "s2", "s3"}
"""What was written on the old computer, and on the new one."""

Copied = tuple[Path, set[str], bool]


def _write(lock: Lock, ids: set[str], passphrase: str) -> None:
    """Put self-assessments down one by one, each in a copy."""
    begin(lock, min(ids))
    if passphrase:
        lock.choose(passphrase).result(60)
    lock.let_go()
    for run_id in sorted(ids - {min(ids)}):
        begin(lock, run_id)
        lock.let_go()
    lock.lock_now()


def _copy_over(old: Path, new: Path, *, replaces: bool) -> None:
    for path in [path for path in old.rglob("*") if path.is_file()]:
        target = new / path.relative_to(old)
        if replaces or not target.exists():
            shutil.copy(path, target)


@pytest.fixture(params=[("old", True), ("old", False), ("new", True), ("new", False)])
def both(
    request: pytest.FixtureRequest, tmp_path: Path, lock_of: Maker, clock: FixedClock
) -> Copied:
    """Give the folder with all of it, what its store holds, and whether the lock opens that."""
    locked, replaces = request.param
    old, new = tmp_path / "old", tmp_path / "start"
    _write(lock_of(old), BEFORE, OLD if locked == "old" else "")
    clock.set(samples.START + timedelta(days=7))
    _write(lock_of(new), SINCE, OLD if locked == "new" else "")
    _copy_over(old, new, replaces=replaces)
    return new, BEFORE if replaces else SINCE, (locked == "old") is replaces


def _unlocked(lock: Lock) -> Lock:
    lock.unlock(OLD).result(60)
    return lock


def test_both_are_behind_the_lock(both: Copied, lock_of: Maker) -> None:
    """The store or the copies of one were called damaged, with their key right beside them."""
    folder, lies, _is_locks = both
    lock = _unlocked(lock_of(folder))
    assert kept(lock) == lies
    assert opened(lock).is_put_back, "it is told, with the way to the copies"
    assert not (folder / KEY_FILE).exists(), "nothing of it opens without the lock any more"
    assert in_copies(lock) == BEFORE | SINCE
    lock.lock_now()

    again = _unlocked(lock_of(folder))
    assert in_copies(again) == BEFORE | SINCE
    again.lock_now()


def test_what_the_other_computer_had_is_not_pushed_out(
    both: Copied, lock_of: Maker, clock: FixedClock
) -> None:
    """Five days of answers took its copies, unread."""
    folder, lies, _is_locks = both
    for day in range(2 * KEPT):
        clock.set(samples.START + timedelta(days=8 + day))
        lock = _unlocked(lock_of(folder))
        opened(lock)
        assert opened(lock).is_put_back is (day == 0), "it is told once"
        begin(lock, f"since-{day}")
        lock.lock_now()

    assert (BEFORE | SINCE) - lies <= in_copies(_unlocked(lock_of(folder)))
    assert [copy.mark for copy in backup.copies(folder)].count(LEFT) <= KEPT


def test_a_program_that_dies_as_it_takes_them_in_loses_none(both: Copied, lock_of: Maker) -> None:
    """Killed before each act on a file."""
    folder, lies, _is_locks = both
    steps = died_at_each_step("taking-in", folder.parent)
    assert len(steps) > 5

    for step in steps:
        lock = _unlocked(lock_of(step))
        assert kept(lock) == lies, step.name
        assert in_copies(lock) == BEFORE | SINCE, step.name
        lock.lock_now()
        names = [path.name for path in step.iterdir()]
        assert not [name for name in names if name.startswith(".answers")], (step.name, names)
        # What died just before the key went leaves one that opens nothing.
        for key in keys_in_clear(step):
            assert not any(database.fits(path, key) for path in step.rglob("*.db"))


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_a_full_disk_loses_none_of_them(both: Copied, lock_of: Maker) -> None:
    """Nobody is kept out of what the lock opens; nothing is written under a key in clear."""
    folder, lies, is_locks = both
    lock = lock_of(folder)
    with no_room():
        if is_locks:
            _unlocked(lock)
        else:
            with pytest.raises((StoreFull, StoreUnwritable)):
                _unlocked(lock)
    if is_locks:
        assert kept(lock) == lies
    lock.lock_now()

    lock = _unlocked(lock_of(folder))
    assert kept(lock) == lies
    assert in_copies(lock) == BEFORE | SINCE


def test_what_another_program_has_open_is_left_to_it(both: Copied, lock_of: Maker) -> None:
    """It may be writing under the key that lies in clear."""
    folder, _lies, _is_locks = both
    before = {path: path.read_bytes() for path in folder.rglob("*.db")}
    held = FolderLock(folder)
    with pytest.raises(StoreBusy):
        _unlocked(lock_of(folder))
    held.release()

    assert {path: path.read_bytes() for path in folder.rglob("*.db")} == before


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced over there")
@pytest.mark.parametrize("is_key_another", [False, True])
def test_what_was_saved_since_is_a_copy_where_a_store_with_a_lock_is_put_beneath(
    tmp_path: Path, lock_of: Maker, *, is_key_another: bool
) -> None:
    """The lock had been taken away since that day: what the window had saved was nowhere."""
    data, backed_up = tmp_path / "data", tmp_path / "backed-up"
    _write(lock_of(data), BEFORE, OLD)
    shutil.copytree(data, backed_up)
    lock = _unlocked(lock_of(data))
    lock.choose_own_login().result(60)
    if is_key_another:
        delete(lock, max(BEFORE))
    for run_id in sorted(SINCE):
        begin(lock, run_id)
    for name in (STORE_FILE, LOCK_JSON, LOCK_COPY):
        (backed_up / name).replace(data / name)
    lock.lock_now()

    again = _unlocked(lock_of(data))
    assert kept(again) == BEFORE
    assert opened(again).is_put_back
    assert in_copies(again) >= SINCE
    assert in_copies(again) >= BEFORE | SINCE
    assert bool(keys_in_clear(data)) is not again.has_lock
    assert again.has_lock is is_key_another
