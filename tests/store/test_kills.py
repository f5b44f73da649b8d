"""Killed at any moment, the store has every answer that was called saved, and no half."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.store import children, numbers
from tests.store.conftest import NewWorker


def kill_once(folder: Path, dice: random.Random) -> int:
    """Start a writer, kill it at some moment, return the last number it called saved."""
    with children.start("write", folder) as child:
        # While it starts it opens, copies, goes back over a half-done save.
        return children.kill_at_some_moment(child, dice, (0.05, 0.4), 0.004)


def check(new_worker: NewWorker, last: int) -> int:
    """Assert that the store has number ``last`` or the one after, whole; return it."""
    worker = new_worker()
    worker.open().result(60)
    if not worker.list().result(60):
        assert last == 0
        worker.close().result(60)
        return 0
    run = worker.load("one").result(60)
    worker.close().result(60)
    number = numbers.found(run)
    assert last <= number
    return number


def kill_often(folder: Path, new_worker: NewWorker, times: int, seed: int) -> None:
    """Kill a writer again and again on one store."""
    dice = random.Random(seed)
    sure = 0
    for _ in range(times):
        sure = check(new_worker, max(sure, kill_once(folder, dice)))
    assert sure > times


def test_a_few_dozen_kills_lose_nothing(folder: Path, new_worker: NewWorker) -> None:
    """Staffroom computers crash; an answer called saved must survive it."""
    kill_often(folder, new_worker, 30, seed=2611)


@pytest.mark.full
def test_950_kills_lose_nothing(folder: Path, new_worker: NewWorker) -> None:
    """The same as often as issue 6 asks; takes some five minutes."""
    kill_often(folder, new_worker, 950, seed=21)
