"""A program that crashes leaves none of what was in its memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP

CRASH = """
import os, resource, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2)
from wizard.cli.main import main
main(["journeys"])
print(open("/proc/self/coredump_filter").read(), resource.getrlimit(resource.RLIMIT_CORE))
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what a crash leaves is the system's own way")
def test_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
    """A killed window left a file beside the answers that held each of them, and the key."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH],
        capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path,
        env={"PYTHONPATH": str(TOP), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip

    assert done.returncode == -11, done.stderr
    assert done.stdout.endswith("00000000\n (0, 0)\n")
    assert list(tmp_path.iterdir()) == []


MISTAKE = """
import sys, threading
from concurrent.futures import Future
from wizard.cli.main import main
sys.argv = ["before-you-post", "journeys"]
main()
def fail():
    try:
        int("What Siân told me")
    except ValueError as cause:
        raise KeyError("What Siân told me") from cause
thread = threading.Thread(target=fail)
thread.start()
thread.join()
class Gone:
    def __del__(self):
        fail()
Gone()
work = Future()
work.add_done_callback(lambda _done: fail())
work.set_result(None)
fail()
"""


def test_a_mistake_of_ours_quotes_nobody() -> None:
    """What a program says as it fails lands in the system's log, in clear, for a long time."""
    done = subprocess.run(
        [sys.executable, "-c", MISTAKE],
        capture_output=True, text=True, timeout=60, check=False,
        env={"PYTHONPATH": str(TOP), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr.count("Traceback") == 4
    assert done.stderr.count("KeyError") == done.stderr.count("ValueError") == 4
    assert ", in fail" in done.stderr
    assert "told me" not in done.stderr
