"""Running the program as a process, as a script of somebody's does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent


def run(*words: object, check: int | None = 0) -> subprocess.CompletedProcess[str]:
    """Run ``app.py`` with these words; its exit code must be ``check``, or any if None."""
    command = [sys.executable, str(TOP / "app.py"), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert check in (done.returncode, None), done.stderr
    return done


def template(journey: str, path: Path) -> dict[str, Any]:
    """Write a template with the program and return what is in it."""
    run("template", journey, "-o", path)
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def text_of(pdf: Path) -> str:
    """Read a PDF as a stranger's program reads it."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    """A fault is told in one sentence, never as a traceback."""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
