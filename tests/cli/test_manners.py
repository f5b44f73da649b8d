"""How the commands behave to whoever is new to them: they answer at once, and in words."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import shlex
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from tests.program import TOP, assert_refused, run, template
from tests.tiny import write_tiny
from wizard.cli import phrases
from wizard.cli.main import main

WITHOUT_A_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}

FOR_PROGRAMMERS = re.compile(
    "conflicting|not defined|for positionals|must be optional|subcommands|ambiguous|callable"
    "|open '|merge|option string|dest=|conflict_resolution|multiple|invalid %\\(type\\)|subparser"
    "|unknown parser|mode %r|expected %s|unexpected"
)
"""Phrases about parsers that are built wrongly, or about what ours does not use."""


@pytest.mark.skipif(sys.platform == "win32", reason="there no folder goes while somebody is in it")
@pytest.mark.parametrize("words", [["trace", "-o", "clauses.tsv"], ["everything", "-o", "a.zip"]])
def test_a_folder_that_is_gone_is_told(tmp_path: Path, words: list[str]) -> None:
    """Whoever stood in it saw a traceback."""
    there = tmp_path / "there"
    there.mkdir()
    command = [sys.executable, str(TOP / "app.py"), "--data", str(tmp_path / "data"), *words]
    script = (
        f"cd {shlex.quote(str(there))} && rmdir {shlex.quote(str(there))} && {shlex.join(command)}"
    )
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)

    assert_refused(done)
    assert "is gone" in done.stderr


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """Give a named pipe that nobody writes into."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize("command", ["report", "import", "check"])
def test_a_pipe_in_place_of_a_file_is_refused_at_once(
    tmp_path: Path, pipe: Path, command: str
) -> None:
    """The program waited for ever, and nobody could tell for what."""
    words = {
        "report": ["report", pipe, "-o", tmp_path / "out.pdf"],
        "import": ["import", pipe, "--data", tmp_path / "data"],
        "check": ["check", "--school", pipe],
    }[command]

    done = run(*words, check=1)

    assert_refused(done)
    assert "not a file" in done.stderr


def test_a_file_in_place_of_a_folder_is_told_in_words(tmp_path: Path) -> None:
    """The system's own "File exists" does not say what is in the way, nor in whose language."""
    (tmp_path / "out").write_text("mine", "utf-8")

    done = run("demo", "-o", tmp_path / "out", check=1)

    assert_refused(done)
    assert "a file has that name already" in done.stderr
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_pdf_in_place_of_an_answers_file_points_to_read(tmp_path: Path) -> None:
    """Whoever was given a paper does not know that its answers lie inside."""
    paper = tmp_path / "paper.pdf"
    run("blank", "before-posting", "-o", paper)

    done = run("report", paper, "-o", tmp_path / "out.pdf", check=1)

    assert_refused(done)
    assert "“read”" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "--stale", "2026-13-99"], "“2026-13-99” is not a date like 2026-11-21"),
        (["saved", "--passphrase-fd", "three"], "“three” is not a whole number"),
        (["blank", "before-posting", "-o", "x.pdf", "--copies", "many"], "from 1 to 200"),
        (["blank", "before-posting", "-o", "x.pdf", "--copies", "9" * 5000], "from 1 to 200"),
    ],
    ids=["date", "descriptor", "copies", "too-many"],
)
def test_a_value_that_is_none_is_told_in_words(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The names of Python's functions say nothing to anybody."""
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_a_title_of_several_lines_stays_one_line_in_the_list(tmp_path: Path) -> None:
    """Else a part of a title would look like a self-assessment of its own."""
    kept = tmp_path / "kept"
    _keep(tmp_path, kept, "One\nTwo\n\tThree")

    lines = run("saved", "--data", kept).stdout.splitlines()

    assert len(lines) == 2
    assert lines[1].endswith(": One Two Three")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals to open here")
def test_the_list_fits_the_terminal_it_is_looked_at_in(tmp_path: Path) -> None:
    """Lines that wrap make a list that nobody can read down."""
    import pty

    kept = tmp_path / "kept"
    _keep(tmp_path, kept, "A title that goes on " * 9)
    ours, theirs = pty.openpty()
    command = [sys.executable, str(TOP / "app.py"), "saved", "--data", str(kept)]

    done = subprocess.run(command, stdout=theirs, env=os.environ | {"COLUMNS": "80"}, check=True)

    os.close(theirs)
    shown = os.read(ours, 4000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert max(len(line) for line in shown.splitlines()) <= 80
    assert "…" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_the_window_says_so(tmp_path: Path) -> None:
    """Qt would end the program in its own words, and with a dump of its memory."""
    left = {name: value for name, value in os.environ.items() if name not in WITHOUT_A_SCREEN}
    command = [sys.executable, str(TOP / "app.py"), "--data", str(tmp_path / "data")]

    done = subprocess.run(command, capture_output=True, text=True, env=left, check=False)

    assert done.returncode == 1
    assert_refused(done)
    assert "DISPLAY" in done.stderr
    assert "make run" in done.stderr


def test_we_know_what_the_reader_of_command_lines_says() -> None:
    """A phrase of another Python that we do not know would stay in English."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(ArgumentParser) or phrases))
    said = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("_", "ngettext")
        and isinstance(node.args[0], ast.Constant)
    }

    reached = {str(one) for one in said if not FOR_PROGRAMMERS.search(str(one))}

    assert reached - phrases.PHRASES.keys() == set()


def _keep(tmp_path: Path, kept: Path, title: str) -> None:
    file = tmp_path / "answers.json"
    made = template("before-posting", file)
    file.write_text(json.dumps(made | {"title": title}), "utf-8")
    run("import", file, "--data", kept)


def test_help_in_another_language_is_all_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence of English in the midst of Welsh says that nobody cared."""
    content = write_tiny(tmp_path / "content")

    with pytest.raises(SystemExit):
        main(["erase", "--help", "--language", "cy", "--content", str(content)])

    said = capsys.readouterr().out
    assert "defnydd:" in said
    assert not re.search(r"\b(usage|options|show|DIR|FILE)\b", said)


def test_a_name_does_not_give_orders_to_the_terminal(tmp_path: Path) -> None:
    """A file from a stranger may be called anything; its name must not paint over what is said."""
    strange = "e\x1b]0;mine\x07\x1b[2J\x9b31m.json"

    said = run("import", tmp_path / strange, "--data", tmp_path / "data", check=1).stderr

    assert "mine" in said
    assert all(letter.isprintable() or letter == "\n" for letter in said)


def test_a_place_that_can_not_be_is_told_in_a_sentence() -> None:
    """A name too long for the system, from a script that went wrong, ended in a traceback."""
    assert_refused(run("saved", "--data", "a" * 300, check=1))


def test_letters_that_the_terminal_does_not_have_stop_nothing(tmp_path: Path) -> None:
    """On Windows a list sent to a file knows no Welsh letters: it ended in a traceback.

    A file that is sent there instead is the same file as anywhere else.
    """
    data, file = tmp_path / "data", tmp_path / "answers.json"
    made = template("before-posting", file)
    made["title"] = "Café Ŵ"
    file.write_text(json.dumps(made), "utf-8")
    kept = run("import", file, "--data", data).stdout.strip()

    for words in (("saved",), ("export", kept), ("--help", "--language", "cy")):
        done = subprocess.run(
            [sys.executable, str(TOP / "app.py"), *words, "--data", str(data)],
            capture_output=True, timeout=120, check=False,
            env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        if words[0] == "export":
            assert json.loads(done.stdout.decode("utf-8"))["title"] == "Café Ŵ"
