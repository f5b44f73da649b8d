"""Answers go under a name: they are in one place only, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.desk.locks import NEW, OLD, Maker, died_at_each_step, kept, put_down
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import people, places_of
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places
from wizard.errors import StoreBusy, StoreDamaged
from wizard.safe import key_change
from wizard.safe.key import BACKUP_FOLDER, KEY_FILE, MARKER_FILE, STORE_FILE
from wizard.safe.locked import LOCK_JSON
from wizard.store import database
from wizard.store.lock import FolderLock


@pytest.fixture
def places(folder: Path, clock: FixedClock) -> Places:
    """A login that nobody has used."""
    return Places(folder, clock=clock)


def _hers(places: Places) -> Lock:
    """Return the lock of whoever took the name, unlocked."""
    lock = Lock(places_of(places, "Siân"))
    lock.unlock(NEW).result(60)
    return lock


def test_no_other_program_comes_between_going_and_taking_away(
    places: Places, lock_of: Maker
) -> None:
    """One that looked in that moment left the old answers there with their key, for everybody."""
    lock = lock_of()
    put_down(lock)
    found: list[bool] = []
    ended = threading.Event()

    def look() -> None:
        while not found:
            with suppress(StoreBusy):
                held = FolderLock(places.data)
                found.append((places.data / STORE_FILE).exists())
                ended.wait(60)
                held.release()

    other = threading.Thread(target=look)
    other.start()
    lock.choose_apart("Siân", NEW).result(60)
    ended.set()
    other.join(60)

    assert found == [False]
    assert state(places.data) is State.NEW
    assert lock.left_behind == ""


def test_a_file_of_somebodys_own_among_the_copies_stays(places: Places, lock_of: Maker) -> None:
    """Where else would one put a backup: what was taken along went with the older copies."""
    lock = lock_of()
    put_down(lock)
    mine = places.data / BACKUP_FOLDER / "mine.answers"
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"all there is")

    lock.choose_apart("Siân", NEW).result(60)

    assert mine.read_bytes() == b"all there is"
    assert [path.name for path in mine.parent.iterdir()] == ["mine.answers"]
    # What was told of it was that it holds answers and should be deleted by hand.
    assert (lock.left_behind, state(places.data)) == ("", State.NEW)


def test_what_would_not_go_and_still_opens_is_told_as_such(
    places: Places, lock_of: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was told that nobody could open it any more: the key lay beside it, for whoever came."""
    lock = lock_of()
    put_down(lock)
    key_file, store = places.data / KEY_FILE, places.data / STORE_FILE
    opens, unlinks = os.open, os.unlink

    def writes_no_key(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if path == key_file and flags & os.O_WRONLY:
            raise OSError(errno.EIO, "refused")
        return opens(path, flags, *more, **named)

    def takes_no_store(path: Any, **named: Any) -> None:
        if path == store:
            raise OSError(errno.EIO, "refused")
        unlinks(path, **named)

    monkeypatch.setattr(os, "open", writes_no_key)
    monkeypatch.setattr(os, "unlink", takes_no_store)
    lock.choose_apart("Siân", NEW).result(60)
    lock.lock_now()

    key = key_change.own_key(places.data)
    assert key is not None
    assert database.fits(store, key)
    assert "may be able to read" in lock.left_behind


@pytest.mark.parametrize("before", ["own", "locked"])
def test_what_would_not_go_opens_no_more_and_is_told(
    places: Places, lock_of: Maker, before: str
) -> None:
    """A virus scanner held a file: the old answers stayed, with their key, and nobody was told."""
    lock = lock_of()
    put_down(lock)
    if before == "locked":
        lock.choose(OLD).result(60)
    # A folder does not go as a file does.
    (places.data / MARKER_FILE).unlink()
    (places.data / MARKER_FILE).mkdir()
    lock.choose_apart("Siân", NEW).result(60)
    assert str(places.data) in lock.left_behind
    lock.lock_now()

    assert not [name for name in (KEY_FILE, LOCK_JSON) if (places.data / name).exists()]
    with pytest.raises(StoreDamaged, match="is missing there"):
        kept(lock_of())
    assert kept(_hers(places)) == {"one", "two"}


@pytest.mark.parametrize("what", ["apart", "apart-locked"])
def test_a_program_that_dies_while_answers_move_loses_none(
    what: str, tmp_path: Path, lock_of: Maker, clock: FixedClock
) -> None:
    """Killed before each act on a file: all of them open where they were, or where they go."""
    lock = lock_of(tmp_path / "start")
    put_down(lock)
    if what == "apart-locked":
        lock.choose(OLD).result(60)
    lock.lock_now()
    steps = died_at_each_step(what, tmp_path)
    assert len(steps) > 15

    for data in steps:
        found = set()
        if state(data) is not State.NEW:
            before = lock_of(data)
            if before.state is State.LOCKED:
                before.unlock(OLD).result(60)
            found |= kept(before)
            before.lock_now()
        for one in people(data):
            theirs = Lock(Places(data, clock=clock, person=one.id))
            theirs.unlock(NEW).result(60)
            inside = kept(theirs)
            theirs.lock_now()
            assert inside in (set(), {"one", "two"}), data.name
            found |= inside
        assert found == {"one", "two"}, data.name
    assert state(steps[-1]) is State.NEW
    assert [one.name for one in people(steps[-1])] == ["Siân"]
