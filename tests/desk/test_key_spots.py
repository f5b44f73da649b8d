"""A change of key that meets what a disk does to keys, stores and copies meanwhile."""

from __future__ import annotations

import errno
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, opened
from wizard.desk.lock.key_changes import new_lock
from wizard.errors import KeyStays, StoreDamaged, StoreLocked, StoreUnwritable
from wizard.safe.key import BACKUP_FOLDER, KEY_FILE, STORE_FILE
from wizard.safe.key_change import NEXT_KEY_FILE, own_key
from wizard.safe.lock_file import remove_lock
from wizard.store import backup, database


@contextmanager
def going(folder: Path) -> Iterator[None]:
    """Take a folder away as its store is opened for the first time from now on; bring it back."""
    away = folder.with_name("away")
    is_going = True

    def go(event: str, given: tuple[object, ...]) -> None:
        nonlocal is_going
        if is_going and event == "open" and given[0] == str(folder / STORE_FILE):
            is_going = False
            folder.rename(away)

    sys.addaudithook(go)
    try:
        yield
    finally:
        away.rename(folder)


SPOILT = {"gone": None, "zeros": bytes(32), "short": b"short", "long": b"longer" * 9}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_a_bad_spot_on_the_key_that_goes_keeps_nobody_out(
    spoilt: bytes | None, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """A change was cut short: the key that fits lay there, and the other one was asked for."""
    (folder / NEXT_KEY_FILE).write_bytes(copied)
    (folder / KEY_FILE).unlink()
    if spoilt is not None:
        (folder / KEY_FILE).write_bytes(spoilt)

    for _ in range(2):
        lock = lock_of()
        assert kept(lock) == {"one", "two"}
        lock.finish()
        lock.lock_now()

    assert own_key(folder) not in (copied, None)
    assert not (folder / NEXT_KEY_FILE).exists()


def test_a_copy_that_would_not_go_opens_no_more_beside_a_lock(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """The old key stayed beside it in clear, behind the passphrase, at each start again."""
    lock = lock_of()
    is_held = True

    def refuse(event: str, given: tuple[object, ...]) -> None:
        if is_held and event == "os.remove" and str(given[0]).endswith(kept_fast):
            raise PermissionError(errno.EPERM, "held")

    kept_fast = backup.copies(folder)[0].name
    sys.addaudithook(refuse)
    lock.choose(OLD).result(60)
    lock.lock_now()
    is_held = False

    assert not (folder / KEY_FILE).exists()
    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


def test_a_change_that_meets_a_bad_page_takes_no_key_of_the_copies(
    folder: Path, tmp_path: Path, lock_of: Maker, copied: bytes
) -> None:
    """One cut short went on at the next start: it wrote over that key, and then found the page."""
    copies = shutil.copytree(folder / BACKUP_FOLDER, tmp_path / "copies")
    lock = lock_of()
    worker, _ = lock.open_store()
    lock.for_good(lambda change: worker.rekey(change)).result(60)  # type: ignore[arg-type]
    lock.lock_now()
    # As a program leaves it that dies before it takes the copies away.
    (folder / KEY_FILE).rename(folder / NEXT_KEY_FILE)
    (folder / KEY_FILE).write_bytes(copied)
    shutil.rmtree(folder / BACKUP_FOLDER)
    copies.rename(folder / BACKUP_FOLDER)
    store = folder / STORE_FILE
    store.write_bytes(store.read_bytes()[:-4000] + b"?" * 4000)
    for _ in range(2):
        lock = lock_of()
        opened(lock)
        lock.finish()
        lock.lock_now()

    lock = lock_of()
    worker, _ = lock.open_store()
    worker.restore(backup.copies(folder)[0].name).result(60)
    assert kept(lock) == {"one", "two"}


def test_a_disk_that_goes_as_the_key_changes_takes_no_answers_with_it(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """It came back, and the store, whole under its new key, was called damaged by the old one."""
    lock = lock_of()
    worker = opened(lock)
    with pytest.raises(StoreUnwritable, match="is gone"), going(folder):
        lock.for_good(lambda change: worker.rekey(change)).result(60)  # type: ignore[arg-type]

    assert not database.fits(folder / STORE_FILE, copied)
    assert kept(lock) == {"one", "two"}


@pytest.mark.parametrize("before", [None, NEW])
def test_who_chose_a_passphrase_as_the_disk_went_hears_that_it_may_hold(
    folder: Path, lock_of: Maker, copied: bytes, before: str | None
) -> None:
    """It held, "the folder is gone" was all that was said, and the store was called damaged."""
    assert copied
    lock = lock_of()
    worker = opened(lock)
    if before:
        lock.choose(before).result(60)
    with pytest.raises(StoreUnwritable, match="the new one"), going(folder):
        lock.choose(OLD).result(60)

    with pytest.raises(StoreUnwritable, match="They are safe there"):
        worker.list().result(60)
    lock.lock_now()
    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


def test_nothing_is_deleted_under_a_lock_that_could_not_be_taken_back(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """The key changed beside it: what the lock held opened nothing, and all answers were shut."""
    lock = lock_of()
    worker = opened(lock)
    # As a choice leaves it that the disk refused from then on.
    new_lock(folder, OLD)[1].announce(copied)

    with pytest.raises(StoreLocked):
        lock.for_good(lambda change: worker.erase("two", change)).result(60)
    lock.lock_now()

    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


def test_a_key_that_could_not_change_on_a_full_disk_changes_at_the_next_start(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """What was deleted is unreadable in whatever the disk still has of it only by that."""
    lock = lock_of()
    worker = opened(lock)
    is_full = True

    def refuse(event: str, given: tuple[object, ...]) -> None:
        nonlocal is_full
        if is_full and event == "open" and str(given[0]).startswith(f"{folder / '.answers.db.'}"):
            is_full = False
            raise OSError(errno.ENOSPC, "full")

    sys.addaudithook(refuse)
    with pytest.raises(KeyStays, match="no room"):
        lock.for_good(lambda change: worker.erase("one", change)).result(60)
    assert own_key(folder) == copied
    lock.lock_now()

    again = lock_of()
    assert kept(again) == {"two"}
    again.finish()
    assert own_key(folder) not in (copied, None)


def test_who_lost_the_lock_is_not_sent_for_a_key_that_never_was(
    locked: str, folder: Path, lock_of: Maker
) -> None:
    """Both files of it had gone, and the key of an own login alone was asked for."""
    assert locked
    remove_lock(folder)
    with pytest.raises(StoreDamaged, match=r"lock\.json if you had a passphrase"):
        lock_of().open_store()
