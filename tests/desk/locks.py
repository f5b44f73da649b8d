"""Putting answers down behind a lock, and looking what is there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.program import TOP
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.unlocking import find_master, sealed_keys
from wizard.errors import StoreLocked
from wizard.safe import key_change
from wizard.safe.tries import Tries
from wizard.store.worker import StoreWorker

OLD, NEW = "seven quiet otters", "eight noisy herons"
"""Two passphrases."""

PATIENCE = 300
"""Seconds after which a change that did not end will not end: each step is made from the first."""

Maker = Callable[..., Lock]


def opened(lock: Lock) -> StoreWorker:
    """Return the store that a lock opens, once it is open."""
    worker, ready = lock.open_store()
    ready.result(60)
    return worker


def put_down(lock: Lock) -> None:
    """Keep two self-assessments, the first with the word in it."""
    worker = opened(lock)
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    worker.create(samples.draft("two"), samples.CONTENT, (0, 4)).result(60)


def put_down_half_unlocked(folder: Path, lock_of: Maker, clock: FixedClock) -> None:
    """Keep answers behind ``OLD``; the program died as that was taken away, its key laid."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    lock.lock_now()
    _lock, master = find_master(folder, OLD, Tries(folder, clock))
    key_change.place(folder, sealed_keys(folder, master)[0])


def two_alike(folder: Path, lock_of: Maker, passphrase: str = "") -> tuple[Lock, Path, Path]:
    """Keep answers, and all of their folder elsewhere, too; give what opens the first of them."""
    data, elsewhere = folder / "data", folder / "elsewhere"
    lock = lock_of(data)
    put_down(lock)
    if passphrase:
        lock.choose(passphrase).result(60)
    lock.let_go()
    shutil.copytree(data, elsewhere)
    return lock, data, elsewhere


def begin(lock: Lock, run_id: str) -> None:
    """Keep one more self-assessment, in which nothing is answered."""
    opened(lock).create(samples.draft(run_id), samples.CONTENT, (0, 4)).result(60)


def delete(lock: Lock, run_id: str) -> None:
    """Delete a self-assessment for good."""
    worker = opened(lock)
    lock.for_good(lambda change: worker.erase(run_id, change)).result(60)


def kept(lock: Lock) -> set[str]:
    """Open the store and return the ids of what is in it, the first one read whole."""
    worker = opened(lock)
    ids = {card.id for card in worker.list().result(60)}
    if "one" in ids:
        assert worker.load("one").result(60).answers["q1"].note == samples.SECRET
    return ids


def in_copies(lock: Lock) -> set[str]:
    """Go back to each copy there is; return all that was found in them."""
    worker, found = opened(lock), set[str]()
    lock.finish()
    for copy in worker.copies().result(60):
        worker.restore(copy.name).result(60)
        found |= kept(lock)
    return found


def opens(lock: Lock, secret: str) -> bool:
    """Say whether a secret opens the lock; then it is open."""
    try:
        lock.unlock(secret).result(60)
    except StoreLocked:
        return False
    return True


def died_at_each_step(change: str, folder: Path, *refused: str) -> list[Path]:
    """Make a change of ``lock_child`` to ``folder/start``; return what each death left.

    The last is that of a program which did not die.  ``refused`` is how acts are refused
    instead, "once" or "on" to the end of the change.
    """
    child = subprocess.run(
        [sys.executable, "-m", "tests.desk.lock_child", change, str(folder), *refused],
        cwd=TOP, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    steps = (path for path in folder.iterdir() if path.name.isdigit())
    return sorted(steps, key=lambda path: int(path.name))
