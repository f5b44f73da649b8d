"""The plug is pulled while a key is changed: no answer is lost, and no owner locked out."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.desk.key_writer import SECRETS
from tests.desk.locks import Maker, kept
from tests.store.power_cut.disk_model import HOW, rebuild
from tests.store.power_cut.recording import Player, record
from wizard.desk.lock_state import State
from wizard.desk.locking import Lock
from wizard.errors import StoreLocked


@pytest.mark.parametrize(
    "cuts", [pytest.param(40, id="some"), pytest.param(800, id="many", marks=pytest.mark.full)]
)
def test_no_cut_takes_the_key_away(tmp_path: Path, lock_of: Maker, cuts: int) -> None:
    """At any moment what opened the answers before, or what was just chosen, opens them."""
    root = tmp_path / "disk"
    root.mkdir()
    calls = record("tests.desk.key_writer", root)
    whole = Player(root)
    told = [place for place, moved in enumerate(map(whole.play, calls)) if moved]
    assert whole.said == len(SECRETS) - 1
    dice = random.Random(2611)
    player, played = Player(root), 0
    for moment in sorted(dice.choices(told, k=cuts)):
        for call in calls[played : moment + 1]:
            player.play(call)
        played = moment + 1
        left = tmp_path / "left"
        rebuild(player.root, left, dice.choice(HOW), dice.choice(HOW), dice)
        found = _opened(lock_of, left / "answers", player.said)
        assert player.said in (0, 5, 6) or "one" in found, (moment, player.said)
        shutil.rmtree(left)


def _opened(lock_of: Maker, folder: Path, said: int) -> set[str]:
    """Open with what was promised after ``said``, or with what was being chosen then."""
    lock = lock_of(folder)
    if lock.state is State.LOCKED:
        secrets = {*SECRETS[said], *SECRETS[min(said + 1, len(SECRETS) - 1)]} - {None}
        assert any(_unlocks(lock, secret or "") for secret in secrets), said
    found = kept(lock)
    lock.lock_now()
    return found


def _unlocks(lock: Lock, secret: str) -> bool:
    try:
        lock.unlock(secret).result(10)
    except StoreLocked:
        return False
    return True
