"""Files of an older day put back beside newer ones: no start writes over a key that opens any."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, begin, delete, in_copies, kept, opened, put_down
from tests.desk.refusing import refuse_once
from tests.store.copied import copies_once
from wizard.desk.lock.locking import Lock
from wizard.errors import StoreProblem
from wizard.safe.key import BACKUP_FOLDER, KEY_FILE, STORE_FILE
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.safe.key_copy import KEY_COPY_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON


def _since(folder: Path, lock: Lock) -> None:
    """Delete something, which changes the key, and write; a copy has what was written."""
    delete(lock, "two")
    begin(lock, "three")
    lock.let_go()
    opened(lock)
    copies_once(folder)
    lock.lock_now()


@pytest.fixture
def older(folder: Path, tmp_path: Path, lock_of: Maker) -> Path:
    """Keep answers for an own login, and last night's folder elsewhere; gives that."""
    lock = lock_of()
    put_down(lock)
    lock.lock_now()
    night = tmp_path / "night"
    shutil.copytree(folder, night)
    _since(folder, lock_of())
    return night


@pytest.mark.parametrize("refused", ["", f".{NEXT_KEY_FILE}", BACKUP_FOLDER])
def test_no_second_key_goes_that_opens_what_was_written_since(
    refused: str, folder: Path, lock_of: Maker, older: Path
) -> None:
    """On a full disk, or one that did not say what copies there are, the start wrote over it."""
    for name in (STORE_FILE, KEY_FILE):
        shutil.copy(older / name, folder / name)
    if refused:
        refuse_once(str(folder / refused), "os.listdir" if refused == BACKUP_FOLDER else "open")
    first = lock_of()
    assert kept(first) == {"one", "two"}
    first.finish()
    first.lock_now()

    assert "three" in in_copies(lock_of())


@pytest.mark.parametrize("name", [KEY_FILE, KEY_COPY_FILE])
@pytest.mark.parametrize("before", range(6))
def test_a_key_that_is_not_read_for_a_moment_is_written_over_by_no_other(
    name: str, before: int, folder: Path, lock_of: Maker, older: Path
) -> None:
    """It passed for none, or for one in a bad spot, at the start that was to bring all home."""
    for put_back in (STORE_FILE, KEY_FILE):
        shutil.copy(older / put_back, folder / put_back)
    refuse_once(str(folder / name), before=before)
    first = lock_of()
    with suppress(StoreProblem):
        kept(first)
        first.finish()
    first.lock_now()

    again = lock_of()
    assert kept(again) == {"one", "two"}
    assert "three" in in_copies(again)


def test_a_key_that_could_not_be_laid_leaves_its_bytes_nowhere(
    folder: Path, tmp_path: Path, lock_of: Maker
) -> None:
    """The lock stayed, as was told, with what opens it in clear in a free block of the disk."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    block, is_refused = tmp_path / "block", False

    def refuse(event: str, given: tuple[object, ...]) -> None:
        nonlocal is_refused
        if event == "os.rename" and str(given[1]) == str(folder / KEY_FILE) and not is_refused:
            is_refused = True
            block.hardlink_to(Path(str(given[0])))
            raise OSError(errno.EIO, "refused")

    sys.addaudithook(refuse)
    with pytest.raises(StoreProblem):
        lock.choose_own_login().result(60)

    assert is_refused
    assert block.read_bytes() == bytes(32)


def test_the_second_key_opens_where_the_disk_has_no_room_to_bring_it_back(
    folder: Path, lock_of: Maker, older: Path
) -> None:
    """Its owner was kept out until there was room, with the key of the answers right there."""
    shutil.copy(older / KEY_FILE, folder / KEY_FILE)
    is_full = True

    def refuse(event: str, given: tuple[object, ...]) -> None:
        if is_full and event == "open" and given[0] == str(folder / KEY_FILE):
            flags = given[2]
            if isinstance(flags, int) and flags & os.O_WRONLY:
                raise OSError(errno.ENOSPC, "full")

    sys.addaudithook(refuse)
    lock = lock_of()
    assert kept(lock) == {"one", "three"}
    lock.lock_now()
    is_full = False

    assert kept(lock_of()) == {"one", "three"}


@pytest.mark.parametrize("name", [LOCK_JSON, LOCK_COPY])
def test_one_of_two_locks_put_back_with_the_store_takes_no_key_of_todays_copies(
    name: str, folder: Path, tmp_path: Path, lock_of: Maker
) -> None:
    """The right passphrase opened the older, and the newer, with today's key, was healed by it."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    lock.lock_now()
    night = tmp_path / "night"
    shutil.copytree(folder, night)
    again = lock_of()
    again.unlock(OLD).result(60)
    _since(folder, again)
    for put_back in (STORE_FILE, name):
        shutil.copy(night / put_back, folder / put_back)

    for _ in range(2):
        last = lock_of()
        last.unlock(OLD).result(60)
        assert "three" in in_copies(last)
        last.lock_now()


def test_the_block_of_a_next_key_is_written_over_before_it_goes(
    folder: Path, tmp_path: Path, lock_of: Maker
) -> None:
    """It held the key of the answers, in clear, when the next deletion was to make it useless."""
    lock = lock_of()
    put_down(lock)
    seen = tmp_path / "seen"
    caught: list[bytes] = []

    def look(event: str, given: tuple[object, ...]) -> None:
        if event == "os.rename" and str(given[1]) == str(folder / NEXT_KEY_FILE):
            shutil.rmtree(seen, ignore_errors=True)
            seen.mkdir()
            (seen / "block").hardlink_to(Path(str(given[0])))
            caught.append((seen / "block").read_bytes())

    sys.addaudithook(look)
    delete(lock, "two")
    lock.lock_now()

    assert len(caught) == 1
    assert not (folder / NEXT_KEY_FILE).exists()
    assert (seen / "block").read_bytes() == bytes(32)
