"""A look that is refused for a moment is never "nothing is there": each of each act, in turn.

A share, a failing disk or a roaming folder says nothing of what lies there, and takes what is
written a moment later.  Nothing is lost by it, nobody is let in, and whoever was told that it is
done has it so.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, kept, opened, put_down
from tests.desk.refusing import refusing
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import clear_gone, make_place, people, places_of
from wizard.desk.lock.state import KEEPS_NOTHING_FILE, State, keep_nothing
from wizard.desk.places import PEOPLE, Places, has_people
from wizard.errors import Problem, StoreProblem
from wizard.safe import key_change
from wizard.safe.key import BACKUP_FOLDER, KEY_FILE, STORE_FILE
from wizard.store import database
from wizard.store.lock import LOCK_FILE

MANY = (1, 2, 4, 1000)
"""Looks refused in a row."""

WHOLE = {"one", "two"}


@pytest.fixture
def places(folder: Path, clock: FixedClock, cheap: None) -> Places:
    """A login that nobody has used."""
    return Places(folder, clock=clock)


def _opened(places: Places, secret: str | None) -> Lock:
    lock = Lock(places)
    if lock.state is State.LOCKED:
        assert secret is not None
        lock.unlock(secret).result(60)
    opened(lock)
    return lock


def _kept(places: Places, secret: str | None = None) -> set[str]:
    lock = _opened(places, secret)
    try:
        return kept(lock)
    finally:
        lock.lock_now()


def _put_down(places: Places, *secret: str) -> None:
    lock = Lock(places)
    put_down(lock)
    for one in secret:
        lock.choose(one).result(60)
    lock.lock_now()
    # With a copy of all of it.
    _kept(places, *secret)


def _in_turn(
    places: Places, many: int, act: Callable[[Lock], object], secret: str | None = None
) -> Iterator[Problem | None]:
    """Open what is kept and do something with each look of that refused in turn.

    Gives what was told each time, None where that it is done.
    """
    start = places.data.with_name("start")
    places.data.rename(start)
    first, told = 0, None
    while True:
        shutil.rmtree(places.data, ignore_errors=True)
        shutil.copytree(start, places.data, symlinks=True)
        lock = None
        with refusing(places.data, first, many) as looks:
            try:
                lock = _opened(places, secret)
                act(lock)
            except Problem as problem:
                told = problem
            else:
                told = None
            if lock is not None:
                lock.lock_now()
        yield told
        if not looks.refused:
            assert told is None
            return
        first += 1


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("secret", [None, OLD])
def test_opening_loses_nothing(places: Places, secret: str | None, many: int) -> None:
    """An empty store went over all answers."""
    _put_down(places, *([secret] if secret else []))

    for _told in _in_turn(places, many, lambda _lock: None, secret):
        assert _kept(places, secret) == WHOLE


@pytest.mark.parametrize("many", MANY)
def test_a_passphrase_that_was_chosen_holds(places: Places, many: int) -> None:
    """The key lay in clear beside it again, and the next start took the lock away for good."""
    _put_down(places)
    before = key_change.own_key(places.data)
    assert before

    for told in _in_turn(places, many, lambda lock: lock.choose(NEW).result(60)):
        if told is None:
            assert not (places.data / KEY_FILE).exists()
            copies = (places.data / BACKUP_FOLDER).glob("*.db")
            assert not any(database.fits(copy, before) for copy in copies) or (
                key_change.own_key(places.data) is None
            )
        for _again in range(2):
            assert _kept(places, NEW) == WHOLE
            if told is None:
                assert Lock(places).state is State.LOCKED


@pytest.mark.parametrize("many", MANY)
def test_taking_the_lock_away_loses_nothing(places: Places, many: int) -> None:
    """Nobody is left with a key that opens nothing."""
    _put_down(places, OLD)

    for _told in _in_turn(places, many, lambda lock: lock.choose_own_login().result(60), OLD):
        assert _kept(places, OLD) == WHOLE


@pytest.mark.parametrize("many", MANY)
def test_going_back_loses_neither(places: Places, many: int) -> None:
    """An empty store went over the copy that was just put back, told as done."""
    _put_down(places)

    def go_back(lock: Lock) -> None:
        worker = opened(lock)
        worker.restore(worker.copies().result(60)[-1].name).result(60)

    for _told in _in_turn(places, many, go_back):
        assert _kept(places) == WHOLE


@pytest.mark.parametrize("many", MANY)
def test_nothing_is_kept_where_nothing_is_to_be(places: Places, many: int) -> None:
    """Whoever sat down next at the staffroom computer read what was said to go."""
    keep_nothing(places.data)

    def write(lock: Lock) -> None:
        worker = opened(lock)
        worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)

    for _told in _in_turn(places, many, write):
        assert {path.name for path in places.data.iterdir()} == {KEEPS_NOTHING_FILE}


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("lies_elsewhere", [False, True])
def test_whoever_has_a_name_is_asked_for_it(
    places: Places, many: int, tmp_path: Path, *, lies_elsewhere: bool
) -> None:
    """Nobody was asked: what was written then lay open to all who use the login."""
    theirs = places.of(make_place(places.data, "Siân").id)
    lock = Lock(theirs)
    lock.choose(OLD).result(60)
    put_down(lock)
    lock.lock_now()
    if lies_elsewhere:
        away = tmp_path / "away"
        theirs.answers.rename(away)
        theirs.answers.symlink_to(away, target_is_directory=True)
    asked = first = 0

    while True:
        with refusing(places.data, first, many) as looks:
            # As the window begins.
            try:
                clear_gone(places.data)
                is_asked = has_people(places.data) and bool(people(places.data))
            except Problem:
                is_asked = True
            assert is_asked
            # As a command does.
            with suppress(Problem):
                Lock(places_of(places, None)).open_store()[1].result(60)
        left = {path.name for path in places.data.iterdir()}
        assert left <= {PEOPLE, LOCK_FILE}, (first, left)
        if not looks.refused:
            break
        first += 1

    assert not asked
    assert STORE_FILE in {path.name for path in theirs.answers.iterdir()}
    assert _kept(places_of(places, "Siân"), OLD) == WHOLE


def test_nobody_is_told_gone_who_is_still_there(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk refused it, and then for a moment to say so: told as done, all of it stayed."""
    theirs = places.of(make_place(places.data, "Siân").id)
    lock = Lock(theirs)
    lock.choose(OLD).result(60)
    gone = theirs.answers.with_name(f"gone-{theirs.person}")

    def refuse(*_given: object) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(os, "replace", refuse)
    with refusing(gone, 0, 1), pytest.raises(StoreProblem, match="cannot be written"):
        lock.forget().result(60)

    assert {one.name for one in people(places.data)} == {"Siân"}
