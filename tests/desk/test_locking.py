"""Nobody in without the passphrase or the code, and never its owner locked out."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, put_down
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places
from wizard.errors import InputFault, StoreBusy, StoreDamaged, StoreLocked, StoreProblem
from wizard.report.blocks import Heading
from wizard.safe import key_change
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.safe.tries import TRIES_FILE
from wizard.store import database

WORD = samples.SECRET.encode()


@pytest.fixture
def places(folder: Path, clock: FixedClock) -> Places:
    """The places of a desk."""
    return Places(folder, clock=clock)


def test_an_own_login_is_not_asked(lock_of: Maker, folder: Path) -> None:
    """Somebody with a login of their own opens the program and goes on."""
    assert state(folder) is State.NEW
    first = lock_of()
    put_down(first)
    first.lock_now()

    again = lock_of()
    assert (again.state, again.has_lock) == (State.OPEN, False)
    assert kept(again) == {"one", "two"}


def test_the_passphrase_opens_and_nothing_else_does(lock_of: Maker, locked: str) -> None:
    """The whole point: no way in without the passphrase or the code."""
    lock = lock_of()
    assert (lock.state, lock.has_lock) == (State.LOCKED, True)
    with pytest.raises(StoreLocked, match="are locked"):
        lock.open_store()
    with pytest.raises(StoreLocked, match="not the passphrase"):
        lock.unlock("seven quiet otter").result(60)
    states = [lock.state]
    lock.unlock(f" {OLD} ").result(60)
    states.append(lock.state)
    assert kept(lock) == {"one", "two"}
    lock.lock_now()
    states.append(lock.state)

    assert states == [State.LOCKED, State.OPEN, State.LOCKED]
    with pytest.raises(StoreLocked):
        lock.open_store()


def test_the_recovery_code_opens_and_a_slip_names_its_group(lock_of: Maker, locked: str) -> None:
    """A passphrase used twice a year is forgotten; the sheet is the only other way."""
    lock = lock_of()
    other = "3" if locked[12] != "3" else "4"
    with pytest.raises(InputFault, match="Group 3 of the recovery code"):
        lock.unlock(locked[:12] + other + locked[13:]).result(60)

    lock.unlock(locked.lower().replace("-", " ")).result(60)

    assert kept(lock) == {"one", "two"}


def test_wrong_passphrases_wait_and_the_code_does_not(
    lock_of: Maker, locked: str, clock: FixedClock
) -> None:
    """A colleague at the keyboard gets three guesses; a new start gives no more."""
    for _ in range(2):
        assert lock_of().wait == 0
        with pytest.raises(StoreLocked, match="Try again"):
            lock_of().unlock("guess").result(60)
    with pytest.raises(StoreLocked, match="Wait 5 seconds"):
        lock_of().unlock("guess").result(60)
    with pytest.raises(StoreLocked, match="wrong 3 times") as caught:
        lock_of().unlock(OLD).result(60)
    assert caught.value.wait == lock_of().wait == 5

    clock.set(clock.now() + timedelta(seconds=5))
    lock_of().unlock(OLD).result(60)
    assert lock_of().wait == 0

    for _ in range(3):
        with pytest.raises(StoreLocked):
            lock_of().unlock("guess").result(60)
    lock_of().unlock(locked).result(60)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_a_full_disk_keeps_nobody_from_unlocking(lock_of: Maker, locked: str) -> None:
    """Where no try could be counted the right passphrase did not open, and who can make room?"""
    import resource

    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, room[1]))
    try:
        with pytest.raises(StoreLocked, match="Try again"):
            lock_of().unlock("guess").result(60)
        lock_of().unlock(OLD).result(60)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)


def test_what_lies_in_the_place_of_the_count_keeps_nobody_out(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """A folder of that name kept passphrase and code out, and the lock could not be taken away."""
    (folder / TRIES_FILE / "somebody's").mkdir(parents=True)
    for secret in (OLD, locked):
        lock = lock_of()
        lock.unlock(secret).result(60)
        assert kept(lock) == {"one", "two"}
        lock.lock_now()
    with pytest.raises(StoreLocked, match="Try again"):
        lock_of().unlock("guess").result(60)
    lock = lock_of()
    lock.unlock(OLD).result(60)
    lock.choose_own_login().result(60)
    lock.lock_now()

    assert kept(lock_of()) == {"one", "two"}


def test_locking_changes_the_key_and_leaves_none(lock_of: Maker, folder: Path) -> None:
    """The key lay beside the store; copies of it and of the store may be anywhere."""
    lock = lock_of()
    put_down(lock)
    old_key = key_change.own_key(folder)
    assert old_key is not None
    lock.choose(OLD).result(60)
    assert kept(lock) == {"one", "two"}
    lock.lock_now()

    assert not (folder / KEY_FILE).exists()
    assert not database.fits(folder / STORE_FILE, old_key)
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert WORD not in content
            assert old_key not in content
            assert path.suffix != ".db" or not database.fits(path, old_key)


def test_a_new_passphrase_ends_the_old_one_and_its_sheet(lock_of: Maker, locked: str) -> None:
    """Changed because somebody saw it: neither may open anything any more."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    put = kept(lock)
    code = lock.choose(NEW).result(60)
    lock.lock_now()

    again = lock_of()
    for old in (OLD, locked):
        with pytest.raises(StoreLocked):
            again.unlock(old).result(60)
    again.unlock(NEW).result(60)
    assert kept(again) == put
    lock_of().unlock(code).result(60)


