"""Killed at any moment, the store has every answer that was called saved, and no half."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.store import children
from tests.store.conftest import NewWorker


def kill_once(folder: Path, dice: random.Random) -> int:
    """Start a writer, kill it at some moment, return the last number it called saved."""
    with children.start("write", folder) as child:
        assert child.stdout is not None
        last = 0
        if dice.random() < 0.2:
            # While it starts: opening, copying, going back over a half-done save.
            _spin(dice.uniform(0.05, 0.4))
        else:
            for _ in range(dice.randrange(1, 12)):
                last = int(child.stdout.readline())
            _spin(dice.uniform(0, 0.004))
        child.kill()
        # What it had said before it died counts too.
        for line in child.stdout:
            if line.endswith("\n"):
                last = int(line)
    return last


def _spin(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def check(new_worker: NewWorker, last: int) -> int:
    """Assert that the store has number ``last`` or the one after, whole; return it."""
    worker = new_worker()
    worker.open().result(10)
    if not worker.list().result(10):
        assert last == 0
        worker.close().result(10)
        return 0
    run = worker.load("one").result(10)
    worker.close().result(10)
    number = int(run.answers["q0"].note or 0)
    assert last <= number
    if number:
        twin = f"q{1 + number % 9}"
        for found in (run.answers[twin].note, run.answers.action(twin).who):
            assert found.split()[0] == str(number), "half a save"
        assert run.answers.action("q0").who == str(number), "half a save"
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
