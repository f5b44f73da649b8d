"""A computer that several people use: nothing is kept, and nobody lands in another's answers."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, put_down
from tests.desk.refusing import refuse_once
from tests.store import samples
from wizard.clock import SystemClock
from wizard.desk.lock.state import KEEPS_NOTHING_FILE, State, keep_again, keep_nothing, state
from wizard.errors import StoreBusy, StoreProblem, StoreUnwritable
from wizard.safe.key import BACKUP_FOLDER, KEY_FILE, MARKER_FILE, STORE_FILE, own_login_key
from wizard.safe.locked import LOCK_JSON
from wizard.store.lock import LOCK_FILE
from wizard.store.worker import StoreWorker
from wizard.words import say

WORD = samples.SECRET.encode()


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """A place for what is there only for a while."""
    place = tmp_path / "temporary"
    place.mkdir()
    return place


def test_a_shared_computer_keeps_nothing(
    lock_of: Maker, folder: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the window is closed the next person finds not even that somebody was there."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    lock = lock_of(shared=True)
    assert (lock.state, lock.has_lock) == (State.SHARED, False)
    assert lock.kept_note == say("lock.until-close")
    put_down(lock)
    (place,) = temporary.iterdir()
    contents = [path.read_bytes() for path in place.rglob("*") if path.is_file()]
    assert contents
    assert not any(WORD in content for content in contents)
    assert not (place / KEY_FILE).exists()

    lock.lock_now()

    assert list(temporary.iterdir()) == []
    assert state(folder) is State.SHARED
    assert [path.name for path in folder.iterdir()] == [KEEPS_NOTHING_FILE]


def test_a_disk_without_room_is_told(
    lock_of: Maker, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window stood empty, with not a word, under a heading that did not hold there."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary / "gone"))
    with pytest.raises(StoreUnwritable, match="Make some room"):
        lock_of(shared=True).open_store()


def test_a_planted_folder_makes_no_file_elsewhere(
    lock_of: Maker, folder: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another login's link, where temporary folders lie, made an empty lock: nobody came in."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    planted = temporary / "before-you-post-planted"
    planted.mkdir()
    (planted / STORE_FILE).write_bytes(b"noise")
    (planted / LOCK_FILE).symlink_to(folder / "lock.json")
    lock = lock_of(shared=True)
    put_down(lock)
    lock.lock_now()

    assert state(folder) is State.SHARED


def test_what_a_crash_leaves_on_a_shared_computer_goes_at_the_next_start(
    lock_of: Maker, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its key died with the program; the folder itself is tidied away, one in use is not."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    left = temporary / "before-you-post-left"
    left.mkdir()
    (left / STORE_FILE).write_bytes(b"noise")
    (left / "open.lock").touch()
    first, second = lock_of(shared=True), lock_of(shared=True)
    put_down(first)
    put_down(second)

    assert not left.exists()
    assert kept(first) == {"one", "two"}
    assert len(list(temporary.iterdir())) == 2


def test_a_folder_of_somebodys_own_that_is_called_so_stays(
    lock_of: Maker, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of the answers, put there for a moment, went with its key: all there was."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    own = temporary / "before-you-post-backup"
    worker = StoreWorker(own, own_login_key(own), SystemClock())
    worker.open().result(60)
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    worker.close().result(60)
    before = sorted(path.name for path in own.iterdir())

    lock_of(shared=True).open_store()

    assert sorted(path.name for path in own.iterdir()) == before


def test_a_window_that_lost_its_folder_for_a_moment_is_not_tidied_away(
    lock_of: Maker, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It let go of the store until the folder was back; another start took that for a crash."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    first, second = lock_of(shared=True), lock_of(shared=True)
    put_down(first)
    (place,) = temporary.iterdir()
    away = place.rename(temporary / "away")
    worker, _ = first.open_store()
    with pytest.raises(StoreProblem):
        worker.create(samples.draft("three"), samples.CONTENT, (0, 4)).result(60)
    away.rename(place)
    put_down(second)

    assert kept(first) == {"one", "two"}
    first.lock_now()
    second.lock_now()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("name", ["mine.answers", "answers-000000000003-20261121 (2).db"])
def test_a_file_of_somebodys_own_among_the_copies_keeps_nobody_out(
    lock_of: Maker, folder: Path, temporary: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stayed, and was taken for answers whose key is missing: no start came further."""
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    lock = lock_of()
    lock.open_store()[1].result(60)
    mine = folder / BACKUP_FOLDER / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"all there is")

    lock.keep_nothing().result(60)

    lock.lock_now()
    assert (state(folder), mine.exists()) == (State.SHARED, True)
    put_down(lock_of())


def test_commands_and_later_starts_heed_it(lock_of: Maker, folder: Path) -> None:
    """It is said once, for whatever opens the answers next; kept again, it is forgotten."""
    lock = lock_of()
    lock.open_store()[1].result(60)
    lock.keep_nothing().result(60)
    lock.lock_now()

    assert {path.name for path in folder.iterdir()} == {LOCK_FILE, KEEPS_NOTHING_FILE}
    again = lock_of()
    assert again.state is State.SHARED
    put_down(again)
    again.choose_own_login().result(60)
    assert kept(again) == {"one", "two"}
    again.lock_now()
    assert not (folder / KEEPS_NOTHING_FILE).exists()
    assert lock_of().state is State.OPEN


