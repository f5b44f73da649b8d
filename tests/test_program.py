"""The program as a process: what somebody who scripts it, or installs it, relies on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml

from tests.program import TOP, run, template, text_of

JOURNEYS = ("before-posting", "privacy-checkup", "class-project")

NOT_BEFORE_ASKED = (
    "reportlab", "uharfbuzz", "jinja2", "pikepdf", "lxml", "PIL", "yaml", "PySide6.QtDBus",
    "wizard.pack.build", "wizard.report.blocks", "wizard.assess", "wizard.exchange",
)  # fmt: skip
"""What home does without: each costs a good part of what the bare window takes to start."""

NEVER = ("socket", "ssl", "http", "urllib.request", "PySide6.QtNetwork", "sqlite3")

# The window as a person starts it, closed once home stands.
LOADED = """
import sys
from tests.benchmarks.painted import home_stands, tell_when_painted
tell_when_painted(home_stands)
from wizard.cli.main import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n")
sys.exit(code)
"""


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
    assert "wizard.ui.pages.home" in loaded
    assert loaded & set(NOT_BEFORE_ASKED) == set()
    assert loaded & set(NEVER) == set()


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


def test_question_taken_out_of_the_content_is_gone_from_the_papers(tmp_path: Path) -> None:
    """What is asked lies in the content alone; nothing of it is built into the program."""
    shutil.copytree(TOP / "content", tmp_path / "content")
    gone = "bp-danger"
    questions = tmp_path / "content" / "questions" / "before-posting.yaml"
    read = yaml.load(questions.read_text("utf-8"), yaml.BaseLoader)
    (text,) = (entry["text"] for entry in read["questions"] if entry["id"] == gone)
    read["questions"] = [entry for entry in read["questions"] if entry["id"] != gone]
    questions.write_text(yaml.safe_dump(read, allow_unicode=True), "utf-8")
    journey = tmp_path / "content" / "journeys" / "before-posting.yaml"
    journey.write_text(re.sub(rf"\b{gone}, ", "", journey.read_text("utf-8")), "utf-8")
    index = tmp_path / "content" / "index.tsv"
    index.write_text(
        re.sub(r"(before-posting\t.*\t)12\b", r"\g<1>11", index.read_text("utf-8")), "utf-8"
    )

    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    run("blank", "before-posting", "-o", before)
    run("blank", "before-posting", "-o", after, "--content", tmp_path / "content")

    start = " ".join(text.split()[:4])
    assert start in " ".join(text_of(before).split())
    assert start not in " ".join(text_of(after).split())


@pytest.mark.full
def test_installed_wheel_works_away_from_the_tree(tmp_path: Path) -> None:
    """A school installs a wheel; content and fonts must be inside it.  About a minute."""
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
    ]
    subprocess.run([*build, "--wheel-dir", tmp_path, TOP], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [
        scripts / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "--require-hashes", "-r", TOP / "requirements.txt"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)

    command = [str(scripts / "before-you-post")]
    listed = subprocess.run(
        [*command, "journeys"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    subprocess.run([*command, "blank", "before-posting", "-o", "a.pdf"], check=True, cwd=tmp_path)

    assert "before-posting" in listed.stdout
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
