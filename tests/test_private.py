"""Nothing leaves the machine: every command and the window, watched by the system itself.

``strace`` (set up with the tests) sees each call that would open a way out.  The library
list of a running program is held by ``test_program``, the source by ``test_house``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP, run

APP = [sys.executable, str(TOP / "app.py")]
EXAMPLE = TOP / "content" / "examples" / "before-posting.json"

COMMANDS = {
    "journeys": ["journeys", "--json"],
    "template": ["template", "class-project"],
    "report": ["report", str(EXAMPLE), "-o", "OUT/report.pdf", "--reader", "slt"],
    "blank": ["blank", "before-posting", "-o", "OUT/blank.pdf"],
    "check": ["check", "--school", str(TOP / "content/school-example/school.yaml")],
    "stale": ["check", "--stale", "2027-06-01"],
    "trace": ["trace", "-o", "OUT/trace.tsv"],
    "import": ["import", str(EXAMPLE)],
    "saved": ["saved"],
    "everything": ["everything", "-o", "OUT/all.zip"],
    "erase": ["erase", "--all", "--yes"],
}

OPENED = re.compile(r"\bsocket\((AF_\w+)|\bconnect\(\d+, \{sa_family=(AF_\w+)")


def families(command: list[str], folder: Path) -> set[str]:
    """Run a command under watch; return the kinds of socket it opened, children included."""
    seen = folder / "calls.txt"
    watch = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(seen)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*watch, *command], capture_output=True, text=True, timeout=300, check=False,
        cwd=TOP, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = OPENED.findall(seen.read_text("utf-8", "replace"))
    return {family for pair in found for family in pair if family}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_opens_no_socket_at_all(name: str, tmp_path: Path) -> None:
    """Not to the network, not to another program: none."""
    data = ["--data", str(tmp_path / "data")]
    if name in ("saved", "everything", "erase"):
        run("import", EXAMPLE, *data)
    words = [word.replace("OUT", str(tmp_path)) for word in COMMANDS[name]]

    assert families([*APP, *words, *data], tmp_path) == set()


def test_a_journey_in_the_window_opens_no_way_out(tmp_path: Path) -> None:
    """Home, every page, review and outcome; only the session bus may be spoken to."""
    (tmp_path / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())

    opened = families([sys.executable, "-m", "wizard.ui.pictures", str(tmp_path)], tmp_path)

    assert opened <= {"AF_UNIX"}
    assert len(list(tmp_path.rglob("*.png"))) >= 5, "the window must have been walked"


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    """A watch that sees nothing would prove nothing."""
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"

    assert families([sys.executable, "-c", program], tmp_path) == {"AF_INET"}


def test_it_works_where_there_is_no_network(tmp_path: Path) -> None:
    """In an empty network namespace, without even a loopback that is up."""
    apart = ["unshare", "--net"] if os.getuid() == 0 else ["unshare", "--net", "--map-root-user"]
    paper = tmp_path / "paper.pdf"
    command = [*apart, *APP, "report", str(EXAMPLE), "-o", str(paper)]

    subprocess.run(command, check=True, timeout=120, cwd=TOP)

    assert paper.read_bytes().startswith(b"%PDF-")
