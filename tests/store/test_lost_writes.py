"""A disk that lost the write of a page: each page is sealed as it should be, and words are not.

One page lies there as it was the day before.  Where the end of a long note does, its text is none.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from wizard.clock import FixedClock
from wizard.errors import StoreDamaged
from wizard.model.run import Run
from wizard.safe.key import STORE_FILE
from wizard.store import backup, failures
from wizard.store.worker import StoreWorker

_PAGE = 4096


def _noted(run: Run, words: str, numbers: range) -> Run:
    for number in numbers:
        run = samples.answered(run, f"q{number}", words * (number * 137 % 400))
    return run


QUESTIONS = range(1, 25)
ALL = frozenset().union(*(samples.both(f"q{number}") for number in QUESTIONS))
MONDAY = _noted(samples.draft(), "x" * 5, QUESTIONS)
TUESDAY = _noted(MONDAY, "ŵŷé Tuesday", QUESTIONS[::2])


def _opened(new_worker: NewWorker, at: Path) -> StoreWorker:
    worker = new_worker(at)
    worker.open().result(60)
    return worker


@pytest.fixture
def stores(folder: Path, new_worker: NewWorker, tmp_path: Path) -> Iterator[Path]:
    """Yield the folders in which one page of Tuesday's store is Monday's, with copies of both."""
    days = []
    for run in (MONDAY, TUESDAY):
        worker = _opened(new_worker, folder)
        if run is MONDAY:
            worker.create(run, samples.CONTENT, (0, 4)).result(60)
        else:
            worker.save(run, ALL, (0, 4)).result(60)
        worker.close().result(60)
        days.append((folder / STORE_FILE).read_bytes())
    monday, tuesday = days

    def mixed() -> Iterator[Path]:
        for at in range(_PAGE, min(len(monday), len(tuesday)), _PAGE):
            if monday[at : at + _PAGE] != tuesday[at : at + _PAGE]:
                place = tmp_path / f"lost {at}"
                shutil.copytree(folder, place)
                page = monday[at : at + _PAGE]
                (place / STORE_FILE).write_bytes(tuesday[:at] + page + tuesday[at + _PAGE :])
                yield place

    return mixed()


def _is_damaged(worker: StoreWorker) -> bool:
    try:
        worker.open().result(60)
        worker.load("one").result(60)
    except StoreDamaged:
        return True
    return False


def test_what_can_not_be_read_is_damaged_and_a_copy_is_not(
    stores: Iterator[Path], new_worker: NewWorker
) -> None:
    """It ended in an error of ours, and so did going back to any whole copy."""
    damaged = 0
    for place in stores:
        worker = new_worker(place)
        if _is_damaged(worker):
            damaged += 1
            worker.restore(worker.copies().result(60)[0].name).result(60)
            assert worker.load("one").result(60) == TUESDAY
        worker.close().result(60)
    assert damaged


def test_a_copy_that_can_not_be_read_pushes_out_none(
    stores: Iterator[Path], new_worker: NewWorker, clock: FixedClock
) -> None:
    """Whoever went on with something else had five such after as many days, and no good one."""
    for place in stores:
        worker = new_worker(place)
        # Of some the count is Monday's: they do not open at all.
        if is_damaged := _is_damaged(worker) and worker.list().exception(60) is None:
            break
    assert is_damaged
    worker.close().result(60)
    for day in range(12):
        clock.set(clock.now() + timedelta(days=1))
        worker = _opened(new_worker, place)
        worker.create(samples.draft(f"day {day}"), samples.CONTENT, (0, 4)).result(60)
        worker.close().result(60)
    worker = _opened(new_worker, place)
    monday = worker.copies().result(60)[-1]
    assert len(worker.copies().result(60)) == 2 * backup.KEPT
    worker.restore(monday.name).result(60)

    assert worker.load("one").result(60) == MONDAY


def test_a_sector_that_is_gone_for_good_is_a_fault_of_reading() -> None:
    """No copy could be gone back to: it was told that the folder can not be written."""
    faults = [
        apsw.exception_for(code) for code in (apsw.SQLITE_IOERR_CORRUPTFS, apsw.SQLITE_IOERR_WRITE)
    ]
    assert [isinstance(one, apsw.Error) and failures.is_of_reading(one) for one in faults] == [
        True,
        False,
    ]
