"""Ten thousand self-assessments of 120 answers, as a trust may have, against an empty store."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.pairs import TOLD_ONLY, Compared, alternate
from tests.store import samples
from wizard.clock import FixedClock
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.store import backup, bodies, database
from wizard.store.worker import StoreWorker

RUNS = 10_000
ANSWERS = 120
CLOCK = FixedClock(samples.START)
SAVES = 60
LIST = (
    "SELECT id, journey, title, answered, asked, started, changed, finished "
    "FROM run ORDER BY last_change DESC"
)


def kept(folder: Path, runs: int) -> Path:
    """Make a store with one self-assessment and ``runs`` more, and a copy so none is due."""
    key = own_login_key(folder)
    worker = StoreWorker(folder, key, CLOCK)
    worker.open().result(60)
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
    worker.close().result(60)
    text = words_of_one()
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


def words_of_one() -> str:
    """Return one answer as it stands in the store."""
    answered = samples.answered(samples.draft(), "q", "words " * 10)
    return bodies.body(answered.answers, "answer:q") or ""


def compare(folder: Path) -> list[Compared]:
    """Measure both stores on the disk that ``folder`` is on."""
    small, big = kept(folder / "small", 0), kept(folder / "big", RUNS)
    # What the disk has still to do from making them must not count.
    os.sync()
    rows = [_compared("open, 10,000 kept", 2, alternate(_opening(big), _opening(small)))]
    few, many = _opened(small), _opened(big)
    rows.append(
        _compared("save, 10,000 kept", 2, alternate(_saving(many), _saving(few), SAVES)),
    )
    for worker in (few, many):
        worker.close().result(60)
    rows.append(_listing(big))
    size = (big / STORE_FILE).stat().st_size / 1e6
    words = RUNS * ANSWERS * len(words_of_one()) / 1e6
    rows.append(
        Compared("size, 10,000 kept", "MB", TOLD_ONLY, TOLD_ONLY, (size,) * 2, (words,) * 2)
    )
    return rows


def _compared(name: str, limit: float, pairs: list[tuple[float, float]]) -> Compared:
    mine, theirs = zip(*pairs, strict=True)
    return Compared(name, "ms", limit, limit, mine, theirs)


def _opened(folder: Path) -> StoreWorker:
    worker = StoreWorker(folder, own_login_key(folder), CLOCK)
    worker.open().result(60)
    return worker


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)


def _opening(folder: Path) -> Callable[[], float]:
    def once() -> float:
        worker = StoreWorker(folder, own_login_key(folder), CLOCK)
        taken = _timed(lambda: worker.open().result(60))
        worker.close().result(60)
        return taken

    return once


def _saving(worker: StoreWorker) -> Callable[[], float]:
    run = samples.answered(samples.draft(), "q1", "words")
    return lambda: _timed(lambda: worker.save(run, samples.both("q1"), (1, 4)).result(60))


def _listing(folder: Path) -> Compared:
    worker = _opened(folder)
    connection = database.open_file(folder / STORE_FILE, own_login_key(folder))
    pairs = alternate(
        lambda: _timed(lambda: worker.list().result(60)),
        lambda: _timed(lambda: connection.execute(LIST).fetchall()),
    )
    connection.close()
    worker.close().result(60)
    return _compared("list of 10,000", 3, pairs)
