"""Parts that are taken away while somebody listens take nothing with them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP


@pytest.mark.parametrize("act", ["hear", "look"])
def test_what_goes_while_somebody_listens_takes_nothing_with_it(tmp_path: Path, act: str) -> None:
    """Risks that were removed, and a list or a page that was hidden, ended the program (SIGSEGV).

    What stood for the items of a picker's layout outlived it; what scrolls was asked for a child
    that it had a moment before, on every way home.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.window_child", act, str(tmp_path)],
        cwd=TOP, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-1000:]
    assert done.stdout.splitlines() == ["done"]
    assert "Error calling Python" not in done.stderr
