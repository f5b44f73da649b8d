"""Nobody in without the passphrase or the code, and never its owner locked out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.lock_child import NEW, OLD
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.lock_state import State, state
from wizard.desk.locking import Lock
from wizard.desk.places import Places
from wizard.errors import InputFault, StoreBusy, StoreDamaged, StoreLocked, StoreProblem
from wizard.report.blocks import Heading
from wizard.safe import key_change, slots
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.lock_file import LOCK_COPY, LOCK_JSON
from wizard.store import database
from wizard.words import say

TOP = Path(__file__).parents[2]
WORD = samples.SECRET.encode()
Maker = Callable[..., Lock]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try passphrases at the least cost; ``test_slots`` holds the real one."""
    monkeypatch.setattr(slots, "PASSES", 1)
    monkeypatch.setattr(slots, "MEBIBYTES", 1)


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still."""
    return FixedClock(samples.START)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place for answers; nothing is there yet."""
    return tmp_path / "answers"


@pytest.fixture
def lock_of(folder: Path, clock: FixedClock) -> Iterator[Maker]:
    """A maker of locks, as each start of the program makes one; they are let go at the end."""
    made: list[Lock] = []

    def make(at: Path = folder, *, shared: bool = False) -> Lock:
        made.append(Lock(Places(at, clock=clock), shared=shared))
        return made[-1]

    yield make
    for lock in made:
        lock.lock_now()


def put_down(lock: Lock) -> None:
    """Keep two self-assessments, the first with the word in it."""
    worker, ready = lock.open_store()
    ready.result(10)
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(10)
    worker.create(samples.draft("two"), samples.CONTENT, (0, 4)).result(10)


def kept(lock: Lock) -> set[str]:
    """Open the store and return the ids of what is in it, the first one read whole."""
    worker, ready = lock.open_store()
    ready.result(10)
    ids = {card.id for card in worker.list().result(10)}
    if "one" in ids:
        assert worker.load("one").result(10).answers["q1"].note == samples.SECRET
    return ids


@pytest.fixture
def locked(lock_of: Maker) -> str:
    """Answers put down and locked with ``OLD``; gives the recovery code."""
    lock = lock_of()
    put_down(lock)
    code = lock.choose(OLD).result(10)
    lock.lock_now()
    return code


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
        lock.unlock("seven quiet otter").result(10)
    states = [lock.state]
    lock.unlock(f" {OLD} ").result(10)
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
        lock.unlock(locked[:12] + other + locked[13:]).result(10)

    lock.unlock(locked.lower().replace("-", " ")).result(10)

    assert kept(lock) == {"one", "two"}


def test_wrong_passphrases_wait_and_the_code_does_not(
    lock_of: Maker, locked: str, clock: FixedClock
) -> None:
    """A colleague at the keyboard gets three guesses; a new start gives no more."""
    for _ in range(2):
        assert lock_of().wait == 0
        with pytest.raises(StoreLocked, match="Try again"):
            lock_of().unlock("guess").result(10)
    with pytest.raises(StoreLocked, match="Wait 5 seconds"):
        lock_of().unlock("guess").result(10)
    with pytest.raises(StoreLocked, match="wrong 3 times") as caught:
        lock_of().unlock(OLD).result(10)
    assert caught.value.wait == lock_of().wait == 5

    clock.set(clock.now() + timedelta(seconds=5))
    lock_of().unlock(OLD).result(10)
    assert lock_of().wait == 0

    for _ in range(3):
        with pytest.raises(StoreLocked):
            lock_of().unlock("guess").result(10)
    lock_of().unlock(locked).result(10)


def test_locking_changes_the_key_and_leaves_none(lock_of: Maker, folder: Path) -> None:
    """The key lay beside the store; copies of it and of the store may be anywhere."""
    lock = lock_of()
    put_down(lock)
    old_key = key_change.own_key(folder)
    assert old_key is not None
    lock.choose(OLD).result(10)
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
    lock.unlock(OLD).result(10)
    put = kept(lock)
    code = lock.choose(NEW).result(10)
    lock.lock_now()

    again = lock_of()
    for old in (OLD, locked):
        with pytest.raises(StoreLocked):
            again.unlock(old).result(10)
    again.unlock(NEW).result(10)
    assert kept(again) == put
    lock_of().unlock(code).result(10)


def test_a_new_code_ends_the_old_one(lock_of: Maker, locked: str) -> None:
    """A sheet that was lost must open nothing; the passphrase stays."""
    lock = lock_of()
    lock.unlock(OLD).result(10)
    code = lock.new_recovery_code().result(10)

    with pytest.raises(StoreLocked):
        lock_of().unlock(locked).result(10)
    lock_of().unlock(code).result(10)
    lock_of().unlock(OLD).result(10)


