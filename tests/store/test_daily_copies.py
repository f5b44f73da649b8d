"""When a copy is made, and which go to make room for it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from tests.store.copied import copies_once
from wizard.clock import FixedClock, local_day
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.store import backup, runs
from wizard.store.held import HeldStore
from wizard.store.keys import Keys
from wizard.store.migrations import STEPS
from wizard.store.worker import StoreWorker


def test_a_start_without_a_change_makes_no_copy(
    changed_often: StoreWorker, new_worker: NewWorker, folder: Path
) -> None:
    """Opening five times to look must not push out the copies of earlier work."""
    before = changed_often.copies().result(60)
    changed_often.close().result(60)

    for _ in range(6):
        worker = new_worker()
        worker.open().result(60)
        for _ in range(20):
            # Each time the store is done with it, it would have a moment for a copy.
            worker.list().result(60)
        worker.close().result(60)

    assert backup.copies(folder) == before


def test_a_window_that_stays_open_makes_a_copy_each_day(
    worker: StoreWorker, clock: FixedClock, folder: Path
) -> None:
    """Only opening began one: who closed the window at the end of term had none of it."""
    run, copied = samples.draft(), 0
    worker.create(run, samples.CONTENT, (0, 4)).result(60)
    for day in range(1, 4):
        clock.set(samples.START + timedelta(days=day))
        run = samples.answered(run, "q1", f"day {day}")
        worker.save(run, samples.both("q1"), (1, 4)).result(60)
        newest = copies_once(folder, day, since=copied)[0]
        worker.save(run, samples.both("q1"), (1, 4)).result(60)
        assert newest.day == local_day(clock.now())
        copied = newest.changes

    assert len(worker.copies().result(60)) == 3


def test_a_busy_day_pushes_out_none_of_the_days_before(
    new_worker: NewWorker, clock: FixedClock, folder: Path
) -> None:
    """Who opened it five times on Friday could go back to Friday alone."""
    _write(new_worker, "Thursday", is_new=True)
    clock.set(samples.START + timedelta(days=1))
    for time in range(backup.KEPT + 2):
        _write(new_worker, f"Friday {time}")

    found = backup.copies(folder)
    assert [copy.day - found[-1].day for copy in found] == [timedelta(days=1)] * 4 + [timedelta()]
    worker = new_worker()
    worker.open().result(60)
    worker.restore(found[-1].name).result(60)
    assert worker.load(samples.draft().id).result(60).answers["q1"].note == "Thursday"


def test_what_was_written_last_is_a_copy_too_once_it_is_closed(
    new_worker: NewWorker, folder: Path
) -> None:
    """An older file that a server puts there overnight would take the day's words."""
    _write(new_worker, "in the morning", is_new=True)
    before = (folder / STORE_FILE).read_bytes()
    _write(new_worker, "in the afternoon")
    (folder / STORE_FILE).write_bytes(before)

    worker = new_worker()
    worker.open().result(60)
    assert worker.is_put_back
    (left,) = [copy for copy in backup.copies(folder) if copy.mark == backup.LEFT]
    worker.restore(left.name).result(60)
    assert worker.load(samples.draft().id).result(60).answers["q1"].note == "in the afternoon"


@pytest.mark.parametrize("pieces", range(6))
def test_what_was_written_while_a_copy_was_read_through_is_in_one_once_it_is_closed(
    folder: Path, clock: FixedClock, pieces: int
) -> None:
    """The one under way was finished as it was begun, and what had come since lay in none."""
    held = HeldStore(folder, Keys(own_login_key(folder)), clock, STEPS)
    held.open()
    run = samples.draft()
    held.do(lambda at: runs.create(at, run, samples.CONTENT, (0, 4)))
    clock.set(samples.START + timedelta(days=1))
    run = samples.answered(run, "q1", "in the morning")
    held.do(lambda at: runs.save(at, run, samples.both("q1"), (1, 4)))
    for _ in range(pieces):
        held.copy.go_on()
    held.do(
        lambda at: runs.save(at, samples.answered(run, "q1", "last"), samples.both("q1"), (1, 4))
    )
    held.end()

    assert backup.latest(folder) == 3


def _write(new_worker: NewWorker, note: str, *, is_new: bool = False) -> None:
    worker = new_worker()
    worker.open().result(60)
    run = samples.answered(samples.draft(), "q1", note)
    if is_new:
        worker.create(run, samples.CONTENT, (1, 4)).result(60)
    else:
        worker.save(run, samples.both("q1"), (1, 4)).result(60)
    worker.close().result(60)
