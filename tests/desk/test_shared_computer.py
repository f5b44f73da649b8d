"""A computer that several people use: nothing is kept, and nobody lands in another's answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, put_down
from tests.store import samples
from wizard.desk.lock_state import State, state
from wizard.errors import StoreProblem
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.words import say

WORD = samples.SECRET.encode()


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