def test_nothing_that_is_kept_is_left_behind(lock_of: Maker, folder: Path) -> None:
    """Answers must not lie forgotten behind a switch, nor behind a file that says so."""
    lock = lock_of()
    put_down(lock)
    with pytest.raises(StoreProblem, match="Answers are kept here already"):
        lock.keep_nothing().result(60)
    assert kept(lock) == {"one", "two"}
    lock.lock_now()
    keep_nothing(folder)

    assert kept(lock_of()) == {"one", "two"}


def test_nobody_saves_while_what_is_kept_is_taken_out(lock_of: Maker, folder: Path) -> None:
    """Another program came in between, was told "Saved", and what it saved went with the rest."""
    going, other = lock_of(), lock_of()
    going.open_store()[1].result(60)
    assert isinstance(other.open_store()[1].exception(60), StoreBusy)
    is_going, is_saved = True, False

    def come_in(event: str, given: tuple[object, ...]) -> None:
        nonlocal is_going, is_saved
        if is_going and event in ("open", "os.remove") and str(given[0]).startswith(str(folder)):
            is_going = False
            with suppress(StoreProblem):
                put_down(other)
                is_saved = True
                other.let_go()
            is_going = not is_saved

    sys.addaudithook(come_in)
    going.keep_nothing().result(60)
    is_going = False

    assert (is_saved, state(folder)) == (False, State.SHARED)


@pytest.mark.parametrize("way", ["passphrase", "own login"])
def test_what_was_kept_for_a_while_can_be_kept_for_good(
    lock_of: Maker, folder: Path, way: str
) -> None:
    """The question comes with the first save, when there are answers already."""
    lock = lock_of(shared=True)
    put_down(lock)
    if way == "passphrase":
        lock.choose(OLD).result(60)
    else:
        lock.choose_own_login().result(60)
    assert lock.state is State.OPEN
    assert lock.kept_note == ""
    assert kept(lock) == {"one", "two"}
    lock.lock_now()

    again = lock_of()
    if way == "passphrase":
        again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


@pytest.mark.parametrize("way", ["passphrase", "own login"])
def test_who_is_refused_takes_away_nobody_elses_key(lock_of: Maker, folder: Path, way: str) -> None:
    """Two chose in the same moment; what was taken back was the lock of whoever had moved in."""
    two = lock_of(shared=True), lock_of()
    for lock in two:
        put_down(lock)
    both, is_choosing = Barrier(2), True
    files = (f".{LOCK_JSON}.", f".{KEY_FILE}.")

    def meet(event: str, given: tuple[object, ...]) -> None:
        if is_choosing and event == "open" and Path(str(given[0])).name.startswith(files):
            with suppress(BrokenBarrierError):
                both.wait()

    sys.addaudithook(meet)
    chosen = [
        lock.choose(secret) if way == "passphrase" else lock.choose_own_login()
        for lock, secret in zip(two, (OLD, NEW), strict=True)
    ]
    for one in chosen:
        one.add_done_callback(lambda _done: both.abort())
    (winner,) = [number for number, one in enumerate(chosen) if one.exception(60) is None]
    is_choosing = False
    for lock in two:
        lock.lock_now()

    again = lock_of()
    if way == "passphrase":
        again.unlock((OLD, NEW)[winner]).result(60)
    assert kept(again) == {"one", "two"}


def test_one_person_does_not_land_in_anothers_answers(lock_of: Maker, folder: Path) -> None:
    """Another program kept answers here meanwhile: they stay shut, and nothing joins them."""
    lock = lock_of(shared=True)
    put_down(lock)
    keep_again(folder)
    other = lock_of()
    put_down(other)
    other.choose(OLD).result(60)
    other.lock_now()
    for choose in (lambda: lock.choose(NEW), lock.choose_own_login):
        with pytest.raises(StoreProblem, match="kept already"):
            choose().result(60)

    assert lock.state is State.SHARED
    lock.lock_now()
    again = lock_of()
    again.unlock(OLD).result(60)
    assert kept(again) == {"one", "two"}


@pytest.mark.parametrize("refused", [(MARKER_FILE,), (MARKER_FILE, STORE_FILE)])
def test_what_is_taken_back_as_answers_move_in_goes_as_far_as_it_does(
    refused: tuple[str, ...], lock_of: Maker, folder: Path, temporary: Path
) -> None:
    """One file was refused, the store behind it stayed without its key, and nobody came in."""
    lock = lock_of(shared=True)
    put_down(lock)
    refuse_once(str(folder / f".{MARKER_FILE}"))
    for name in refused:
        refuse_once(str(folder / name), "os.remove")
    with pytest.raises(StoreProblem):
        lock.choose_own_login().result(60)
    lock.lock_now()

    assert state(folder) is State.SHARED
