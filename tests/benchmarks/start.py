"""From the start of the process to the first picture, to home, to open answers; the memory.

The floor's picture is a bare window with one label.  Ours is home: the menus' titles, the
heading, every journey to choose from, the ways to paper, school and help.  What is kept in
the store comes into it once the answers are open, which the third line tells.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.pairs import TOLD_ONLY, Compared, alternate
from wizard import paths
from wizard.desk.lock.state import say_own


def compare(folder: Path) -> list[Compared]:
    """Measure both; ``folder`` is for what they leave behind."""
    from wizard.ui import theme

    sheet = folder / "sheet.qss"
    sheet.write_text(theme.sheet(theme.look()), "utf-8")
    data = folder / "start"
    # A usual start: whose computer this is has been said, so home does not ask.
    say_own(data)
    fonts = paths.resources_folder() / "fonts"
    pairs = alternate(
        lambda: started("tests.benchmarks.started", str(data)),
        lambda: started("tests.benchmarks.floors.window", str(fonts), str(sheet)),
    )
    ours, floor = zip(*pairs, strict=True)

    def compared(name: str, stage: int, limit: float, aim: float) -> Compared:
        mine = tuple(1000 * run[stage] for run in ours)
        return Compared(name, "ms", limit, aim, mine, tuple(1000 * run[0] for run in floor))

    memory = (tuple(run[-1] for run in ours), tuple(run[-1] for run in floor))
    return [
        compared("start to first painted window", 0, 1.35, 1.15),
        compared("start to home, a journey can be chosen", 1, 1.2, 1.2),
        compared("start to the answers open", 2, TOLD_ONLY, TOLD_ONLY),
        Compared("memory once the answers are open", "MB", 1.4, 1.4, *memory),
    ]


def started(module: str, *arguments: str, **environment: str) -> list[float]:
    """Return the seconds from the start to each moment told, and the megabytes at the end."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    *moments, megabytes = map(float, done.stdout.split())
    return [*(moment - begun for moment in moments), megabytes]
