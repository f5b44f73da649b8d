"""The pictures for whoever has no screen: drawn, and nothing of the person's own touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.program import TOP
from wizard import paths


def test_pictures_leave_a_person_s_settings_alone(tmp_path: Path) -> None:
    """``make run`` without a screen draws a window; nobody opened one."""
    shown, home = tmp_path / "shown", tmp_path / "home"
    shown.mkdir()
    home.mkdir()
    shutil.copy(paths.content_folder() / "examples" / "leaving.json", shown)
    own = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
    done = subprocess.run(
        [sys.executable, "-m", "wizard.ui.pictures", str(shown)],
        env={**os.environ, **{name: str(place) for name, place in own.items()}},
        cwd=TOP, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert (shown / "window - home.png").is_file()
    assert [path for path in home.rglob("*") if path.is_file()] == []
