"""What is left on the disk when the plug is pulled, at moments all through a recording."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.store.power_cut.disk_model import HOW, rebuild
from tests.store.power_cut.recording import Player, record


def pulled(
    folder: Path, module: str, *arguments: str, says: int, cuts: int, seed: int, last: int = -1
) -> Iterator[tuple[int, int, Path]]:
    """Run ``module`` once, then give what ``cuts`` pulls of the plug leave of its folder.

    ``says`` is the last number it calls saved; ``last`` the one by which it is pulled, where it is
    to be one alone.  Yields the moment, the number called saved
    by then, and the folder as a disk may have it; the folder goes when the next is asked for.
    """
    root, left = folder / "disk", folder / "left"
    root.mkdir()
    calls = record(module, root, *arguments)
    whole = Player(root)
    told = [
        place for place, call in enumerate(calls) if whole.play(call) and last in (-1, whole.said)
    ]
    assert whole.said == says
    dice = random.Random(seed)
    player, played = Player(root), 0
    for moment in sorted(dice.choices(told, k=cuts)):
        for call in calls[played : moment + 1]:
            player.play(call)
        played = moment + 1
        rebuild(player.root, left, dice.choice(HOW), dice.choice(HOW), dice)
        yield moment, player.said, left
        shutil.rmtree(left)
