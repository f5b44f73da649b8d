"""The key of an own login lies there twice: a bad spot in one takes nothing with it."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.desk.locks import OLD, Maker, begin, delete, kept, opened
from tests.desk.refusing import refuse_once, refusing
from tests.store.copied import copies_once
from wizard.desk.lock.own_login import keys_in_clear
from wizard.errors import StoreDamaged, StoreProblem
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.key_change import next_key, own_key
from wizard.safe.key_copy import KEY_COPY_FILE, copied_key
from wizard.store import backup, database


def _spoilt(path: Path, how: str) -> None:
    """Do to a file what a bad disk or a helping hand does."""
    found = path.read_bytes()
    path.unlink()
    if how == "folder":
        path.mkdir()
    elif how != "gone":
        ways = {
            "a bit": found[:7] + bytes([found[7] ^ 4]) + found[8:],
            "zeros": bytes(len(found)),
            "short": found[:16],
            "long": found * 2,
            "empty": b"",
        }
        path.write_bytes(ways[how])


BAD = ["a bit", "zeros", "short", "long", "empty", "gone"]


@pytest.mark.parametrize("how", BAD)
def test_a_bad_spot_in_the_key_takes_no_answer(
    how: str, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """Nothing opened any more, no copy either, and each was called damaged, too."""
    _spoilt(folder / KEY_FILE, how)

    lock = lock_of()
    assert kept(lock) == {"one", "two"}
    worker = opened(lock)
    worker.restore(backup.copies(folder)[0].name).result(60)
    assert kept(lock) == {"one", "two"}
    lock.finish()
    lock.lock_now()

    assert own_key(folder) == copied_key(folder) == copied


@pytest.mark.parametrize("many", [0, 10**6])
def test_a_key_that_can_neither_be_read_nor_replaced_keeps_nobody_out(
    many: int, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """A bad entry in the folder: it says nothing of the key, and lets nothing take its place."""
    assert copied
    _spoilt(folder / KEY_FILE, "folder")

    for _ in range(2):
        with refusing(folder / KEY_FILE, 0, many):
            lock = lock_of()
            assert kept(lock) == {"one", "two"}
            lock.lock_now()


@pytest.mark.parametrize("how", BAD)
def test_a_bad_spot_in_the_second_is_made_good(
    how: str, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """It would be noticed only once the first had gone, too."""
    _spoilt(folder / KEY_COPY_FILE, how)

    assert kept(lock_of()) == {"one", "two"}

    assert copied_key(folder) == copied
    assert (folder / KEY_COPY_FILE).stat().st_mode & 0o777 == 0o600


def test_an_older_programs_key_is_kept_twice_by_the_next_start(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """Till then it lay there once; rights that a copied folder loosened are the person's again."""
    (folder / KEY_COPY_FILE).unlink()

    for rights in (0o600, 0o644):
        if (folder / KEY_COPY_FILE).exists():
            (folder / KEY_COPY_FILE).chmod(rights)
        lock = lock_of()
        opened(lock)
        lock.lock_now()

    assert copied_key(folder) == copied
    assert (folder / KEY_COPY_FILE).stat().st_mode & 0o777 == 0o600


