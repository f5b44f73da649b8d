"""The program's own folder goes while its window is open: a share, a stick, a renewal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP
from tests.ui import window_child

ACTS = (
    ("lock", "locked"), ("lock-at-home", "locked"), ("hide", "hidden"),
    ("share", "asked"), ("along", "saved"), ("refuse", "asked"), ("larger", "stands"),
)  # fmt: skip
PARTS = ("wizard", "content", "resources", "tests")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no open folder away")
@pytest.mark.parametrize(("act", "told"), ACTS)
def test_what_locks_and_what_asks_is_at_hand(tmp_path: Path, act: str, told: str) -> None:
    """Neither Ctrl+L nor F12 did anything, and the window closed on all there was, unasked."""
    program = tmp_path / "program"
    for part in PARTS:
        shutil.copytree(TOP / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    window_child.prepare(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.gone_program_child", act, str(tmp_path)],
        cwd=program, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": str(program), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip

    assert done.stdout.splitlines() == [told], done.stderr[-3000:]
