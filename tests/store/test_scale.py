"""Ten thousand self-assessments, as a trust may have: opening and saving stay what they were."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store import samples
from wizard.clock import FixedClock
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.store import backup, bodies, database
from wizard.store.worker import StoreWorker

pytestmark = pytest.mark.full

RUNS = 10_000
ANSWERS = 120
CLOCK = FixedClock(samples.START)


def kept(folder: Path, runs: int) -> Path:
    """Make a store with one self-assessment and ``runs`` more, and a copy so none is due."""
    key = own_login_key(folder)
    worker = StoreWorker(folder, key, CLOCK)
    worker.open().result(10)
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(10)
    worker.close().result(10)
    text = bodies.body(samples.answered(samples.draft(), "q", "words " * 10).answers, "answer:q")
    connection = database.open_file(folder / STORE_FILE, key)
    with database.transaction(connection):
        connection.executemany(
            "INSERT INTO run SELECT ?, journey, content, policy, title, place, answered, asked, "
            "started, changed, finished, ? FROM run WHERE id = 'one'",
            ((f"run-{number}", number) for number in range(runs)),
        )
        connection.executemany(
            "INSERT INTO answer VALUES (?, ?, ?)",
            ((f"run-{n}", f"answer:q{q}", text) for n in range(runs) for q in range(ANSWERS)),
        )
    backup.make(connection, folder, key, CLOCK)
    connection.close()
    return folder


def median(act: Callable[[], object], times: int) -> float:
    """Return the median time of ``act`` in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def opening(folder: Path) -> float:
    """Return how long opening and closing takes."""
    key = own_login_key(folder)

    def open_and_close() -> None:
        worker = StoreWorker(folder, key, CLOCK)
        worker.open().result(60)
        worker.close().result(60)

    return median(open_and_close, 21)


def saving_and_listing(folder: Path) -> tuple[float, float]:
    """Return how long a save takes, and a list of all."""
    worker = StoreWorker(folder, own_login_key(folder), CLOCK)
    worker.open().result(60)
    run = samples.answered(samples.draft(), "q1", "words")
    saving = median(lambda: worker.save(run, samples.both("q1"), (1, 4)).result(60), 61)
    listing = median(lambda: worker.list().result(60), 21)
    worker.close().result(60)
    return saving, listing


def bare_select(folder: Path) -> float:
    """Return how long the database alone takes for what a list needs."""
    connection = database.open_file(folder / STORE_FILE, own_login_key(folder))
    sql = (
        "SELECT id, journey, title, answered, asked, started, changed, finished "
        "FROM run ORDER BY last_change DESC"
    )
    taken = median(lambda: connection.execute(sql).fetchall(), 21)
    connection.close()
    return taken


def test_ten_thousand_are_as_quick_as_one(tmp_path: Path) -> None:
    """Open and save at most twice, list at most four times the bare SELECT; ten seconds."""
    small, big = kept(tmp_path / "small", 0), kept(tmp_path / "big", RUNS)

    assert opening(big) <= 2 * opening(small)
    (save_small, _), (save_big, listing) = saving_and_listing(small), saving_and_listing(big)
    assert save_big <= 2 * save_small
    # Two thirds of it is the making of ten thousand cards.
    assert listing <= 4 * bare_select(big)
    assert (big / STORE_FILE).stat().st_size < 30_000 * RUNS
