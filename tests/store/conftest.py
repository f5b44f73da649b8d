"""What tests of the store share: a folder, its key, a clock, and workers that get closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store import children, samples
from tests.store.copied import copies_once
from wizard.clock import FixedClock
from wizard.safe.key import own_login_key
from wizard.store import backup
from wizard.store.worker import StoreWorker

NewWorker = Callable[..., StoreWorker]


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder`` but the lock, with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "answers.lock"
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a key and no store yet."""
    place = tmp_path / "answers"
    own_login_key(place)
    return place


@pytest.fixture
def open_ground() -> Iterator[Path]:
    """Return a folder that a user without rights can reach."""
    with children.open_ground() as place:
        yield place


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still."""
    return FixedClock(samples.START)


@pytest.fixture
def new_worker(folder: Path, clock: FixedClock) -> Iterator[NewWorker]:
    """Return a maker of workers on ``folder``; whatever it made is closed at the end."""
    made = []

    def make(at: Path = folder, key: bytes | None = None) -> StoreWorker:
        made.append(StoreWorker(at, key or own_login_key(at), clock))
        return made[-1]

    yield make
    for worker in made:
        worker.close().result(60)


@pytest.fixture
def worker(new_worker: NewWorker) -> StoreWorker:
    """Return a worker whose store is open and empty."""
    opened = new_worker()
    opened.open().result(60)
    return opened


@pytest.fixture
def kept(folder: Path, new_worker: NewWorker) -> Path:
    """Return a folder in which one whole self-assessment is kept."""
    worker = new_worker()
    worker.open().result(60)
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    worker.close().result(60)
    return folder


@pytest.fixture
def changed_often(new_worker: NewWorker, folder: Path) -> StoreWorker:
    """Return an open worker on a store that was changed and started eight times."""
    copied = -1
    for number in range(8):
        worker = new_worker()
        worker.open().result(60)
        if number == 0:
            worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
        run = samples.answered(worker.load("one").result(60), "q1", f"start {number}")
        if number:
            copied = copies_once(folder, min(number, backup.KEPT), since=copied)[0].changes
        worker.save(run, samples.both("q1"), (1, 4)).result(60)
        worker.close().result(60)
    worker = new_worker()
    worker.open().result(60)
    copies_once(folder, backup.KEPT, since=copied)
    return worker
