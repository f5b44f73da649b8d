"""What the program does with input it can not use: one line that helps, and no harm done."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.program import TOP, assert_refused, run, template, text_of

NOBODY = 65534

# A user without rights may not read a tree, or a library, that lies in root's own folder: the
# program runs from a copy, and what it uses (codecs, too) is loaded before rights are given up.
WITHOUT_RIGHTS = """
import contextlib, importlib, io, os, pkgutil, sys
import wizard.cli.main
with contextlib.redirect_stdout(io.StringIO()):
    wizard.cli.main.main(["template", "before-posting"])
for room in ("cli", "desk", "exchange", "pack", "store"):
    inside = importlib.import_module("wizard." + room)
    for name in pkgutil.iter_modules(inside.__path__, inside.__name__ + "."):
        importlib.import_module(name.name)
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({nobody})
    os.setuid({nobody})
sys.exit(wizard.cli.main.main(sys.argv[1:]))
"""


def run_without_rights(*words: object) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody whom mode bits bind: they do not bind root."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        for part in ("wizard", "content", "resources"):
            shutil.copytree(TOP / part, Path(name, part))
        command = [sys.executable, "-c", WITHOUT_RIGHTS.format(nobody=NOBODY), *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, timeout=120, check=False, cwd=name
        )


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """Give a folder that its owner, a user without rights, may read and not write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        inside = folder / "closed"
        inside.mkdir(mode=0o555)
        if os.getuid() == 0:
            os.chown(inside, NOBODY, NOBODY)
        yield inside
        inside.chmod(0o755)


def filled(path: Path, question: str, **changes: object) -> dict[str, Any]:
    """Write a template whose answer to a question has these changes."""
    made = template("before-posting", path)
    made["answers"][question] |= changes
    path.write_text(json.dumps(made), "utf-8")
    return made


@pytest.mark.parametrize(
    "broken",
    [
        b"this is not JSON",
        b'{"journey": "before-posting", "answers": {',
        b"[" * 200_000,
        b"\xff\xfe\x00",
        b"",
        b'{"journey": "before-posting", "journey": "before-posting"}',
    ],
    ids=["no-json", "cut-short", "deep", "not-utf8", "empty", "twice"],
)
def test_broken_answers_file_is_refused_in_one_sentence(broken: bytes, tmp_path: Path) -> None:
    """Files get cut and mixed up; a person must be told, and nothing may be written."""
    (tmp_path / "answers.json").write_bytes(broken)

    done = run("report", tmp_path / "answers.json", "-o", tmp_path / "out.pdf", check=1)

    assert_refused(done)
    assert not (tmp_path / "out.pdf").exists()


def test_unknown_question_is_refused_with_the_near_one(tmp_path: Path) -> None:
    """A slip of the pen in an id should cost one look, not a search."""
    path = tmp_path / "answers.json"
    made = template("before-posting", path)
    known = next(iter(made["answers"]))
    made["answers"][known + "x"] = made["answers"].pop(known)
    path.write_text(json.dumps(made), "utf-8")

    done = run("report", path, "-o", tmp_path / "out.pdf", check=1)

    assert_refused(done)
    assert known in done.stderr.replace(known + "x", "")


def test_unknown_journey_is_refused(tmp_path: Path) -> None:
    """The same for the journey's own name."""
    assert_refused(run("blank", "before-postin", "-o", tmp_path / "out.pdf", check=1))


@pytest.mark.parametrize(
    "words",
    [
        ["--data", "", "saved"],
        ["saved", "--data="],
        ["--data", ""],
        ["--school", "", "journeys"],
        ["--content", " ", "journeys"],
        ["template", "before-posting", "-o", ""],
        ["import", ""],
    ],
    ids=" ".join,
)
def test_no_name_is_not_the_folder_one_stands_in(words: list[str], tmp_path: Path) -> None:
    """A script whose variable is empty kept answers, and their key, wherever it was run."""
    command = [sys.executable, str(TOP / "app.py"), *words]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path
    )

    assert done.returncode == 2
    assert "not nothing" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_stands_twice_is_found_at_once(tmp_path: Path) -> None:
    """Looking for it took a minute for a file of 600 KB, and hours for the largest we take."""
    path = tmp_path / "answers.json"
    keys = [f'"k{one}": 1' for one in range(100_000)]
    path.write_text("{" + ", ".join([*keys, keys[-1]]) + "}", "utf-8")

    assert "k99999" in run("report", path, "-o", tmp_path / "out.pdf", check=1).stderr


@pytest.mark.parametrize(
    "words", [["nonsense"], ["report"], ["erase"], ["report", "x", "--reader"]]
)
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    """A script tells its own mistake from a fault in somebody's file."""
    assert "usage" in run(*words, check=2).stderr


