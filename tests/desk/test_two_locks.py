"""The lock lies there twice: what holds where the two came to hold different things."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, opens
from wizard.desk.lock.locking import Lock
from wizard.errors import KeyStays, StoreBusy, StoreDamaged, StoreLocked, StoreNewer
from wizard.safe.canonical import canonical, digest
from wizard.safe.key import KEY_FILE
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.safe.tries import TRIES_FILE

CHANGES: dict[str, Callable[[Lock], object]] = {
    "erase": lambda lock: lock.for_good(lambda change: lock.open_store()[0].erase("two", change)),
    "code": lambda lock: lock.new_recovery_code(),
}
"""Acts that write the lock anew and leave the passphrase as it is."""


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("older", [LOCK_JSON, LOCK_COPY])
def test_an_older_one_of_the_two_keeps_nobody_out(
    lock_of: Maker, locked: str, folder: Path, older: str, what: str
) -> None:
    """A program died between the two, or one was put back: the other opens, and heals it."""
    shutil.copy(folder / older, folder.with_name("before"))
    lock = lock_of()
    lock.unlock(OLD).result(60)
    CHANGES[what](lock)
    lock.finish()
    lock.lock_now()
    shutil.copy(folder.with_name("before"), folder / older)

    again = lock_of()
    again.unlock(OLD).result(60)
    assert "one" in kept(again)
    again.lock_now()

    assert (folder / LOCK_JSON).read_bytes() == (folder / LOCK_COPY).read_bytes()
    for name in (LOCK_JSON, LOCK_COPY):
        shutil.copy(folder / name, folder.with_name("whole"))
        (folder / name).write_bytes(b"{")
        last = lock_of()
        last.unlock(OLD).result(60)
        assert "one" in kept(last), name
        last.lock_now()
        shutil.copy(folder.with_name("whole"), folder / name)


def _of_later(folder: Path) -> bytes:
    """Return the lock in ``folder`` as a later program may write it."""
    whole = json.loads((folder / LOCK_JSON).read_bytes())
    del whole["check"]
    whole |= {"version": 2, "new_way": "a third slot"}
    return json.dumps({**whole, "check": digest(canonical(whole))}).encode()


@pytest.mark.parametrize("later", [(LOCK_JSON,), (LOCK_COPY,), (LOCK_JSON, LOCK_COPY)])
def test_a_lock_of_a_later_program_is_neither_damaged_nor_healed_away(
    lock_of: Maker, locked: str, folder: Path, later: tuple[str, ...]
) -> None:
    """It was called damaged, and one that a crash left beside ours was written over by ours."""
    written = _of_later(folder)
    for name in later:
        (folder / name).write_bytes(written)

    with pytest.raises(StoreNewer, match="saved by a later version"):
        lock_of().unlock(OLD).result(60)

    assert all((folder / name).read_bytes() == written for name in later)


def test_what_was_deleted_beside_a_later_lock_is_told_as_deleted(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """A sync put it there meanwhile: "Nothing was changed" was told of what was gone."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    assert kept(lock) == {"one", "two"}
    (folder / LOCK_COPY).write_bytes(_of_later(folder))
    worker, _ready = lock.open_store()

    with pytest.raises(KeyStays, match=r"^It was deleted"):
        lock.for_good(lambda change: worker.erase("two", change)).result(60)

    assert kept(lock) == {"one"}


@pytest.mark.parametrize("first", ["passphrase", "the ended sheet"])
@pytest.mark.parametrize("older", [LOCK_JSON, LOCK_COPY])
def test_a_sheet_that_was_ended_does_not_come_back_by_one_of_the_two(
    lock_of: Maker, locked: str, folder: Path, older: str, first: str
) -> None:
    """A sync put one file back: the new sheet opened nothing, and the stolen one again."""
    shutil.copy(folder / older, folder.with_name("before"))
    lock = lock_of()
    lock.unlock(OLD).result(60)
    code = lock.new_recovery_code().result(60)
    lock.code_seen(code).result(60)
    lock.lock_now()
    shutil.copy(folder.with_name("before"), folder / older)

    assert opens(lock_of(), OLD if first == "passphrase" else locked) is (first == "passphrase")
    assert not opens(lock_of(), locked)
    mine = lock_of()
    assert opens(mine, code)
    assert "one" in kept(mine)
    mine.lock_now()
    assert (folder / LOCK_JSON).read_bytes() == (folder / LOCK_COPY).read_bytes()


