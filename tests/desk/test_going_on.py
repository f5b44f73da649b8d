"""A change of key that could not end goes on at the next start: nobody asked for copies to go."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, kept, put_down, two_alike
from tests.desk.refusing import refuse_once
from tests.store import samples
from tests.store.copied import copies_once
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.errors import KeyStays, StoreProblem
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.key_change import NEXT_KEY_FILE, next_key
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.store import backup


def _opened(lock_of: Maker, folder: Path, passphrase: str) -> Lock:
    lock = lock_of(folder)
    if passphrase:
        lock.unlock(passphrase).result(60)
    return lock


def _left(lock: Lock) -> set[str]:
    """Go back to what was left, and return what is in it."""
    worker, ready = lock.open_store()
    ready.result(60)
    lock.finish()
    left = [copy for copy in worker.copies().result(60) if copy.mark == backup.LEFT]
    worker.restore(left[0].name).result(60)
    return kept(lock)


@pytest.mark.parametrize(
    ("passphrase", "refused", "what"),
    [
        ("", ".answers.db.", "open"),
        (OLD, ".answers.db.", "open"),
        # The store has the new key then, and a scanner holds what it was put down in.
        ("", NEXT_KEY_FILE, "os.remove"),
    ],
)
def test_copies_made_since_a_deletion_whose_key_stayed_outlive_its_change(
    passphrase: str, refused: str, what: str, tmp_path: Path, lock_of: Maker, clock: FixedClock
) -> None:
    """What somebody had gone back from lay in a copy alone, and went with the old key."""
    lock = lock_of(tmp_path)
    put_down(lock)
    if passphrase:
        lock.choose(passphrase).result(60)
    worker, ready = lock.open_store()
    ready.result(60)
    refuse_once(f"{tmp_path / refused}", what)
    with pytest.raises(KeyStays):
        lock.for_good(lambda change: worker.erase("one", change)).result(60)
    assert kept(lock) == {"two"}
    clock.set(samples.START + timedelta(days=1))
    worker.create(samples.draft("three"), samples.CONTENT, (0, 4)).result(60)
    copies_once(tmp_path)
    worker.create(samples.draft("four"), samples.CONTENT, (0, 4)).result(60)
    worker.restore(worker.copies().result(60)[-1].name).result(60)
    before = kept(lock)
    lock.lock_now()

    for _ in range(2):
        again = _opened(lock_of, tmp_path, passphrase)
        assert kept(again) == before
        again.finish()
        again.lock_now()
    assert _left(_opened(lock_of, tmp_path, passphrase)) == {"two", "three", "four"}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced over there")
@pytest.mark.parametrize("passphrase", ["", OLD])
def test_what_another_computers_answers_lack_outlives_their_key(
    passphrase: str, tmp_path: Path, lock_of: Maker, clock: FixedClock
) -> None:
    """Their key came first, and ours was put beside it: the next start took it, and every copy."""
    lock, here, there = two_alike(tmp_path, lock_of, passphrase)
    other = _opened(lock_of, there, passphrase)
    worker, ready = other.open_store()
    ready.result(60)
    other.for_good(lambda change: worker.erase("two", change)).result(60)
    other.lock_now()
    worker, ready = lock.open_store()
    ready.result(60)
    worker.create(samples.draft("three"), samples.CONTENT, (0, 4)).result(60)
    for name in (LOCK_JSON, LOCK_COPY) if passphrase else (KEY_FILE,):
        shutil.copy(there / name, here / name)
    clock.set(samples.START + timedelta(days=1))
    assert kept(lock) == {"one", "two", "three"}
    (there / STORE_FILE).replace(here / STORE_FILE)
    lock.lock_now()

    again = _opened(lock_of, here, passphrase)
    assert kept(again) == {"one"}
    assert _left(again) == {"one", "two", "three"}


@pytest.mark.parametrize("before", range(7))
def test_a_key_that_could_not_be_read_for_a_moment_is_put_beside_itself_by_nobody(
    before: int, tmp_path: Path, lock_of: Maker
) -> None:
    """The next start took that for a change of key that was cut short."""
    lock = lock_of(tmp_path)
    put_down(lock)
    lock.lock_now()
    refuse_once(str(tmp_path / KEY_FILE), before=before)
    with suppress(StoreProblem):
        assert kept(lock_of(tmp_path)) == {"one", "two"}
    assert next_key(tmp_path) is None
