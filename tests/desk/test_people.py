"""Several people on one login: each with a place, a lock and a key of their own."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, put_down
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import MOST, NAME_FILE, make_place, people, places_of
from wizard.desk.lock.state import State, state
from wizard.desk.places import PEOPLE, Places
from wizard.errors import (
    InputFault,
    StoreBusy,
    StoreDamaged,
    StoreLocked,
    StoreProblem,
    UsageFault,
)
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON

WORD = samples.SECRET
HERS, HIS = OLD, NEW


@pytest.fixture
def places(folder: Path, clock: FixedClock) -> Places:
    """A login that nobody has used."""
    return Places(folder, clock=clock)


def _lock(places: Places, name: str | None = None) -> Lock:
    return Lock(places_of(places, name))


@pytest.fixture
def two(places: Places, lock_of: Maker) -> Places:
    """Siân moved in with what was kept before, and Łukasz came after her."""
    lock = lock_of()
    put_down(lock)
    lock.choose_apart("Siân", HERS).result(60)
    lock.lock_now()
    person = make_place(places.data, "Łukasz")
    other = Lock(Places(places.data, clock=places.clock, person=person.id))
    other.choose(HIS).result(60)
    put_down(other)
    other.lock_now()
    return places


def _opened(places: Places, name: str, secret: str) -> Lock:
    lock = _lock(places, name)
    lock.unlock(secret).result(60)
    return lock


def test_each_has_a_place_that_only_theirs_opens(two: Places) -> None:
    """One's answers can not be read with the other's passphrase, nor with no passphrase."""
    assert [one.name for one in people(two.data)] == ["Siân", "Łukasz"]
    for name, secret, wrong in (("Siân", HERS, HIS), ("Łukasz", HIS, HERS)):
        lock = _lock(two, name)
        assert lock.state is State.LOCKED
        with pytest.raises(StoreLocked):
            lock.open_store()
        with pytest.raises(StoreLocked):
            lock.unlock(wrong).result(60)
        lock.unlock(secret).result(60)
        assert kept(lock) == {"one", "two"}
        lock.lock_now()


def test_ones_key_does_not_open_anothers_store(two: Places) -> None:
    """Files put in the other's place, lock beside store, open nothing."""
    hers, his = (places_of(two, name).answers for name in ("Siân", "Łukasz"))
    for name in ("lock.json", "lock-copy.json"):
        (hers / name).write_bytes((his / name).read_bytes())
    lock = _lock(two, "Siân")
    lock.unlock(HIS).result(60)
    before = (hers / STORE_FILE).read_bytes()

    with pytest.raises(StoreProblem, match="belongs to another key"):
        lock.open_store()[1].result(60)
    lock.lock_now()
    assert (hers / STORE_FILE).read_bytes() == before


def test_no_file_of_any_of_them_holds_a_word_in_clear(two: Places) -> None:
    """Names stand there in clear, as it is said; what was answered does not, nor a key."""
    files = [path for path in two.data.rglob("*") if path.is_file()]
    assert [path for path in files if WORD.encode() in path.read_bytes()] == []
    assert [path for path in files if HERS.encode() in path.read_bytes()] == []
    assert KEY_FILE not in {path.name for path in files}
    names = {path.parent.name for path in files if "Siân".encode() in path.read_bytes()}
    assert len(names) == 1
    assert "Si" not in names.pop()


def test_what_was_kept_moves_to_one_place_only(places: Places, lock_of: Maker) -> None:
    """No second copy stays where everybody at this login can open it, nor its key."""
    lock = lock_of()
    put_down(lock)
    lock.choose_apart("Siân", HERS).result(60)

    assert state(places.data) is State.NEW
    assert {path.name for path in places.data.iterdir()} == {PEOPLE, "answers.lock"}
    assert kept(lock) == {"one", "two"}
    lock.lock_now()
    assert lock.state is State.LOCKED
    code = _opened(places, "siân", HERS).new_recovery_code().result(60)
    assert kept(_opened(places, "Siân", code)) == {"one", "two"}


@pytest.mark.parametrize("before", ["new", "locked", "shared"])
def test_it_can_be_chosen_from_every_way_of_keeping(
    places: Places, lock_of: Maker, before: str
) -> None:
    """With a passphrase already, and where nothing was kept until now."""
    lock = lock_of(shared=before == "shared")
    put_down(lock)
    if before == "locked":
        lock.choose(OLD).result(60)
    lock.choose_apart("Siân", HERS).result(60)
    lock.lock_now()

    assert state(places.data) is State.NEW
    assert kept(_opened(places, "Siân", HERS)) == {"one", "two"}


