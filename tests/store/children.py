"""Starting other programs from a test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
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


@contextmanager
def open_ground() -> Iterator[Path]:
    """Make a folder that a user without rights owns and can reach, unlike pytest's own."""
    place = Path(tempfile.mkdtemp())
    if IS_ROOT:
        os.chown(place, NOBODY, NOBODY)
    yield place
    place.chmod(0o700)
    shutil.rmtree(place)