def test_the_lock_can_be_taken_away(lock_of: Maker, locked: str, folder: Path) -> None:
    """Somebody gets a laptop of their own."""
    lock = lock_of()
    lock.unlock(OLD).result(10)
    kept(lock)
    lock.choose_own_login().result(10)
    lock.lock_now()

    assert state(folder) is State.OPEN
    assert not {LOCK_JSON, LOCK_COPY, "lock.tries"} & {path.name for path in folder.iterdir()}
    assert kept(lock_of()) == {"one", "two"}


def test_a_short_passphrase_is_refused(lock_of: Maker, folder: Path) -> None:
    """Whoever takes the file may guess as fast as they can pay for."""
    with pytest.raises(InputFault, match="at least 12 letters"):
        lock_of().choose("otters").result(10)

    assert state(folder) is State.NEW


def test_the_lock_can_be_chosen_before_anything_is_kept(lock_of: Maker, folder: Path) -> None:
    """The first save comes after the question whose computer this is."""
    lock = lock_of()
    lock.choose(OLD).result(10)
    assert not (folder / KEY_FILE).exists()
    put_down(lock)
    lock.lock_now()

    assert state(folder) is State.LOCKED
    again = lock_of()
    again.unlock(OLD).result(10)
    assert kept(again) == {"one", "two"}


def test_a_lock_gone_bad_is_said(lock_of: Maker, locked: str, folder: Path) -> None:
    """One copy may go bad unnoticed; with both gone nothing is overwritten."""
    (folder / LOCK_JSON).write_bytes(b"{")
    lock_of().unlock(OLD).result(10)
    (folder / LOCK_JSON).write_bytes(b"{")
    (folder / LOCK_COPY).write_bytes(b"{")

    with pytest.raises(StoreDamaged, match="is damaged"):
        lock_of().unlock(OLD).result(10)

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
        lock.unlock(OLD).result(10)
        with suppress(StoreProblem):
            # Opened in spite of it, it must give what was put down.
            assert kept(lock) == {"one", "two"}
        lock.lock_now()


def test_deleted_is_gone_with_every_key_on_the_disk(lock_of: Maker, folder: Path) -> None:
    """What a disk still has of a file long gone must open with no key that it still has."""
    lock = lock_of()
    put_down(lock)
    worker, _ = lock.open_store()
    worker.close().result(10)
    remains = folder.with_name("remains")
    shutil.copytree(folder, remains)
    (remains / KEY_FILE).unlink()
    lock.let_go()

    again = lock_of()
    worker, _ = again.open_store()
    worker.erase("one", again.renewal()).result(10)
    assert {card.id for card in worker.list().result(10)} == {"two"}
    again.lock_now()

    keys = [path.read_bytes() for path in folder.iterdir() if path.stat().st_size == 32]
    assert len(keys) == 1
    assert database.fits(folder / STORE_FILE, keys[0])
    assert not any(database.fits(path, keys[0]) for path in remains.rglob("*.db"))
    connection = database.open_file(folder / STORE_FILE, keys[0])
    assert WORD not in connection.serialize("main")
    connection.close()