def test_a_passphrase_is_a_must(two: Places, lock_of: Maker) -> None:
    """Without one, the others at this login could read it all."""
    lock = _opened(two, "Siân", HERS)
    with pytest.raises(InputFault, match="need a passphrase"):
        lock.choose_own_login().result(60)
    with pytest.raises(StoreProblem, match="kept here already"):
        lock.keep_nothing().result(60)
    with pytest.raises(InputFault, match="at least"):
        lock_of().choose_apart("Third", "short").result(60)

    assert [one.name for one in people(two.data)] == ["Siân", "Łukasz"]
    lock.lock_now()


def test_each_writes_alone_in_their_place(two: Places) -> None:
    """Two may be open at once; the same one twice may not."""
    hers, his, again = (
        _opened(two, "Siân", HERS), _opened(two, "Łukasz", HIS), _opened(two, "Siân", HERS),
    )  # fmt: skip
    assert kept(hers) == kept(his) == {"one", "two"}

    with pytest.raises(StoreBusy):
        again.open_store()[1].result(60)
    for lock in (hers, his, again):
        lock.lock_now()


def test_whoever_goes_is_gone_and_nobody_else(two: Places) -> None:
    """Their answers, their lock and their name; not what others have."""
    lock = _opened(two, "Siân", HERS)
    kept(lock)
    place = lock.places.answers
    lock.forget().result(60)

    assert not place.exists()
    assert [one.name for one in people(two.data)] == ["Łukasz"]
    assert kept(_opened(two, "Łukasz", HIS)) == {"one", "two"}
    with pytest.raises(StoreLocked):
        _lock(two, "Łukasz").forget().result(60)


def test_commands_must_be_told_who(two: Places) -> None:
    """Nobody's answers are listed by mistake; the sentence says which names there are."""
    with pytest.raises(UsageFault, match=r"--person NAME.*Siân, Łukasz"):
        places_of(two, None)
    with pytest.raises(UsageFault, match="Siân, Łukasz"):
        places_of(two, "Mair")


def test_a_login_of_one_is_as_it_was(places: Places) -> None:
    """Nobody has to know of this who is alone."""
    assert places_of(places, None) == places
    assert people(places.data) == ()
    with pytest.raises(UsageFault, match="Leave out --person"):
        places_of(places, "Siân")


@pytest.mark.parametrize("name", ["", " \n", "x" * 201, "SIÂN", "Sia\u0302n\u202e"])
def test_names_are_told_apart(two: Places, name: str) -> None:
    """One that is empty, too long, or looks like another's is refused, and leaves nothing."""
    before = sorted((two.data / PEOPLE).iterdir())
    with pytest.raises(InputFault):
        make_place(two.data, name)

    assert sorted((two.data / PEOPLE).iterdir()) == before


def test_a_name_is_never_a_path(places: Places, cheap: None) -> None:
    """It stands in a file; the folder is called by chance."""
    person = make_place(places.data, "../../etc")
    lock = Lock(Places(places.data, clock=places.clock, person=person.id))
    lock.choose(HERS).result(60)

    assert [one.name for one in people(places.data)] == ["../../etc"]
    assert not (places.data.parent / "etc").exists()
    assert places_of(places, "../../etc").answers == places.data / PEOPLE / person.id


def test_spoilt_names_keep_nobody_out(two: Places, tmp_path: Path) -> None:
    """A name that is damaged, gone or a bomb still leads to the answers behind it.

    Where a pipe was called so the program waited for ever.
    """
    his, hers = (places_of(two, name).answers for name in ("Łukasz", "Siân"))
    (his / NAME_FILE).write_bytes(b"\xff\x00" * 1_000_000)
    (hers / NAME_FILE).unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(hers / NAME_FILE)
    strange = two.data / PEOPLE
    (strange / "not a place").mkdir()
    (strange / ("0" * 16)).symlink_to(his)
    (strange / ("1" * 16)).write_text("a file")
    found = people(two.data)

    assert {one.id for one in found} == {his.name, hers.name}
    assert all(0 < len(one.name) <= 200 for one in found)
    (named,) = (one.name for one in found if one.id == hers.name)
    assert named == f"Somebody ({hers.name[:4]})"
    assert kept(_opened(two, named, HERS)) == {"one", "two"}