def test_missing_output_folder_is_told(tmp_path: Path) -> None:
    """The commonest slip with an output file."""
    done = run("blank", "before-posting", "-o", tmp_path / "no" / "out.pdf", check=1)

    assert_refused(done)
    assert not (tmp_path / "no").exists()


def test_value_that_is_not_allowed_is_refused(tmp_path: Path) -> None:
    """An answer nobody could have given must not slip into a record."""
    path = tmp_path / "answers.json"
    filled(path, "bp-what", value="wrods")

    done = run("report", path, "-o", tmp_path / "out.pdf", check=1)

    assert_refused(done)
    assert "bp-what" in done.stderr
    assert "words" in done.stderr


def test_note_of_ten_megabytes_is_refused(tmp_path: Path) -> None:
    """It is a mistake or a trap, and must neither fill the disk nor hang the paper."""
    path = tmp_path / "answers.json"
    filled(path, "bp-what", note="x" * 10_000_000)

    assert_refused(run("report", path, "-o", tmp_path / "out.pdf", check=1))


HOSTILE = [
    "<img src='file:///etc/hostname'/>",
    "</para> & < > <b>y",
    "{{ 7*7 }} {school} %s",
    "$(echo 1) `echo 2`",
]


@pytest.mark.parametrize("note", HOSTILE)
def test_mark_up_in_a_note_is_printed_as_it_was_typed(note: str, tmp_path: Path) -> None:
    """A person's words are data on every road to the paper."""
    path = tmp_path / "answers.json"
    filled(path, "bp-what", value="words", note=note)

    run("report", path, "-o", tmp_path / "out.pdf")

    assert "".join(note.split()) in "".join(text_of(tmp_path / "out.pdf").split())


def test_odd_letters_never_stop_the_paper(tmp_path: Path) -> None:
    """Control characters, names from right to left, letters no font has."""
    path = tmp_path / "answers.json"
    made = filled(path, "bp-what", value="words", note="a\x00b\x07c \u202eevil \ud83d\ude00")
    made["people"] = {"staff": {"name": "\u0634\u064a\u0645\u0627\u0621 \u0174yn", "role": "Head"}}
    path.write_text(json.dumps(made), "utf-8")

    done = run("report", path, "-o", tmp_path / "out.pdf", check=None)

    assert "Traceback" not in done.stderr
    assert (done.returncode == 0) == (tmp_path / "out.pdf").exists()


def test_read_only_data_folder_is_told(closed_folder: Path, tmp_path: Path) -> None:
    """A locked-down laptop: the person hears why, and nothing is half made."""
    answers = closed_folder.parent / "answers.json"
    template("before-posting", answers)
    answers.chmod(0o644)

    done = run_without_rights("import", answers, "--data", closed_folder / "kept")

    assert done.returncode == 1, done.stderr
    assert_refused(done)
    assert list(closed_folder.iterdir()) == []


def test_a_data_folder_that_may_not_be_entered_is_told(closed_folder: Path) -> None:
    """Made once by an administrator, or another login's: it ended in a traceback."""
    closed_folder.chmod(0)

    done = run_without_rights("saved", "--data", closed_folder)

    assert done.returncode == 1, done.stderr
    assert_refused(done)


def test_a_data_folder_in_an_old_coding_is_told(tmp_path: Path) -> None:
    """A home of the days of Latin-1: no window came, and every command ended in a traceback."""
    folder = tmp_path / os.fsdecode(b"Si\xe2n")
    folder.mkdir()

    done = run("saved", "--data", folder, check=None)

    assert done.returncode == 1, done.stderr
    assert_refused(done)
    assert "UTF-8" in done.stderr


def test_output_without_permission_is_told(closed_folder: Path) -> None:
    """The same for a paper or an answers file."""
    out = closed_folder / "a.json"

    done = run_without_rights("template", "before-posting", "-o", out, "--data", closed_folder)

    assert done.returncode == 1, done.stderr
    assert_refused(done)


def test_second_program_is_told_that_answers_are_in_use(tmp_path: Path) -> None:
    """Two writers would harm each other: the second one waits for the first to end."""
    answers, kept = tmp_path / "answers.json", tmp_path / "kept"
    template("before-posting", answers)
    run("import", answers, "--data", kept)
    holding = (
        "import sys; from pathlib import Path\n"
        "from wizard.clock import SystemClock\n"
        "from wizard.safe.key import own_login_key\n"
        "from wizard.store.worker import StoreWorker\n"
        "folder = Path(sys.argv[1])\n"
        "worker = StoreWorker(folder, own_login_key(folder), SystemClock())\n"
        "worker.open().result()\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(kept)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=TOP,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"

        done = run("saved", "--json", "--data", kept, check=1)

        holder.communicate("")
    assert_refused(done)
    assert len(json.loads(run("saved", "--json", "--data", kept).stdout)) == 1