def test_deleting_under_a_lock_changes_the_key_too(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """The passphrase stays the same; what lay on the disk before does not open with it."""
    shutil.copy(folder / STORE_FILE, folder.with_name("remains.db"))
    lock = lock_of()
    lock.unlock(OLD).result(10)
    worker, _ = lock.open_store()
    worker.erase_all(lock.renewal()).result(10)
    lock.lock_now()

    shutil.copy(folder.with_name("remains.db"), folder / STORE_FILE)
    again = lock_of()
    again.unlock(OLD).result(10)
    with pytest.raises(StoreDamaged):
        kept(again)


def test_the_desk_deletes_for_good(places: Places) -> None:
    """The way a person deletes, from window and command, changes the key."""
    desk = Desk(places)
    desk.ready.result(10)
    before = key_change.own_key(places.data)
    desk.runs.erase_all().result(10)
    desk.close()

    assert key_change.own_key(places.data) not in (before, None)


@pytest.fixture
def places(folder: Path, clock: FixedClock) -> Places:
    """The places of a desk."""
    return Places(folder, clock=clock)


def test_a_desk_opens_only_with_what_was_unlocked(
    places: Places, locked: str, lock_of: Maker
) -> None:
    """No page may come up while the answers are locked."""
    with pytest.raises(StoreLocked):
        Desk(places)
    lock = lock_of()
    lock.unlock(OLD).result(10)

    desk = Desk(places, lock)
    cards = desk.runs.list().result(10)
    desk.close()

    assert len(cards) == 2


def test_two_programs_do_not_share(lock_of: Maker, locked: str) -> None:
    """The second one is told; it must not change a key under the first."""
    first, second = lock_of(), lock_of()
    for lock in (first, second):
        lock.unlock(OLD).result(10)
    assert kept(first)

    with pytest.raises(StoreBusy):
        second.choose(NEW).result(10)

    first.lock_now()
    again = lock_of()
    again.unlock(OLD).result(10)
    assert kept(again) == {"one", "two"}


def test_a_shared_computer_keeps_nothing(
    lock_of: Maker, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the window is closed the next person finds not even that somebody was there."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lock = lock_of(shared=True)
    assert (lock.state, lock.has_lock) == (State.SHARED, False)
    assert lock.kept_note == say("lock.until-close")
    put_down(lock)
    (place,) = tmp_path.iterdir()
    contents = [path.read_bytes() for path in place.rglob("*") if path.is_file()]
    assert contents
    assert not any(WORD in content for content in contents)
    assert not (place / KEY_FILE).exists()

    lock.lock_now()

    assert list(tmp_path.iterdir()) == []
    assert state(folder) is State.NEW


def test_what_a_crash_leaves_on_a_shared_computer_goes_at_the_next_start(
    lock_of: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its key died with the program; the folder itself is tidied away, one in use is not."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "before-you-post-left"
    left.mkdir()
    (left / STORE_FILE).write_bytes(b"noise")
    first, second = lock_of(shared=True), lock_of(shared=True)
    put_down(first)
    put_down(second)

    assert not left.exists()
    assert kept(first) == {"one", "two"}
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("way", ["passphrase", "own login"])
def test_what_was_kept_for_a_while_can_be_kept_for_good(
    lock_of: Maker, folder: Path, way: str
) -> None:
    """The question comes with the first save, when there are answers already."""
    lock = lock_of(shared=True)
    put_down(lock)
    if way == "passphrase":
        lock.choose(OLD).result(10)
    else:
        lock.choose_own_login().result(10)
    assert lock.state is State.OPEN
    assert lock.kept_note == ""
    assert kept(lock) == {"one", "two"}
    lock.lock_now()

    again = lock_of()
    if way == "passphrase":
        again.unlock(OLD).result(10)
    assert kept(again) == {"one", "two"}


def test_one_person_does_not_land_in_anothers_answers(
    lock_of: Maker, locked: str, folder: Path
) -> None:
    """Several people on one account: who can not open the lock keeps nothing beside it."""
    lock = lock_of(shared=True)
    put_down(lock)
    for choose in (lambda: lock.choose(NEW), lock.choose_own_login):
        with pytest.raises(StoreProblem, match="kept already"):
            choose().result(10)

    assert lock.state is State.SHARED
    lock.lock_now()
    again = lock_of()
    again.unlock(OLD).result(10)
    assert kept(again) == {"one", "two"}


def test_the_sheet_shows_the_code(lock_of: Maker, locked: str) -> None:
    """It is offered for printing at once: nobody can look the code up later."""
    sheet = lock_of().recovery_sheet(locked)

    assert Heading(locked.replace("-", " "), 1) in sheet.blocks


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
        lock.choose(before).result(10)
    lock.lock_now()
    child = subprocess.run(
        [sys.executable, "-m", "tests.desk.lock_child", what, str(tmp_path)],
        cwd=TOP, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    steps = sorted(int(path.name) for path in tmp_path.iterdir() if path.name.isdigit())
    assert len(steps) > 5
    gone = {"one"} if what.startswith("erase") else {"one", "two"}

    for step in steps:
        found = _opened(lock_of, tmp_path / str(step), {before, after})
        assert found in ({"one", "two"}, gone), step
        # Whatever was cut short is finished by now: nothing is in between any more.
        found = _opened(lock_of, tmp_path / str(step), {before, after})
        names = {path.name for path in (tmp_path / str(step)).iterdir()}
        assert (KEY_FILE in names) != (LOCK_JSON in names), (step, names)
        assert key_change.NEXT_KEY_FILE not in names
        assert not [name for name in names if name.endswith(".part")], (step, names)
    last = lock_of(tmp_path / str(steps[-1]))
    assert last.has_lock is (after is not None)


def _opened(lock_of: Maker, folder: Path, secrets: set[str | None]) -> set[str]:
    """Open a folder with whichever secret opens it, as a person would, and look inside."""
    lock = lock_of(folder)
    if lock.state is State.LOCKED:
        opened = False
        for secret in sorted(filter(None, secrets)):
            try:
                lock.unlock(secret).result(10)
                opened = True
                break
            except StoreLocked:
                continue
        assert opened, folder.name
    found = kept(lock)
    lock.lock_now()
    return found
