"""Commands whose input or output is closed or full, or that are stopped: what is done is done."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from tests.program import TOP
from tests.tiny import write_tiny

APP = (sys.executable, str(TOP / "app.py"))

BUFFERED = {**os.environ, "PYTHONUNBUFFERED": ""}
"""As it is everywhere but on some build machines."""

STOPPING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
class Stopping:
    def find_spec(name, *_):
        if name == "{part}":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stopping)
"""
"""Presses Ctrl+C in the moment in which a part of the program is about to be loaded."""


@pytest.fixture
def places(tmp_path: Path) -> list[str]:
    """The tiny content, and one self-assessment kept."""
    where = ["--content", str(write_tiny(tmp_path / "content")), "--data", str(tmp_path / "data")]
    answers = tmp_path / "answers.json"
    for words in (["template", "tiny", "-o", str(answers)], ["import", str(answers)]):
        subprocess.run([*APP, *words, *where], check=True, stdout=subprocess.DEVNULL)
    return where


def kept(places: list[str]) -> int:
    """Return how many self-assessments are kept."""
    out = subprocess.run([*APP, "saved", "--json", *places], check=True, capture_output=True)
    return len(json.loads(out.stdout))


@pytest.mark.parametrize("end", [">&-", "<&-", ">/dev/full"])
@pytest.mark.parametrize("words", ["erase --all", "take -o all.answers"])
def test_nobody_to_ask_is_no_crash(tmp_path: Path, places: list[str], words: str, end: str) -> None:
    """Started by another program there may be neither; the question ended in a traceback."""
    line = f'"$@" {end}'
    command = ["sh", "-c", line, "sh", *APP, *words.split(), *places]
    done = subprocess.run(
        command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )

    assert b"Traceback" not in done.stderr
    assert kept(places) == 1


@pytest.mark.parametrize("words", ["erase --all", "take -o all.answers"])
def test_whoever_listened_may_be_gone(tmp_path: Path, places: list[str], words: str) -> None:
    """As behind a pipe to what has ended: the question was written once more as all ended."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [*APP, *words.split(), *places]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=BUFFERED,
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)

    assert b"Error" not in done.stderr
    assert kept(places) == 1


@pytest.mark.parametrize("end", [">&-", ">/dev/full"])
def test_what_came_in_is_told_wherever_it_can_be(
    tmp_path: Path, places: list[str], end: str
) -> None:
    """It was called a fault that changed nothing: a script tried again, and had two of each."""
    command = ["sh", "-c", f'"$@" {end}', "sh", *APP, "import", str(tmp_path / "answers.json")]
    done = subprocess.run([*command, *places], capture_output=True, check=False, text=True)

    assert kept(places) == 2
    assert done.returncode == 0
    assert len(done.stderr.strip()) == len(uuid4().hex)


@pytest.mark.parametrize("errors", ["2>/dev/full", "2>&-", "2> >(exit)"])
def test_done_is_done_where_nothing_is_heard_at_all(
    tmp_path: Path, places: list[str], errors: str
) -> None:
    """A log on a full disk takes both: what had come in was a fault, and came in once more."""
    line = f'sleep 0.1; "$@" >/dev/full {errors}'
    command = ["bash", "-c", line, "bash", *APP, "import", str(tmp_path / "answers.json")]
    done = subprocess.run([*command, *places], env=BUFFERED, check=False)

    assert kept(places) == 2
    assert done.returncode == 0


@pytest.mark.parametrize(("words", "code"), [("--language xx journeys", 2), ("verify no.pdf", 1)])
def test_what_is_wrong_has_its_code_where_nobody_hears_it(
    tmp_path: Path, places: list[str], words: str, code: int
) -> None:
    """Whoever asks by program is told by the code alone."""
    command = ["sh", "-c", '"$@" 2>/dev/full', "sh", *APP, *words.split(), *places]

    done = subprocess.run(command, cwd=tmp_path, env=BUFFERED, check=False)

    assert done.returncode == code


@pytest.mark.parametrize("key", [b"\x03", b"\x04"])
@pytest.mark.parametrize("words", ["erase --all", "take -o all.answers"])
def test_who_goes_away_at_a_question_reads_no_traceback(
    tmp_path: Path, places: list[str], words: str, key: bytes
) -> None:
    """Ctrl+C and Ctrl+D are ways to say no."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(tmp_path)
        # Whatever runs in the background of a shell has Ctrl+C ignored.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execv(sys.executable, [*APP, *words.split(), *places])
    said = b""
    while not said.endswith(b": "):
        said += os.read(terminal, 1)
    os.write(terminal, key)
    try:
        while more := os.read(terminal, 1000):
            said += more
    except OSError:
        os.close(terminal)
    _pid, how = os.waitpid(child, 0)

    assert b"Traceback" not in said
    assert os.waitstatus_to_exitcode(how) in ((130,) if key == b"\x03" else (1, 2))
    assert kept(places) == 1


@pytest.mark.parametrize("part", ["wizard.cli", "wizard.cli.output", "wizard.cli.arguments"])
def test_who_stops_it_before_its_first_line_reads_no_traceback(tmp_path: Path, part: str) -> None:
    """Ctrl+C while the program was still being loaded ended in a page of Python."""
    (tmp_path / "sitecustomize.py").write_text(STOPPING.format(part=part))
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}

    done = subprocess.run([*APP, "journeys"], env=env, capture_output=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
