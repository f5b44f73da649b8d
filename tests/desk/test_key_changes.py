"""The key changes: when something is deleted, and whatever happens on the way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, died_at_each_step, kept, opens, put_down
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places
from wizard.errors import StoreDamaged, StoreLocked
from wizard.safe import key_change
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.key_copy import KEY_COPY_FILE
from wizard.safe.locked import LOCK_JSON
from wizard.store import database

WORD = samples.SECRET.encode()


@pytest.fixture
def places(folder: Path, clock: FixedClock) -> Places:
    """The places of a desk."""
    return Places(folder, clock=clock)


def test_deleted_is_gone_with_every_key_on_the_disk(lock_of: Maker, folder: Path) -> None:
    """What a disk still has of a file long gone must open with no key that it still has."""
    lock = lock_of()
    put_down(lock)
    worker, _ = lock.open_store()
    worker.close().result(60)
    remains = folder.with_name("remains")
    shutil.copytree(folder, remains)
    (remains / KEY_FILE).unlink()
    lock.let_go()

    again = lock_of()
    worker, _ = again.open_store()
    worker.erase("one", again.renewal()).result(60)
    assert {card.id for card in worker.list().result(60)} == {"two"}
    again.lock_now()

    small = [path.read_bytes() for path in folder.iterdir() if path.stat().st_size <= 64]
    keys = {found[at : at + 32] for found in small for at in (0, 32) if len(found) >= at + 32}
    (key,) = [key for key in keys if database.fits(folder / STORE_FILE, key)]
    assert not any(database.fits(path, key) for path in remains.rglob("*.db") for key in keys)
    connection = database.open_file(folder / STORE_FILE, key)
    assert WORD not in connection.serialize("main")
    connection.close()


def test_deleting_under_a_lock_changes_the_key_too(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """The passphrase stays the same; what lay on the disk before does not open with it."""
    shutil.copy(folder / STORE_FILE, folder.with_name("remains.db"))
    lock = lock_of()
    lock.unlock(OLD).result(60)
    worker, _ = lock.open_store()
    worker.erase_all(lock.renewal()).result(60)
    lock.lock_now()

    shutil.copy(folder.with_name("remains.db"), folder / STORE_FILE)
    again = lock_of()
    again.unlock(OLD).result(60)
    with pytest.raises(StoreDamaged):
        kept(again)


def test_the_desk_deletes_for_good(places: Places) -> None:
    """The way a person deletes, from window and command, changes the key."""
    desk = Desk(places)
    desk.ready.result(60)
    before = key_change.own_key(places.data)
    desk.runs.erase_all().result(60)
    desk.close()

    assert key_change.own_key(places.data) not in (before, None)


SECRETS = {"lock": (None, OLD), "change": (OLD, NEW), "remove": (OLD, None),
           "erase": (None, None), "erase-locked": (OLD, OLD)}  # fmt: skip
"""What opens the answers before a change, and after it; None for an own login."""


@pytest.mark.parametrize("what", SECRETS)
def test_a_program_that_dies_on_the_way_locks_nobody_out(
    what: str, tmp_path: Path, lock_of: Maker
) -> None:
    """Killed before each act on a file: the old secret or the new one opens all the answers."""
    before, after = SECRETS[what]
    lock = lock_of(tmp_path / "start")
    put_down(lock)
    if before:
        lock.choose(before).result(60)
    lock.lock_now()
    steps = died_at_each_step(what, tmp_path)
    assert len(steps) > 5
    gone = {"one"} if what.startswith("erase") else {"one", "two"}

    for folder in steps:
        found = _opened(lock_of, folder, {before, after})
        assert found in ({"one", "two"}, gone), folder.name
        # Whatever was cut short is finished by now: nothing is in between any more.
        found = _opened(lock_of, folder, {before, after})
        names = {path.name for path in folder.iterdir()}
        assert (KEY_FILE in names) != (LOCK_JSON in names), (folder.name, names)
        assert (KEY_COPY_FILE in names) is (KEY_FILE in names), (folder.name, names)
        assert key_change.NEXT_KEY_FILE not in names
        assert not [name for name in names if name.endswith(".part")], (folder.name, names)
    last = lock_of(steps[-1])
    assert last.has_lock is (after is not None)


def _opened(lock_of: Maker, folder: Path, secrets: set[str | None]) -> set[str]:
    """Open a folder with whichever secret opens it, as a person would, and look inside."""
    lock = lock_of(folder)
    if lock.state is State.LOCKED:
        opened = False
        for secret in sorted(filter(None, secrets)):
            try:
                lock.unlock(secret).result(60)
                opened = True
                break
            except StoreLocked:
                continue
        assert opened, folder.name
    found = kept(lock)
    lock.finish()
    lock.lock_now()
    return found


@pytest.mark.parametrize("how", ["once", "on"])
@pytest.mark.parametrize("what", ["lock", "change", "new", "shared"])
def test_a_choice_that_was_refused_does_not_hold(
    what: str, how: str, tmp_path: Path, lock_of: Maker
) -> None:
    """A disk that had no room refused a new passphrase, and yet the old one had ended.

    With each act on a file refused, and all after it: what opened before opens still, or it
    is said that the new passphrase may hold by now.  Whoever was told no such thing has a code.
    """
    lock = lock_of(tmp_path / "start", shared=what == "shared")
    before = {}
    if what in ("lock", "change"):
        put_down(lock)
    if what == "change":
        before = {OLD: OLD, "code": lock.choose(OLD).result(60)}
    lock.lock_now()
    (tmp_path / "start").mkdir(exist_ok=True)
    was = state(tmp_path / "start")
    steps = died_at_each_step(what, tmp_path, how)
    assert len(steps) > 4

    for folder in steps:
        told = json.loads(folder.with_suffix(".told").read_text("utf-8"))
        if told["code"]:
            assert opens(lock_of(folder), NEW), folder.name
            assert opens(lock_of(folder), told["code"]), folder.name
        elif "the new one" not in told["problem"]:
            assert state(folder) is was, folder.name
            assert all(opens(lock_of(folder), secret) for secret in before.values()), folder.name
        if what in ("lock", "change"):
            found = _opened(lock_of, folder, {*before.values(), NEW})
            assert found == {"one", "two"}, folder.name
    assert json.loads(steps[-1].with_suffix(".told").read_text("utf-8"))["code"]


WAYS: dict[str, Callable[[Lock], Future[str] | Future[None]]] = {
    "code": lambda lock: lock.new_recovery_code(),
    "own": lambda lock: lock.choose_own_login(),
    "passphrase": lambda lock: lock.choose(NEW),
}


@pytest.mark.parametrize("what", WAYS)
def test_deleting_while_the_lock_changes_locks_nobody_out(
    places: Places, lock_of: Maker, what: str
) -> None:
    """Both change what opens the answers: each took the key of the other away, and all was lost."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    desk = Desk(places, lock)
    desk.ready.result(60)
    for _ in range(4):
        changed = WAYS[what](lock)
        erased = desk.runs.erase_all()
        secret = changed.result(60)
        erased.result(60)
        desk.close()
        lock.lock_now()

        lock = lock_of()
        if lock.state is State.LOCKED:
            lock.unlock(secret or OLD).result(60)
        desk = Desk(places, lock)
        desk.ready.result(60)
        assert desk.runs.list().result(60) == ()
    desk.close()


@pytest.mark.parametrize("what", WAYS)
def test_a_change_that_goes_on_crosses_no_other(tmp_path: Path, lock_of: Maker, what: str) -> None:
    """One cut short goes on at the next start: it took the key or the code just made with it."""
    lock = lock_of(tmp_path / "start")
    put_down(lock)
    lock.choose(OLD).result(60)
    lock.lock_now()
    for folder in died_at_each_step("erase-locked", tmp_path):
        lock = lock_of(folder)
        lock.unlock(OLD).result(60)
        lock.open_store()
        secret = WAYS[what](lock).result(60)
        lock.finish()
        lock.lock_now()

        assert "one" in _opened(lock_of, folder, {secret}), folder.name
        assert lock_of(folder).has_lock is (what != "own")
