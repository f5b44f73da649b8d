"""Starting other programs from a test."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TOP = Path(__file__).parents[2]
NOBODY = 65534
IS_ROOT = os.getuid() == 0


def start(act: str, folder: Path) -> subprocess.Popen[str]:
    """Start an act of ``child.py`` on ``folder``."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", act, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=TOP,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def lines(act: str, folder: Path) -> list[str]:
    """Run an act to its end and return what it said; it must not fail."""
    with start(act, folder) as child:
        said, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    return said.splitlines()


def kill_at_some_moment(
    child: subprocess.Popen[str],
    dice: random.Random,
    starting: tuple[float, float],
    after: float,
) -> int:
    """Kill a child that says one number after the other; return the last one it said, or 0.

    One in five dies between the two times of ``starting``, the others up to ``after`` past one
    of its numbers; all in seconds.
    """
    assert child.stdout is not None
    last = 0
    if dice.random() < 0.2:
        spin(dice.uniform(*starting))
    else:
        for _ in range(dice.randrange(1, 12)):
            last = int(child.stdout.readline() or 0)
            assert last > 0, "it ended by itself"
        spin(dice.uniform(0, after))
    child.kill()
    # What it had said before it died counts too.
    for line in child.stdout:
        if line.endswith("\n"):
            last = int(line)
    return last


def spin(seconds: float) -> None:
    """Pass some seconds at work: no system sleeps for so short a time as falls between writes."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


@contextmanager
def open_ground() -> Iterator[Path]:
    """Make a folder that a user without rights owns and can reach, unlike pytest's own."""
    place = Path(tempfile.mkdtemp())
    if IS_ROOT:
        os.chown(place, NOBODY, NOBODY)
    yield place
    place.chmod(0o700)
    shutil.rmtree(place)
