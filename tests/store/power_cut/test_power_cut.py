"""The plug is pulled at any moment, and every answer that was called saved is there.

Killing a program shows nothing of this: what it told the system is kept all the same.
So what it told the disk is recorded and the disk rebuilt as a cut may leave it; and the
settings that most programs use are seen to lose answers in the same cuts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from tests.store import numbers, samples
from tests.store.power_cut import writer
from tests.store.power_cut.pulled import pulled
from wizard.clock import FixedClock
from wizard.safe.key import own_login_key
from wizard.store.worker import StoreWorker

SHORT = 60
WHOLE = 1200

either = pytest.mark.parametrize(
    "cuts",
    [
        pytest.param(SHORT, id="short"),
        pytest.param(WHOLE, id="whole", marks=pytest.mark.full),
    ],
)


def read_ours(folder: Path) -> int:
    """Open what a cut left through the store's own door; return the last number in it."""
    place = folder / "answers"
    worker = StoreWorker(place, own_login_key(place), FixedClock(samples.START))
    worker.open().result(60)
    try:
        if not worker.list().result(60):
            return 0
        run = worker.load("one").result(60)
    finally:
        worker.close().result(60)
    return numbers.found(run)


def count_lost(tmp_path: Path, way: str, read: Callable[[Path], int], cuts: int) -> int:
    """Cut the power ``cuts`` times at moments of one recording; return how often it lost."""
    lost = 0
    says = writer.SITTINGS * writer.SAVES
    pulls = pulled(tmp_path, "tests.store.power_cut.writer", way, says=says, cuts=cuts, seed=2211)
    for _moment, said, left in pulls:
        try:
            lost += read(left) < said
        except apsw.Error:
            lost += said > 0
    return lost


@either
def test_no_cut_loses_an_answer(tmp_path: Path, cuts: int) -> None:
    """Saved means saved, plug or no plug; the whole takes about half a minute."""
    assert count_lost(tmp_path, "ours", read_ours, cuts) == 0


@either
@pytest.mark.parametrize("way", ["delete", "wal"])
def test_the_usual_settings_lose_answers_in_the_same_cuts(
    tmp_path: Path, way: str, cuts: int
) -> None:
    """If these lost nothing either, the cuts would be too kind to show anything."""
    assert count_lost(tmp_path, way, writer.read_usual, cuts) > cuts / 12
