"""Parts that are taken away while somebody listens take nothing with them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.program import TOP


def test_risks_come_and_go_while_somebody_listens(tmp_path: Path) -> None:
    """What stood for the items of a list's layout outlived it: the program ended (SIGSEGV)."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.window_child", "hear", str(tmp_path)],
        cwd=TOP, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-1000:]
    assert done.stdout.splitlines() == ["done"]
    assert "Error calling Python" not in done.stderr
