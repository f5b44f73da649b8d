"""From the start of the process to the first painted window, and the memory then held."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.pairs import Compared, alternate
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
    seconds = [tuple(1000 * run[0] for run in runs) for runs in (ours, floor)]
    memory = [tuple(run[1] for run in runs) for runs in (ours, floor)]
    return [
        Compared("start to first painted window", "ms", 1.35, 1.15, *seconds),
        Compared("memory at the first window", "MB", 1.5, 1.5, *memory),
    ]


def _started(module: str, *arguments: str) -> tuple[float, float]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    moment, megabytes = done.stdout.split()[-2:]
    return float(moment) - begun, float(megabytes)
