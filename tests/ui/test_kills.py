"""The window is killed at any moment: whatever it called saved is there, none half-written."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP
from tests.store.children import kill_at_some_moment
from tests.ui import window_child
from wizard.clock import SystemClock
from wizard.safe.key import own_login_key
from wizard.store.worker import StoreWorker


def kill_once(folder: Path, dice: random.Random) -> int:
    """Open the window, kill it at some moment, return the last number that was called saved."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.window_child", "write", str(folder)],
        stdout=subprocess.PIPE, text=True, cwd=TOP,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    ) as child:  # fmt: skip
        # While it starts it paints, opens, copies.
        return kill_at_some_moment(child, dice, (0.1, 1.0), 0.03)


def number_kept(data: Path) -> int:
    """Return the number that the answers hold, 0 where there are none yet."""
    if not (data / "answers.db").exists():
        return 0
    worker = StoreWorker(data, own_login_key(data), SystemClock())
    worker.open().result(60)
    try:
        cards = worker.list().result(60)
        assert len(cards) <= 1, "each start must go on, never begin anew"
        if not cards:
            return 0
        run = worker.load(cards[0].id).result(60)
        text = str(run.answers["k-line"].value)
    finally:
        worker.close().result(60)
    assert len(text) in (0, window_child.DIGITS), "half an answer"
    # The page it goes on at is kept with the answer.
    assert not text or run.place == "k-second"
    return int(text or 0)


@pytest.mark.parametrize(
    "times", [pytest.param(4, id="some"), pytest.param(50, id="many", marks=pytest.mark.full)]
)
def test_killing_the_window_loses_nothing(tmp_path: Path, times: int) -> None:
    """What the footer called saved is on the disk; the many take two minutes."""
    window_child.prepare(tmp_path)
    dice = random.Random(50)
    sure = 0
    for _ in range(times):
        called_saved = kill_once(tmp_path, dice)
        sure = max(sure, called_saved)
        found = number_kept(tmp_path / "data")
        assert found >= sure
        sure = found
    assert sure > times
