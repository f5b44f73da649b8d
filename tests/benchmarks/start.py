"""From the start of the process to the first painted window, to home, and the memory then."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.pairs import TOLD_ONLY, Compared, alternate
from wizard import paths


def compare(folder: Path) -> list[Compared]:
    """Measure both; ``folder`` is for what they leave behind."""
    from wizard.ui import theme

    sheet = folder / "sheet.qss"
    sheet.write_text(theme.sheet(theme.look()), "utf-8")
    data = folder / "start"
    fonts = paths.resources_folder() / "fonts"
    pairs = alternate(
        lambda: _started("tests.benchmarks.started", str(data)),
        lambda: _started("tests.benchmarks.floors.window", str(fonts), str(sheet)),
    )
    ours, floor = zip(*pairs, strict=True)

    def figures(what: int, factor: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
        return tuple(factor * run[what] for run in ours), tuple(factor * run[what] for run in floor)

    return [
        Compared("start to first painted window", "ms", 1.35, 1.15, *figures(0, 1000)),
        Compared("start to home, ready for a click", "ms", TOLD_ONLY, TOLD_ONLY, *figures(1, 1000)),
        Compared("memory once home stands", "MB", 1.5, 1.5, *figures(2, 1)),
    ]


def _started(module: str, *arguments: str) -> tuple[float, float, float]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    painted, usable, megabytes = map(float, done.stdout.split()[-3:])
    return painted - begun, usable - begun, megabytes
