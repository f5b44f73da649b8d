"""The plug is pulled while somebody takes a name, or is forgotten."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.desk.locks import NEW, Maker, kept
from tests.desk.people_writer import KEPT
from tests.store.power_cut.disk_model import HOW, rebuild
from tests.store.power_cut.recording import Player, record
from wizard.clock import FixedClock
from wizard.desk.lock_state import State, state
from wizard.desk.locking import Lock
from wizard.desk.people import people
from wizard.desk.places import Places


@pytest.mark.parametrize(
    "cuts", [pytest.param(40, id="some"), pytest.param(400, id="many", marks=pytest.mark.full)]
)
def test_no_cut_loses_answers_on_the_move(
    tmp_path: Path, lock_of: Maker, clock: FixedClock, cuts: int
) -> None:
    """They open where they were or where they go, with what opens that place."""
    root = tmp_path / "disk"
    root.mkdir()
    calls = record("tests.desk.people_writer", root)
    whole = Player(root)
    told = [place for place, moved in enumerate(map(whole.play, calls)) if moved]
    assert whole.said == len(KEPT) - 1
    dice = random.Random(2611)
    player, played = Player(root), 0
    for moment in sorted(dice.choices(told, k=cuts)):
        for call in calls[played : moment + 1]:
            player.play(call)
        played = moment + 1
        left = tmp_path / "left"
        rebuild(player.root, left, dice.choice(HOW), dice.choice(HOW), dice)
        found = _found(lock_of, clock, left / "answers")
        said = player.said
        if said == 3:
            # Being forgotten, whole or not at all.
            assert found in (KEPT[3], set()), moment
        elif said:
            assert KEPT[said] <= found, (moment, said)
        shutil.rmtree(left)


def _found(lock_of: Maker, clock: FixedClock, data: Path) -> set[str]:
    """Open every place there is, and return what is kept in any of them."""
    found = set()
    if data.is_dir() and state(data) is State.OPEN:
        lock = lock_of(data)
        found |= kept(lock)
        lock.lock_now()
    for one in people(data):
        lock = Lock(Places(data, clock=clock, person=one.id))
        lock.unlock(NEW).result(10)
        found |= kept(lock)
        lock.lock_now()
    return found
