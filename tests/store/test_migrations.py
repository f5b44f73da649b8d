"""A store of an older shape is brought up to date, whole or not at all, copied first."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import apsw
import pytest

from tests.store import children, samples
from tests.store.copied import copies_once
from wizard.clock import FixedClock, local_day
from wizard.errors import StoreNewer
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE, own_login_key
from wizard.store import backup, database, migrations
from wizard.store.migrations import STEPS, Step
from wizard.store.worker import StoreWorker

TWO: tuple[Step, ...] = (
    *STEPS,
    (
        "ALTER TABLE run ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'",
        "CREATE TABLE mood (run TEXT)",
    ),
)
BROKEN: tuple[Step, ...] = (*STEPS, (*TWO[-1], "INSERT INTO nowhere VALUES (1)"))

# A step of a few hundredths of a second, so that a kill falls into it.
SLOW: tuple[Step, ...] = (
    *STEPS,
    (
        *TWO[-1],
        """INSERT INTO mood WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
           WHERE i < 10000) SELECT 'mood ' || i FROM n""",
    ),
)


NOW, NEXT = len(STEPS), len(TWO)


def worker_with(folder: Path, clock: FixedClock, steps: Sequence[Step]) -> StoreWorker:
    """Return a worker that knows these steps."""
    return StoreWorker(folder, own_login_key(folder), clock, steps)


@pytest.fixture
def kept(folder: Path, clock: FixedClock) -> Path:
    """Return a folder with a store of today's version and one self-assessment."""
    worker = worker_with(folder, clock, STEPS)
    worker.open().result(60)
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    worker.close().result(60)
    return folder


def shape(path: Path, folder: Path) -> tuple[int, bool]:
    """Return the version of a store and whether it has the second step's table."""
    connection = database.open_file(path, own_login_key(folder))
    found = migrations.version(connection), connection.table_exists("main", "mood")
    connection.close()
    return found


def test_answers_live_through_a_migration_and_a_copy_of_before_is_kept(
    kept: Path, clock: FixedClock
) -> None:
    """A new version of the program must not cost anybody their answers."""
    worker = worker_with(kept, clock, TWO)
    worker.open().result(60)

    assert worker.load("one").result(60) == samples.full()
    worker.close().result(60)
    assert shape(kept / STORE_FILE, kept) == (NEXT, True)
    (copy,) = backup.copies(kept)
    assert shape(kept / BACKUP_FOLDER / copy.name, kept) == (NOW, False)


def test_a_copy_of_before_stays_where_copies_count_more(kept: Path, clock: FixedClock) -> None:
    """Of an older program's store that was put back it was the first to go, as it was made."""
    for number in range(backup.KEPT):
        named = backup.named(100 + number, local_day(clock.now()))
        (kept / BACKUP_FOLDER / named).write_bytes(b"noise")
    worker = worker_with(kept, clock, TWO)
    worker.open().result(60)
    assert worker.is_put_back, "and it was told by nothing"
    worker.close().result(60)

    newest, *others = backup.copies(kept)
    assert shape(kept / BACKUP_FOLDER / newest.name, kept) == (NOW, False)
    left = [copy for copy in others if copy.mark == backup.LEFT]
    assert len(left) == 1
    assert len(others) == backup.KEPT


def test_a_step_that_fails_leaves_the_old_store_whole(kept: Path, clock: FixedClock) -> None:
    """A fault in a new version must leave the old version something to open."""
    broken = worker_with(kept, clock, BROKEN)
    with pytest.raises(apsw.SQLError):
        broken.open().result(60)
    broken.close().result(60)

    assert shape(kept / STORE_FILE, kept) == (NOW, False)
    worker = worker_with(kept, clock, STEPS)
    worker.open().result(60)
    assert worker.load("one").result(60) == samples.full()
    worker.close().result(60)


def test_each_step_stands_by_itself(kept: Path) -> None:
    """When the second of two steps fails, the first is kept and not done again."""
    steps = (*TWO, ("CREATE TABLE third (id)", "INSERT INTO nowhere VALUES (1)"))
    connection = database.open_file(kept / STORE_FILE, own_login_key(kept))

    for _ in range(2):
        with pytest.raises(apsw.SQLError):
            migrations.migrate(connection, steps)

    assert migrations.version(connection) == NEXT
    assert not connection.table_exists("main", "third")
    connection.close()


def test_a_newer_store_is_not_touched(kept: Path, clock: FixedClock) -> None:
    """Going back to an older program must say so instead of guessing."""
    newer = worker_with(kept, clock, TWO)
    newer.open().result(60)
    newer.close().result(60)
    before = (kept / STORE_FILE).read_bytes()

    older = worker_with(kept, clock, STEPS)
    with pytest.raises(StoreNewer, match=f"version {NEXT}; this program knows up to {NOW}"):
        older.open().result(60)
    older.close().result(60)

    assert (kept / STORE_FILE).read_bytes() == before


def test_nobody_goes_back_from_what_a_later_program_saved(kept: Path, clock: FixedClock) -> None:
    """The older program, met on another computer, put it aside as damaged, on no list any more.

    There the next deletion took all that had been saved since the update.
    """
    newer = worker_with(kept, clock, TWO)
    newer.open().result(60)
    run = samples.answered(newer.load("one").result(60), "q1", "since")
    newer.save(run, samples.both("q1"), (3, 4)).result(60)
    newer.close().result(60)
    copy = backup.copies(kept)[-1]
    older = worker_with(kept, clock, STEPS)
    with pytest.raises(StoreNewer, match="Open them with the later version"):
        older.restore(copy.name).result(60)
    older.close().result(60)

    newer = worker_with(kept, clock, TWO)
    newer.open().result(60)
    assert newer.load("one").result(60) == run
    newer.close().result(60)


def test_nobody_goes_back_to_a_copy_that_a_later_program_made(
    kept: Path, clock: FixedClock
) -> None:
    """It was called done, and shut: this program read nothing, and no other copy could be had."""
    before = (kept / STORE_FILE).read_bytes()
    for copies in (1, 2):
        newer = worker_with(kept, clock, TWO)
        newer.open().result(60)
        newest = copies_once(kept, copies)[0].name
        newer.save(samples.draft(), frozenset(), (0, 4)).result(60)
        newer.close().result(60)
    (kept / STORE_FILE).write_bytes(before)
    older = worker_with(kept, clock, STEPS)
    with pytest.raises(StoreNewer, match="Nothing was changed"):
        older.restore(newest).result(60)

    assert older.load("one").result(60) == samples.full()
    older.close().result(60)


def test_a_program_killed_while_it_migrates_leaves_one_whole_version(
    kept: Path, clock: FixedClock
) -> None:
    """The first start after an update takes long, and somebody will switch the computer off."""
    dice = random.Random(80)
    whole = {path.name: path.read_bytes() for path in kept.iterdir() if path.is_file()}
    seen: set[int] = set()
    for turn in range(60):
        if turn >= 6 and NOW in seen:
            break
        with children.start("migrate", kept) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "begun\n"
            children.spin(dice.uniform(0, 0.08))
            child.kill()
        version, has_table = shape(kept / STORE_FILE, kept)
        assert (version, has_table) in {(NOW, False), (NEXT, True)}
        seen.add(version)
        worker = worker_with(kept, clock, SLOW)
        worker.open().result(60)
        assert worker.load("one").result(60) == samples.full()
        worker.close().result(60)
        for name, content in whole.items():
            (kept / name).write_bytes(content)
    # A busy machine may let the first kills come too late; some of the sixty must be in time.
    assert NOW in seen
