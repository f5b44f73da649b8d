"""The clock was put back: answers, their order and their copies do not care."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.store import samples
from tests.store.copied import copies_once
from wizard.clock import FixedClock
from wizard.safe.key import own_login_key
from wizard.store.worker import StoreWorker

YEARS = timedelta(days=3650)


def sitting(folder: Path, moment: timedelta, run_id: str) -> None:
    """Open the store at some moment, put one self-assessment down, and close it."""
    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START + moment))
    worker.open().result(60)
    begun = samples.START + moment
    run = samples.draft(run_id, started=begun, changed=begun)
    worker.create(run, samples.CONTENT, (0, 4)).result(60)
    worker.close().result(60)


def test_what_was_changed_last_comes_first_whatever_the_clock_says(folder: Path) -> None:
    """A flat battery puts a laptop back by years; the newest work must not sink."""
    sitting(folder, timedelta(0), "before")
    sitting(folder, -YEARS, "after the clock fell back")

    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START - YEARS))
    worker.open().result(60)
    first, second = worker.list().result(60)
    worker.close().result(60)

    assert (first.id, second.id) == ("after the clock fell back", "before")
    assert first.changed < second.changed


def test_a_copy_made_after_the_clock_fell_back_is_the_latest(folder: Path) -> None:
    """Going back to "the last copy" must not bring the state of before."""
    sitting(folder, timedelta(0), "before")
    for number, moment in enumerate((timedelta(0), -YEARS, -2 * YEARS), 1):
        worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START + moment))
        worker.open().result(60)
        run = samples.answered(worker.load("before").result(60), "q1", str(number))
        worker.save(run, samples.both("q1"), (1, 4)).result(60)
        worker.close().result(60)
        latest = copies_once(folder, number + 1)[0]
        assert latest.day == (samples.START + moment).date()

    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START - YEARS))
    worker.open().result(60)
    latest, *_ = copies_once(folder, 4)
    worker.restore(latest.name).result(60)
    assert worker.load("before").result(60).answers["q1"].note == "3"
    worker.close().result(60)
