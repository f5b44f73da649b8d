"""The program as a process: what somebody who scripts it, or installs it, relies on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parent.parent
JOURNEYS = ("before-posting", "privacy-checkup", "class-project")

NOT_BEFORE_ASKED = ("reportlab", "uharfbuzz", "jinja2", "pikepdf", "lxml", "PIL")
NEVER = ("socket", "ssl", "http", "urllib.request", "PySide6.QtNetwork", "sqlite3")

# The window as a person starts it, closed as soon as it has been painted and is at rest.
LOADED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

real = QApplication.exec

def exec_a_while(*_):
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, QApplication.closeAllWindows))
    return real()

QApplication.exec = exec_a_while
from wizard.cli.main import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n")
sys.exit(code)
"""


def run(*words: object, check: int = 0) -> subprocess.CompletedProcess[str]:
    """Run ``app.py`` with these words; its exit code must be ``check``."""
    command = [sys.executable, str(TOP / "app.py"), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == check, done.stderr
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


def test_journeys_are_listed_for_scripts() -> None:
    """Whoever scripts the program starts from this list."""
    listed = json.loads(run("journeys", "--json").stdout)

    assert {entry["id"] for entry in listed} >= set(JOURNEYS)
    assert all(entry["title"] and int(entry["questions"]) > 0 for entry in listed)


@pytest.mark.parametrize("journey", JOURNEYS)
def test_template_becomes_a_report_and_a_blank(journey: str, tmp_path: Path) -> None:
    """Template, fill, report: with nothing answered it must work as well as with all."""
    made = template(journey, tmp_path / "answers.json")
    run("report", tmp_path / "answers.json", "-o", tmp_path / "report.pdf", "--reader", "slt")
    run("blank", journey, "-o", tmp_path / "blank.pdf")

    assert len(made["answers"]) > 5
    assert "Not answered" in text_of(tmp_path / "report.pdf")
    assert len(text_of(tmp_path / "blank.pdf")) > 1000


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


def test_data_folder_may_be_named_before_or_after(tmp_path: Path) -> None:
    """Both are in scripts out there; they must mean the same."""
    answers = tmp_path / "answers.json"
    template("before-posting", answers)
    run("--data", tmp_path / "kept", "import", answers)

    after = json.loads(run("saved", "--json", "--data", tmp_path / "kept").stdout)
    before = json.loads(run("--data", tmp_path / "kept", "saved", "--json").stdout)
    elsewhere = json.loads(run("saved", "--json", "--data", tmp_path / "other").stdout)

    assert (len(after), before, elsewhere) == (1, after, [])


def test_saved_goes_out_and_away(tmp_path: Path) -> None:
    """Import, list, export, erase: nothing is stuck inside the program."""
    kept, answers, out = tmp_path / "kept", tmp_path / "answers.json", tmp_path / "out.json"
    made = template("before-posting", answers)
    run("import", answers, "--data", kept)
    (card,) = json.loads(run("saved", "--json", "--data", kept).stdout)

    run("export", card["id"], "-o", out, "--data", kept)
    run("erase", card["id"], "--yes", "--data", kept)

    assert json.loads(out.read_text("utf-8"))["journey"] == made["journey"]
    assert json.loads(run("saved", "--json", "--data", kept).stdout) == []


def test_window_starts_light_and_shut_off(tmp_path: Path) -> None:
    """Start-up stays quick only while heavy libraries wait, and nothing opens a way out."""
    command = [sys.executable, "-c", LOADED, "--data", str(tmp_path / "kept")]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, cwd=TOP
    )
    loaded = set(done.stdout.split())

    assert done.returncode == 0, done.stderr
    assert "wizard.ui.start" in loaded
    assert loaded.isdisjoint(NOT_BEFORE_ASKED)
    assert loaded.isdisjoint(NEVER)


def test_a_report_opens_no_way_out(tmp_path: Path) -> None:
    """The child that draws must be as shut off as the window."""
    program = (
        "import sys, wizard.report.pdf.draw, wizard.report.html, wizard.desk;"
        "print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=TOP
    )

    assert {"socket", "ssl", "http", "asyncio"}.isdisjoint(done.stdout.split())


@pytest.mark.full
def test_installed_wheel_works_away_from_the_tree(tmp_path: Path) -> None:
    """A school installs a wheel; content and fonts must be inside it.  About a minute."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", tmp_path, TOP], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", TOP / "requirements.txt"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)

    command = [scripts / "before-you-post"]
    listed = subprocess.run(
        [*command, "journeys"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    subprocess.run([*command, "blank", "before-posting", "-o", "a.pdf"], check=True, cwd=tmp_path)

    assert "before-posting" in listed.stdout
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