def test_a_new_code_ends_the_old_one(lock_of: Maker, locked: str) -> None:
    """A sheet that was lost must open nothing; the passphrase stays."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    code = lock.new_recovery_code().result(60)

    with pytest.raises(StoreLocked):
        lock_of().unlock(locked).result(60)
    lock_of().unlock(code).result(60)
    lock_of().unlock(OLD).result(60)


def test_the_lock_can_be_taken_away(lock_of: Maker, locked: str, folder: Path) -> None:
    """Somebody gets a laptop of their own."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    kept(lock)
    lock.choose_own_login().result(60)
    lock.lock_now()

    assert state(folder) is State.OPEN
    assert not {LOCK_JSON, LOCK_COPY, "lock.tries"} & {path.name for path in folder.iterdir()}
    assert kept(lock_of()) == {"one", "two"}


def test_a_short_passphrase_is_refused(lock_of: Maker, folder: Path) -> None:
    """Whoever takes the file may guess as fast as they can pay for."""
    with pytest.raises(InputFault, match="at least 12 letters"):
        lock_of().choose("otters").result(60)

    assert state(folder) is State.NEW


def test_the_lock_can_be_chosen_before_anything_is_kept(lock_of: Maker, folder: Path) -> None:
    """The first save comes after the question whose computer this is."""
    lock = lock_of()
    lock.choose(OLD).result(60)
    assert not (folder / KEY_FILE).exists()
    put_down(lock)
    lock.lock_now()

    assert state(folder) is State.LOCKED
    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


def test_a_folder_that_refuses_is_said(lock_of: Maker, locked: str, folder: Path) -> None:
    """What the disk refuses ends in a sentence, never in "the program made a mistake"."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    (folder / LOCK_COPY).unlink()
    (folder / LOCK_COPY).mkdir()

    with pytest.raises(StoreProblem, match="cannot be written"):
        lock.new_recovery_code().result(60)


def test_a_lock_gone_bad_is_said(lock_of: Maker, locked: str, folder: Path) -> None:
    """One copy may go bad unnoticed; with both gone nothing is overwritten."""
    (folder / LOCK_JSON).write_bytes(b"{")
    lock_of().unlock(OLD).result(60)
    (folder / LOCK_JSON).write_bytes(b"{")
    (folder / LOCK_COPY).write_bytes(b"{")

    with pytest.raises(StoreDamaged, match="is damaged"):
        lock_of().unlock(OLD).result(60)

    assert state(folder) is State.LOCKED
    assert (folder / LOCK_JSON).read_bytes() == b"{"


def test_pages_that_change_on_the_disk_are_never_answers(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """Each page is sealed: somebody who writes into the file gets an error, no other answer."""
    whole = (folder / STORE_FILE).read_bytes()
    for at in range(100, len(whole), len(whole) // 12):
        (folder / STORE_FILE).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        lock = lock_of()
        lock.unlock(OLD).result(60)
        with suppress(StoreProblem):
            # Opened in spite of it, it must give what was put down.
            assert kept(lock) == {"one", "two"}
        lock.lock_now()


def test_a_desk_opens_only_with_what_was_unlocked(
    places: Places, locked: str, lock_of: Maker
) -> None:
    """No page may come up while the answers are locked."""
    with pytest.raises(StoreLocked):
        Desk(places)
    lock = lock_of()
    lock.unlock(OLD).result(60)

    desk = Desk(places, lock)
    cards = desk.runs.list().result(60)
    desk.close()

    assert len(cards) == 2


def test_two_programs_do_not_share(lock_of: Maker, locked: str) -> None:
    """The second one is told; it must not change a key under the first."""
    first, second = lock_of(), lock_of()
    for lock in (first, second):
        lock.unlock(OLD).result(60)
    assert kept(first)

    with pytest.raises(StoreBusy):
        second.choose(NEW).result(60)

    first.lock_now()
    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


def test_the_sheet_shows_the_code(lock_of: Maker, locked: str) -> None:
    """It is offered for printing at once: nobody can look the code up later."""
    sheet = lock_of().recovery_sheet(locked)

    assert Heading(locked.replace("-", " "), 1) in sheet.blocks


def test_a_locked_folder_that_is_gone_is_not_begun_anew(
    locked: str, lock_of: Maker, folder: Path
) -> None:
    """A stick pulled out while it is locked: no passphrase may open an empty place instead."""
    lock = lock_of()
    lock.unlock(OLD).result(60)
    away = folder.rename(folder.with_name("away"))
    assert lock.has_lock
    lock.lock_now()

    with pytest.raises(StoreProblem, match="is gone"):
        lock.unlock(OLD).result(60)
    assert not folder.exists()

    away.rename(folder)
    lock.unlock(OLD).result(60)
    assert lock.state is State.OPEN


def test_what_proves_who_one_is_changes_with_the_lock(lock_of: Maker) -> None:
    """What can not be closed is shown to nobody else, nor by a passphrase that has ended."""
    lock = lock_of()
    put_down(lock)
    code = lock.choose(OLD).result()
    lock.prove(OLD).result()
    lock.prove(code).result()
    assert isinstance(lock.prove("three wrong words").exception(), StoreLocked)

    lock.choose(NEW).result()
    assert isinstance(lock.prove(OLD).exception(), StoreLocked)
    assert isinstance(lock.prove(code).exception(), StoreLocked)
    lock.prove(NEW).result()

    lock.choose_own_login().result()
    lock.prove("anything at all").result()
