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

PARTS = ("wizard", "content", "resources", "tests")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no open folder away")
@pytest.mark.parametrize(("act", "told"), [("lock", "locked"), ("share", "asked")])
def test_what_locks_and_what_asks_is_at_hand(tmp_path: Path, act: str, told: str) -> None:
    """Ctrl+L did nothing, and a shared computer's window closed at once on all there was."""
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
