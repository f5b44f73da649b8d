"""Taking the lock away, on a disk that refuses some of it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, kept, put_down, put_down_half_unlocked
from tests.desk.refusing import refuse_once
from wizard.clock import FixedClock
from wizard.desk.lock.own_login import keys_in_clear
from wizard.errors import StoreFull
from wizard.safe.key import KEY_FILE
from wizard.safe.key_copy import KEY_COPY_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON


@pytest.mark.parametrize("name", [KEY_COPY_FILE, LOCK_COPY, LOCK_JSON])
def test_a_lock_that_could_not_be_taken_away_is_one(
    name: str, folder: Path, lock_of: Maker
) -> None:
    """It was told as refused; its key lay in clear, and the next right passphrase took it away."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    refuse_once(str(folder / name), "open" if name == KEY_COPY_FILE else "os.remove")

    if name == KEY_COPY_FILE:
        lock.choose_own_login().result(60)
    else:
        with pytest.raises(StoreFull):
            lock.choose_own_login().result(60)
    lock.lock_now()

    for _ in range(2):
        again = lock_of()
        assert again.has_lock is (name != KEY_COPY_FILE)
        assert bool(keys_in_clear(folder)) is (name == KEY_COPY_FILE)
        again.unlock(OLD).result(60)
        assert kept(again) == {"one", "two"}
        again.lock_now()


def test_a_key_that_was_laid_for_a_lock_to_go_is_asked_for_twice(
    folder: Path, lock_of: Maker
) -> None:
    """What was refused behind that left it in clear beside the lock, for whoever took the disk."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    refuse_once(str(folder / LOCK_COPY), "os.remove")
    # First it is laid, and then written over.
    refuse_once(str(folder / KEY_COPY_FILE), before=1)
    with pytest.raises(StoreFull):
        lock.choose_own_login().result(60)

    assert not keys_in_clear(folder)
    assert lock.has_lock


@pytest.mark.parametrize("refused", [LOCK_COPY, LOCK_JSON, f".{KEY_FILE}"])
def test_the_right_passphrase_opens_where_a_lock_can_not_go_yet(
    refused: str, folder: Path, lock_of: Maker, clock: FixedClock
) -> None:
    """Taking it away was cut short, and the full disk kept its owner out."""
    put_down_half_unlocked(folder, lock_of, clock)
    refuse_once(str(folder / refused), "open" if refused[0] == "." else "os.remove")

    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


def test_a_lock_that_is_gone_is_told_as_gone_where_the_disk_refuses_to_say_so_for_good(
    folder: Path, lock_of: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was told as refused: whoever believed that was locked out of nothing, and nobody else."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    fsync = os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) and not (folder / LOCK_JSON).exists():
            raise OSError(errno.EIO, "not said")
        fsync(handle)

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        lock.choose_own_login().result(60)

    assert not lock.has_lock
    lock.lock_now()
    assert kept(lock_of()) == {"one", "two"}
