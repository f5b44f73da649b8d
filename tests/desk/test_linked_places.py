"""A person's place that lies on another disk, with a link where it was."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, put_down
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import clear_gone, people, places_of
from wizard.desk.lock.state import State, state
from wizard.desk.places import PEOPLE, Places
from wizard.errors import StoreUnwritable
from wizard.safe.key import STORE_FILE
from wizard.safe.locked import LOCK_COPY, is_locked


@pytest.fixture
def hers(folder: Path, clock: FixedClock, lock_of: Maker) -> Places:
    """Siân took a name at a login that nobody else uses."""
    lock = lock_of()
    put_down(lock)
    lock.choose_apart("Siân", OLD).result(60)
    lock.lock_now()
    return lock.places


@pytest.fixture
def moved(hers: Places, tmp_path: Path) -> Path:
    """Her place is on another disk now; returns where."""
    there = hers.answers.rename(tmp_path / "another disk")
    hers.answers.symlink_to(there)
    return there


def test_a_place_behind_a_link_opens(hers: Places, moved: Path) -> None:
    """Its name was on no list, and its owner stood before a program never used before."""
    assert [one.name for one in people(hers.data)] == ["Siân"]
    lock = Lock(places_of(hers.of(""), "Siân"))
    lock.unlock(OLD).result(60)
    assert kept(lock) == {"one", "two"}

    lock.choose(NEW).result(60)
    lock.lock_now()
    lock.unlock(NEW).result(60)
    assert kept(lock) == {"one", "two"}
    lock.lock_now()


def test_a_link_to_a_place_of_this_login_is_nobody_else(hers: Places) -> None:
    """The same person stood on the list twice."""
    (hers.answers.parent / ("0" * 16)).symlink_to(hers.answers)
    (hers.answers.parent / ("1" * 16)).symlink_to(hers.answers.name)

    assert [one.id for one in people(hers.data)] == [hers.person]


def test_a_place_whose_disk_is_out_is_told_of(hers: Places, moved: Path) -> None:
    """Whoever has it finds somebody on the list, and hears what to put back; nothing is made."""
    moved.rename(moved.with_name("taken out"))
    (lost,) = people(hers.data)
    lock = Lock(hers.of(lost.id))
    with pytest.raises(StoreUnwritable, match=r"is gone\. Put it back"):
        lock.open_store()

    assert not moved.exists()
    moved.with_name("taken out").rename(moved)
    assert [one.name for one in people(hers.data)] == ["Siân"]


def test_whoever_goes_is_gone_behind_a_link_too(hers: Places, moved: Path) -> None:
    """Only the link went, or not even that: it is what lies behind it that holds the answers."""
    lock = Lock(hers)
    lock.unlock(OLD).result(60)
    kept(lock)
    lock.forget().result(60)

    assert not moved.exists()
    assert list((hers.data / PEOPLE).iterdir()) == []


@pytest.mark.parametrize("is_linked", [True, False])
def test_whoever_goes_is_gone_though_a_file_would_not(
    hers: Places, tmp_path: Path, is_linked: bool
) -> None:
    """It was told as refused, and the name was on no list; what was left opened, and stayed."""
    lock = Lock(hers)
    lock.unlock(OLD).result(60)
    kept(lock)
    there = hers.answers
    if is_linked:
        there = hers.answers.rename(tmp_path / "another disk")
        hers.answers.symlink_to(there)
    is_refused = True

    def refuse(event: str, given: tuple[object, ...]) -> None:
        if is_refused and event == "os.remove" and Path(str(given[0])).name == STORE_FILE:
            raise PermissionError(errno.EACCES, "refused by a test")

    sys.addaudithook(refuse)
    lock.forget().result(60)
    is_refused = False

    assert people(hers.data) == ()
    (gone,) = (hers.data / PEOPLE).iterdir()
    assert (gone / STORE_FILE).exists()
    assert not is_locked(gone)
    clear_gone(hers.data)
    assert list((hers.data / PEOPLE).iterdir()) == []
    assert not there.exists()


def test_whoever_can_not_go_is_there_as_before(hers: Places) -> None:
    """The name was on no list though all of it was there, and only the next new name took it."""
    lock, is_refused = Lock(hers), True

    def refuse(event: str, given: tuple[object, ...]) -> None:
        if is_refused and event == "os.remove" and Path(str(given[0])).name == LOCK_COPY:
            raise PermissionError(errno.EACCES, "refused by a test")

    lock.unlock(OLD).result(60)
    sys.addaudithook(refuse)
    with pytest.raises(StoreUnwritable):
        lock.forget().result(60)
    is_refused = False

    again = Lock(places_of(hers.of(""), "Siân"))
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}
    again.lock_now()


def test_all_places_on_a_disk_that_is_out_are_told_of(hers: Places, tmp_path: Path) -> None:
    """An own login was begun in their stead, as if nobody had been here."""
    there = (hers.data / PEOPLE).rename(tmp_path / "another disk")
    (hers.data / PEOPLE).symlink_to(there)
    assert [one.name for one in people(hers.data)] == ["Siân"]
    away = there.rename(tmp_path / "taken out")

    for name in (None, "Siân"):
        with pytest.raises(StoreUnwritable, match=r"is gone\. Put it back"):
            places_of(hers.of(""), name)
    assert state(hers.data) is State.NEW
    away.rename(there)
    assert places_of(hers.of(""), "Siân").person == hers.person


def test_who_was_here_before_waits_for_nobodys_disk(hers: Places, lock_of: Maker) -> None:
    """Their answers lie where they were, and open as they did."""
    (hers.data / PEOPLE).rename(hers.data / "taken out")
    before = lock_of()
    put_down(before)
    before.lock_now()
    (hers.data / PEOPLE).symlink_to(hers.data / "nowhere")

    assert places_of(hers.of(""), None).person == ""
