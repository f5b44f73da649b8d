"""No store is made where its key does not lie: what was saved in it would never open again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, kept, put_down
from tests.store import samples
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.errors import StoreBusy, StoreProblem, StoreUnwritable
from wizard.safe.key import STORE_FILE
from wizard.store.lock import LOCK_FILE
from wizard.store.worker import StoreWorker


def _save(worker: StoreWorker) -> None:
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)


def _own(lock: Lock) -> Lock:
    return lock


def _locked(lock: Lock) -> Lock:
    lock.choose(OLD).result(60)
    lock.lock_now()
    lock.unlock(OLD).result(60)
    return lock


@pytest.mark.parametrize("way", [_own, _locked])
def test_an_empty_folder_in_its_place_gets_no_store(
    way: Callable[[Lock], Lock], folder: Path, lock_of: Maker
) -> None:
    """The disk refused, was taken away and left an empty folder: "Saved", and lost for good."""
    lock = way(lock_of())
    folder.mkdir(exist_ok=True)
    # What stands in the way of the lock for writing is refused like a right that is missing.
    (folder / LOCK_FILE).mkdir()
    worker, ready = lock.open_store()
    with pytest.raises(StoreUnwritable):
        ready.result(60)
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    folder.mkdir()
    with pytest.raises(StoreProblem, match="moved or replaced"):
        _save(worker)
    assert not (folder / STORE_FILE).exists()

    (folder / LOCK_FILE).unlink()
    folder.rmdir()
    (elsewhere / LOCK_FILE).rmdir()
    elsewhere.rename(folder)
    _save(worker)
    lock.lock_now()
    lock = lock_of()
    if way is _locked:
        lock.unlock(OLD).result(60)
    assert kept(lock) == {"one"}


def test_what_another_window_moved_away_is_not_begun_anew(folder: Path, lock_of: Maker) -> None:
    """It went to a place under a name, with its key, while this one waited for the store."""
    first, second = lock_of(), lock_of()
    first.open_store()[1].result(60)
    worker, ready = second.open_store()
    with pytest.raises(StoreBusy):
        ready.result(60)
    first.choose_apart("Siân", OLD).result(60)

    with pytest.raises(StoreProblem, match="moved or replaced"):
        _save(worker)
    assert not (folder / STORE_FILE).exists()


def test_a_window_that_waited_may_begin_where_the_other_kept_nothing(
    folder: Path, lock_of: Maker
) -> None:
    """Two windows of somebody new: the key is that of both, and whoever saves first begins."""
    first, second = lock_of(), lock_of()
    first.open_store()[1].result(60)
    worker, ready = second.open_store()
    with pytest.raises(StoreBusy):
        ready.result(60)
    first.lock_now()
    (folder / STORE_FILE).unlink()
    for beside in folder.glob("answers.here"):
        beside.unlink()

    _save(worker)
    second.lock_now()
    assert kept(lock_of()) == {"one"}


CHANGES: dict[str, Callable[[Lock], object]] = {
    "deleted": lambda lock: lock.open_store()[0].erase("one", lock.renewal()).result(60),
    "locked": lambda lock: lock.choose(NEW).result(60),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("way", [_own, _locked])
def test_a_key_that_another_window_changed_is_called_that(
    way: Callable[[Lock], Lock], change: str, folder: Path, lock_of: Maker
) -> None:
    """Where nothing was damaged "damaged, go back to a copy" was said, and it offered to."""
    first = way(lock_of())
    put_down(first)
    second = lock_of()
    if way is _locked:
        second.unlock(OLD).result(60)
    worker, ready = second.open_store()
    with pytest.raises(StoreBusy):
        ready.result(60)
    CHANGES[change](first)
    first.finish()
    first.lock_now()
    before = (folder / STORE_FILE).read_bytes()

    for _ in range(2):
        with pytest.raises(StoreUnwritable, match="Another window changed what opens"):
            worker.create(samples.draft("three"), samples.CONTENT, (0, 4)).result(60)
    assert (folder / STORE_FILE).read_bytes() == before


def test_an_empty_folder_in_the_place_of_a_locked_one_is_not_begun_anew(
    locked: str, lock_of: Maker, folder: Path
) -> None:
    """A share that went: any words opened, and what was saved there lay beneath it once it came."""
    lock = lock_of()
    away = folder.rename(folder.with_name("away"))
    folder.mkdir()
    for secret in (OLD, "any words at all"):
        with pytest.raises(StoreProblem, match="is gone"):
            lock.unlock(secret).result(60)
    assert not list(folder.iterdir())

    folder.rmdir()
    away.rename(folder)
    lock.unlock(OLD).result(60)
    assert lock.state is State.OPEN