def test_without_the_store_its_copies_still_open(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """Store and key lay in the same bad spot."""
    assert copied
    (folder / STORE_FILE).unlink()
    _spoilt(folder / KEY_FILE, "empty")

    lock = lock_of()
    worker, ready = lock.open_store()
    with pytest.raises(StoreDamaged):
        ready.result(60)
    worker.restore(backup.copies(folder)[0].name).result(60)

    assert kept(lock) == {"one", "two"}


def test_a_second_key_of_nothing_keeps_nobody_from_beginning(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """A cleaner took all else."""
    for path in folder.iterdir():
        if path.name != KEY_COPY_FILE:
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    for _ in range(2):
        lock = lock_of()
        assert kept(lock) == set()
        lock.lock_now()
    assert own_key(folder) == copied_key(folder) != copied


def test_what_was_deleted_opens_by_neither(
    folder: Path, tmp_path: Path, lock_of: Maker, copied: bytes
) -> None:
    """The second changes where it lies: a new file would leave the old key in a free block."""
    remains = tmp_path / "remains.db"
    shutil.copy(folder / STORE_FILE, remains)
    block = (folder / KEY_COPY_FILE).stat().st_ino
    lock = lock_of()
    delete(lock, "two")
    lock.lock_now()

    assert copied not in keys_in_clear(folder)
    assert own_key(folder) == copied_key(folder)
    assert (folder / KEY_COPY_FILE).stat().st_ino == block
    assert not any(database.fits(remains, key) for key in keys_in_clear(folder))
    assert kept(lock_of()) == {"one"}


def test_under_a_passphrase_neither_lies_there(
    folder: Path, tmp_path: Path, lock_of: Maker, copied: bytes
) -> None:
    """Written over before it goes: its block is seen through a second name of it."""
    seen = tmp_path / "seen"
    seen.hardlink_to(folder / KEY_COPY_FILE)
    assert copied in seen.read_bytes()
    lock = lock_of()
    opened(lock)
    lock.choose(OLD).result(60)
    lock.lock_now()

    assert keys_in_clear(folder) == ()
    assert not (folder / KEY_COPY_FILE).exists()
    assert seen.read_bytes() == bytes(64)


def test_with_the_lock_taken_off_it_lies_there_twice_at_once(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """Nobody may start the program again before the disk goes bad."""
    lock = lock_of()
    opened(lock)
    lock.choose(OLD).result(60)
    lock.choose_own_login().result(60)
    lock.lock_now()

    assert own_key(folder) == copied_key(folder) != copied
    _spoilt(folder / KEY_FILE, "zeros")
    assert kept(lock_of()) == {"one", "two"}


@pytest.mark.parametrize("goes", [(), (STORE_FILE,)], ids=["their-store", "our-store"])
def test_a_folder_copied_over_another_computers_loses_nothing(
    goes: tuple[str, ...], folder: Path, tmp_path: Path, lock_of: Maker, copied: bytes
) -> None:
    """Their key came with it and ours stayed as the second: each opens some of it."""
    assert copied
    theirs = tmp_path / "theirs"
    lock = lock_of(theirs)
    begin(lock, "three")
    lock.let_go()
    opened(lock)
    copies_once(theirs)
    lock.lock_now()
    for name in (KEY_COPY_FILE, *goes):
        (theirs / name).unlink()
    shutil.copytree(theirs, folder, dirs_exist_ok=True)

    found = set[str]()
    for _ in range(2):
        again = lock_of()
        worker = opened(again)
        again.finish()
        found |= kept(again)
        for copy in worker.copies().result(60):
            worker.restore(copy.name).result(60)
            found |= kept(again)
        again.lock_now()
    assert found == {"one", "two", "three"}


@pytest.mark.parametrize("before", range(3))
def test_a_key_that_was_not_read_for_a_moment_outlives_an_older_second(
    before: int, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """An older program had changed the first alone; the second, which fits nothing, replaced it."""
    second = (folder / KEY_COPY_FILE).read_bytes()
    lock = lock_of()
    delete(lock, "two")
    lock.lock_now()
    key = own_key(folder)
    (folder / KEY_COPY_FILE).write_bytes(second)
    refuse_once(str(folder / KEY_FILE), before=before)

    again = lock_of()
    with suppress(StoreProblem):
        kept(again)
    again.lock_now()

    assert own_key(folder) == key != copied
    assert kept(lock_of()) == {"one"}


def _is_refused(path: Path, code: int) -> None:
    """Let nobody write into this file, while it is this one; nor read it from a bad spot."""
    path.chmod(0o644)
    theirs = path.stat().st_ino
    # No new file gets its number.
    (path.parent.parent / f"{theirs}").hardlink_to(path)

    def refuse(event: str, given: tuple[Any, ...]) -> None:
        is_bad = event == "open" and (code == errno.EIO or given[2] & os.O_WRONLY)
        is_theirs = event == "os.chmod" and code == errno.EPERM
        if (is_bad or is_theirs) and str(given[0]) == str(path) and path.stat().st_ino == theirs:
            raise OSError(code, "refused")

    sys.addaudithook(refuse)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones there")
@pytest.mark.parametrize("code", [errno.EPERM, errno.EIO], ids=["administrators", "bad-spot"])
def test_a_second_that_can_not_be_written_keeps_no_key_from_changing(
    code: int, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """An administrator had put it back, say: each deletion, and passphrase, was half refused."""
    _is_refused(folder / KEY_COPY_FILE, code)
    lock = lock_of()
    opened(lock)
    delete(lock, "two")
    assert own_key(folder) == copied_key(folder) != copied
    assert next_key(folder) is None
    lock.lock_now()

    _is_refused(folder / KEY_COPY_FILE, code)
    lock = lock_of()
    opened(lock)
    lock.choose(OLD).result(60)
    lock.lock_now()
    assert keys_in_clear(folder) == ()


@pytest.mark.parametrize("is_locked", [False, True])
def test_nothing_waits_for_room_for_a_second(
    *, is_locked: bool, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """The key had changed, or lay there beside the lock, and both were told as refused."""
    lock = lock_of()
    opened(lock)
    if is_locked:
        lock.choose(OLD).result(60)
    else:
        (folder / KEY_COPY_FILE).unlink()
    for _ in range(1 if is_locked else 2):
        refuse_once(str(folder / f".{KEY_COPY_FILE}."))

    if is_locked:
        lock.choose_own_login().result(60)
    else:
        delete(lock, "two")
    lock.lock_now()

    assert own_key(folder) not in (None, copied)
    assert next_key(folder) is None
    assert "one" in kept(lock_of())
    assert copied_key(folder) == own_key(folder)
