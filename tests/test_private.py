"""Nothing leaves the machine: every command and the window, watched by the system itself.

All of it runs where there is no network, not even a loopback that is up.  The library
list of a running program is held by ``test_program``, the source by ``test_house``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.program import TOP, run
from tests.watched import APP, EXAMPLE, PASSPHRASE, watch

COMMANDS = {
    "journeys": ["journeys", "--json"],
    "template": ["template", "class-project"],
    "report": ["report", str(EXAMPLE), "-o", "OUT/report.pdf", "--reader", "slt"],
    "read": ["read", "OUT/paper.pdf"],
    "verify": ["verify", "OUT/paper.pdf"],
    "blank": ["blank", "before-posting", "-o", "OUT/blank.pdf"],
    "check": ["check", "--school", str(TOP / "content/school-example/school.yaml")],
    "stale": ["check", "--stale", "2027-06-01"],
    "trace": ["trace", "-o", "OUT/trace.tsv"],
    "import": ["import", str(EXAMPLE)],
    "saved": ["saved"],
    "export": ["export", "ID"],
    "take": ["take", "-o", "OUT/mine.answers", "--file-passphrase-fd", "0"],
    "decide": ["decide", "OUT/paper.pdf", "--decision", "approved", "--who", "Mair Price"],
    "everything": ["everything", "-o", "OUT/all.zip"],
    "erase": ["erase", "--all", "--yes"],
    "demo": ["demo", "-o", "OUT/demo"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_opens_no_socket_at_all(name: str, tmp_path: Path) -> None:
    """Not to the network, not to another program: none; and it does what it should."""
    data = ["--data", str(tmp_path / "data")]
    kept = "ID"
    if name in ("saved", "export", "take", "everything", "erase"):
        kept = run("import", EXAMPLE, *data).stdout.strip()
    paper = EXAMPLE
    if name == "decide":
        kept, paper = run("import", EXAMPLE, *data).stdout.strip(), tmp_path / "kept.json"
        run("export", kept, "-o", paper, *data)
    if name in ("read", "verify", "decide"):
        run("report", paper, "-o", tmp_path / "paper.pdf")
    words = [word.replace("OUT", str(tmp_path)).replace("ID", kept) for word in COMMANDS[name]]

    seen = watch([*APP, *words, *data], tmp_path, PASSPHRASE)

    assert seen.families == set()


def test_a_journey_in_the_window_opens_no_way_out(tmp_path: Path) -> None:
    """Home, every page, review and outcome; only the session bus may be spoken to."""
    (tmp_path / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())

    seen = watch([sys.executable, "-m", "wizard.ui.pictures", str(tmp_path)], tmp_path)

    assert seen.families <= {"AF_UNIX"}
    assert len(list(tmp_path.rglob("*.png"))) >= 5, "the window must have been walked"


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    """A watch that sees nothing would prove nothing."""
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"

    assert watch([sys.executable, "-c", program], tmp_path).families == {"AF_INET"}


def test_there_is_no_network_where_it_runs(tmp_path: Path) -> None:
    """Or working there would show nothing."""
    devices = "print([line.split(':')[0] for line in open('/proc/net/dev').readlines()[2:]])"

    said = watch([sys.executable, "-c", devices], tmp_path).said

    assert "eth" not in said
    assert "lo" in said
