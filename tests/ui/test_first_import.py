"""What Qt's first import compiles is kept, and never more trusted than Python's own is."""

from __future__ import annotations

import importlib.util
import marshal
import os
import subprocess
import sys
from pathlib import Path

from tests.program import TOP

# Python tells a hook of everything that it compiles.
COMPILED = """
import builtins, sys
compiled, plain = [], builtins.compile
sys.addaudithook(lambda told, about: told == "compile" and compiled.append(about[1]))
import wizard.ui
from PySide6.QtCore import QPoint
names = [name for name in map(str, compiled) if "shibokensupport" in name]
assert builtins.compile is plain
try:
    QPoint("nowhere")
except TypeError as fault:
    assert "xpos: int" in str(fault), fault
print(len(names))
"""


def compiled(folder: Path, **more: str) -> int:
    """Return how much of PySide's own Python a new process compiles that imports Qt.

    PySide's part must work however it came in: it says what a class could have been given.
    """
    mine = {name: value for name, value in os.environ.items() if name[:8] != "PYTHONDO"}
    done = subprocess.run(
        [sys.executable, "-c", COMPILED],
        env={**mine, "PYTHONPYCACHEPREFIX": str(folder), **more},
        cwd=TOP, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return int(done.stdout)


def kept(folder: Path) -> Path:
    """Return the one file in which it is kept."""
    (file,) = folder.rglob("pyside.*.pyc")
    return file


def test_it_is_compiled_once_and_kept(tmp_path: Path) -> None:
    """A tenth of every start went into compiling the same source again."""
    assert compiled(tmp_path) > 5
    assert compiled(tmp_path) == 0

    # Nothing half written lies about.
    assert [file.name for file in kept(tmp_path).parent.glob("pyside.*")] == [kept(tmp_path).name]


def test_what_is_not_right_is_compiled_anew(tmp_path: Path) -> None:
    """A file that a full disk cut short, or of another PySide, must never stop the program."""
    compiled(tmp_path)
    whole, magic = kept(tmp_path).read_bytes(), importlib.util.MAGIC_NUMBER
    other = {b"another source": compile("", "", "exec")}

    for spoilt in (
        b"", b"nothing of the kind", magic, whole[: len(whole) // 2],
        magic + marshal.dumps(5), magic + marshal.dumps(other),
    ):  # fmt: skip
        kept(tmp_path).write_bytes(spoilt)
        assert compiled(tmp_path) > 5
    assert compiled(tmp_path) == 0


def test_it_starts_where_nothing_can_be_kept(tmp_path: Path) -> None:
    """A school's own software lies in folders that nobody may write to."""
    closed = tmp_path / "closed"
    closed.write_bytes(b"")

    assert compiled(closed) > 5
    assert closed.read_bytes() == b""


def test_it_keeps_nothing_where_python_is_told_not_to(tmp_path: Path) -> None:
    """Whoever wants no compiled files beside the program gets none of ours either."""
    assert compiled(tmp_path, PYTHONDONTWRITEBYTECODE="1") > 5
    assert not list(tmp_path.rglob("pyside.*"))