def test_a_sheet_holds_until_somebody_has_the_one_after_it(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """A program that dies as it writes the new code has shown it to nobody."""
    shutil.copy(folder / LOCK_COPY, folder.with_name("before"))
    lock = lock_of()
    lock.unlock(OLD).result(60)
    lock.new_recovery_code().result(60)
    lock.lock_now()
    shutil.copy(folder.with_name("before"), folder / LOCK_COPY)

    mine = lock_of()
    assert opens(mine, locked)
    assert "one" in kept(mine)


@pytest.mark.parametrize("planted", [LOCK_JSON, LOCK_COPY])
def test_an_old_passphrase_does_not_come_back_by_one_of_the_two(
    lock_of: Maker, locked: str, folder: Path, planted: str
) -> None:
    """Who knows an old passphrase puts the lock of its day there: it must not become the lock."""
    shutil.copy(folder / planted, folder.with_name("before"))
    lock = lock_of()
    lock.unlock(OLD).result(60)
    lock.choose(NEW).result(60)
    lock.lock_now()
    whole = (folder / LOCK_JSON).read_bytes()
    shutil.copy(folder.with_name("before"), folder / planted)

    other = lock_of()
    with suppress(StoreLocked):
        other.unlock(OLD).result(60)
    with pytest.raises((StoreLocked, StoreDamaged)):
        kept(other)
    other.lock_now()
    mine = lock_of()
    mine.unlock(NEW).result(60)
    assert "one" in kept(mine)
    mine.lock_now()

    assert (folder / LOCK_JSON).read_bytes() == whole == (folder / LOCK_COPY).read_bytes()


def test_a_lock_put_there_meanwhile_takes_no_key_with_it(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """A new code was written into whichever lock lay there: after it nothing opened any more."""
    shutil.copytree(folder, folder.with_name("before"))
    lock = lock_of()
    lock.unlock(OLD).result(60)
    lock.choose(NEW).result(60)
    whole = (folder / LOCK_JSON).read_bytes()
    for name in (LOCK_JSON, LOCK_COPY):
        shutil.copy(folder.with_name("before") / name, folder / name)

    with pytest.raises(StoreDamaged, match="lock of your answers"):
        lock.new_recovery_code().result(60)
    lock.lock_now()
    for name in (LOCK_JSON, LOCK_COPY):
        (folder / name).write_bytes(whole)

    again = lock_of()
    again.unlock(NEW).result(60)
    assert "one" in kept(again)


def _shut_out(lock_of: Maker) -> Lock:
    """A second program: unlocked, but another one has the store."""
    second = lock_of()
    second.unlock(OLD).result(60)
    _, ready = second.open_store()
    assert isinstance(ready.exception(60), StoreBusy)
    return second


OTHERS: dict[str, Callable[[Lock], Future[str] | Future[None]]] = {
    "code": lambda lock: lock.new_recovery_code(),
    "own": lambda lock: lock.choose_own_login(),
}
"""Acts that change the lock and leave the key of the answers as it is."""


@pytest.mark.parametrize("what", OTHERS)
def test_a_second_program_does_not_change_the_lock_of_an_open_store(
    lock_of: Maker, locked: str, folder: Path, what: str
) -> None:
    """The first one wrote its own lock over it: the new sheet opened nothing, the old one again.

    Did it change the key in the same moment, nothing opened the answers ever after.
    """
    first = lock_of()
    first.unlock(OLD).result(60)
    assert "one" in kept(first)
    second = _shut_out(lock_of)
    before = (folder / LOCK_JSON).read_bytes()

    with pytest.raises(StoreBusy, match="already open"):
        OTHERS[what](second).result(60)

    assert (folder / LOCK_JSON).read_bytes() == before
    # Nor when it did not try to open the store before.
    third = lock_of()
    third.unlock(OLD).result(60)
    with pytest.raises(StoreBusy, match="already open"):
        OTHERS[what](third).result(60)
    assert (folder / LOCK_JSON).read_bytes() == before


def test_a_second_program_heals_no_lock_of_an_open_store(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """What it had read before went over a new recovery code: the old sheet opened again."""
    shutil.copy(folder / LOCK_COPY, folder.with_name("before"))
    first = lock_of()
    first.unlock(OLD).result(60)
    assert "one" in kept(first)
    first.new_recovery_code().result(60)
    # As a command finds it that looks between the two being written.
    shutil.copy(folder.with_name("before"), folder / LOCK_COPY)
    lock_of().unlock(OLD).result(60)
    assert (folder / LOCK_COPY).read_bytes() == folder.with_name("before").read_bytes()
    first.lock_now()

    lock_of().unlock(OLD).result(60)
    assert (folder / LOCK_COPY).read_bytes() == (folder / LOCK_JSON).read_bytes()


@pytest.mark.parametrize("what", CHANGES)
def test_a_second_program_keeps_the_code_that_the_first_one_made(
    lock_of: Maker, locked: str, what: str
) -> None:
    """It was unlocked before that code was made, and got the store after: it knew the old one."""
    first = lock_of()
    first.unlock(OLD).result(60)
    assert "one" in kept(first)
    second = _shut_out(lock_of)
    code = first.new_recovery_code().result(60)
    first.lock_now()

    assert "one" in kept(second)
    made = CHANGES[what](second)
    second.finish()
    second.lock_now()

    last = lock_of()
    with pytest.raises(StoreLocked):
        last.unlock(locked).result(60)
    if what == "erase":
        last.unlock(code).result(60)
        assert kept(last) == {"one"}
    else:
        assert isinstance(made, Future)
        with pytest.raises(StoreLocked):
            last.unlock(code).result(60)
        last.unlock(made.result(60)).result(60)
        assert "one" in kept(last)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_in_the_place_of_files_keep_nobody_waiting(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """The program opened them to read what nobody writes, and stood still for ever."""
    for name in (LOCK_JSON, NEXT_KEY_FILE, KEY_FILE, TRIES_FILE):
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)
    lock = lock_of()
    lock.unlock(OLD).result(60)

    assert kept(lock) == {"one", "two"}