def test_a_place_that_lost_its_lock_is_not_passed_over(two: Places) -> None:
    """Its name was on no list: whoever had answers there was shown a program never used before."""
    hers = places_of(two, "Siân")
    locks = {name: (hers.answers / name).read_bytes() for name in (LOCK_JSON, LOCK_COPY)}
    for name in locks:
        (hers.answers / name).unlink()

    assert [one.name for one in people(two.data)] == ["Siân", "Łukasz"]
    with pytest.raises(StoreDamaged, match=f"Put {LOCK_JSON} back"):
        _lock(two, "Siân").open_store()

    assert not (hers.answers / KEY_FILE).exists()
    for name, content in locks.items():
        (hers.answers / name).write_bytes(content)
    lock = _opened(two, "Siân", HERS)
    assert kept(lock) == {"one", "two"}
    lock.lock_now()


def test_what_was_given_up_goes(two: Places) -> None:
    """A program that died in between leaves a place with a name, or half of one removed."""
    given_up = make_place(two.data, "Mair")
    half = two.data / PEOPLE / "gone-0123456789abcdef"
    half.mkdir()
    (half / STORE_FILE).write_bytes(b"noise")
    _long_ago(two.data / PEOPLE / given_up.id)
    assert [one.name for one in people(two.data)] == ["Siân", "Łukasz"]
    make_place(two.data, "Mair")

    assert not (two.data / PEOPLE / given_up.id).exists()
    assert not half.exists()
    assert len(people(two.data)) == 2


def _long_ago(place: Path) -> None:
    os.utime(place / NAME_FILE, (1e9, 1e9))


def test_a_place_that_is_just_being_made_is_not_given_up(two: Places) -> None:
    """Two take a name at the same moment: until the lock is made there is nothing but the name."""
    anna = make_place(two.data, "Anna")
    make_place(two.data, "Bert")
    lock = Lock(two.of(anna.id))
    lock.choose(HERS).result(60)
    lock.lock_now()

    assert "Anna" in {one.name for one in people(two.data)}


def test_what_can_not_be_looked_at_is_not_taken_for_empty(
    two: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk gone for a moment: each place seemed to hold nothing, and all of it was deleted."""
    places = [places_of(two, name).answers for name in ("Łukasz", "Siân")]
    for place in places:
        _long_ago(place)
    inside = tuple(f"{place}{os.sep}" for place in places)

    def gone(look: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        def looked(at: object, *rest: object, **more: object) -> os.stat_result:
            if str(at).startswith(inside):
                raise OSError(errno.EIO, "the disk is gone", str(at))
            return look(at, *rest, **more)

        return looked

    with monkeypatch.context() as system:
        for name in ("lstat", "stat"):
            system.setattr(os, name, gone(getattr(os, name)))
        make_place(two.data, "Mair")

    assert kept(_opened(two, "Siân", HERS)) == {"one", "two"}
    assert kept(_opened(two, "Łukasz", HIS)) == {"one", "two"}


def test_a_place_with_anything_in_it_is_left(two: Places) -> None:
    """Only what a place begun and given up holds goes: the rest may be somebody's."""
    given_up = two.data / PEOPLE / make_place(two.data, "Mair").id
    (given_up / "what is this").write_text("somebody's")
    _long_ago(given_up)
    make_place(two.data, "Mair")

    assert (given_up / "what is this").exists()


def test_there_is_an_end_to_how_many(places: Places, two: Places) -> None:
    """A list nobody can read through is none; the limit says so."""
    lock = json.dumps({"format": "of somebody's"})
    for number in range(MOST - 2):
        place = two.data / PEOPLE / f"{number:016x}"
        place.mkdir()
        (place / "lock.json").write_text(lock)
        (place / NAME_FILE).write_text(f"Number {number}")

    with pytest.raises(InputFault, match=f"{MOST} people"):
        make_place(two.data, "One more")


def test_where_no_place_can_be_made_it_is_told(folder: Path, clock: FixedClock) -> None:
    """A disk that refuses is no mistake of ours, and has a sentence."""
    folder.mkdir()
    (folder / PEOPLE).write_text("something else has its name")
    with pytest.raises(StoreProblem, match=re.escape(str(folder))):
        make_place(folder, "Siân")
