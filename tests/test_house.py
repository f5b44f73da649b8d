"""Holds the tree to the rules of the house, and shows that each rule can fail."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import house, house_looks, house_texts
from tests.house import Source
from wizard.words import Words

TOP = Path(__file__).resolve().parent.parent


LEFT_BEHIND = {
    ".venv", ".git", ".make", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    "out", "build", "dist", "__pycache__",
}  # fmt: skip
"""What a copy without git holds that is not the project's."""


def _tracked() -> list[str]:
    """What git keeps, or would if added now; a copy without git is read from the disk."""
    if (TOP / ".git").exists():
        # The tree may belong to another user than the one who builds; we only read.
        command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
        more = ["--cached", "--others", "--exclude-standard"]
        listed = subprocess.run([*command, *more], cwd=TOP, capture_output=True, check=True)
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        names = [
            path.relative_to(TOP).as_posix()
            for path in TOP.rglob("*")
            if LEFT_BEHIND.isdisjoint(path.relative_to(TOP).parts) and path.suffix != ".pyc"
        ]
    return sorted(name for name in names if (TOP / name).is_file())


TRACKED = _tracked()
SOURCES = [
    Source(name, (TOP / name).read_text("utf-8"))
    for name in TRACKED
    if name.endswith(".py") and name.startswith(("wizard/", "tests/", "app.py"))
]
PROGRAM = [source for source in SOURCES if not source.path.startswith("tests/")]

OF_THE_PROGRAM = [
    house.wrong_layers,
    house.wrong_rooms,
    house.wrong_doors,
    house.ways_out,
    house.second_clocks,
    house.items_asked_for,
    house.dialogs_of_their_own,
    house_looks.looked_at_by_pathlib,
    house_looks.taken_for_nothing,
]
OF_EVERY_FILE = [
    house.nameless,
    house.put_off,
    house.too_long,
    house.undocumented,
]

Rule = Callable[[Source], list[str]]


@pytest.mark.parametrize("rule", OF_THE_PROGRAM, ids=lambda rule: rule.__name__)
def test_program_keeps_the_rule(rule: Rule) -> None:
    """Layers left to discipline slip: every project looked at that did so shows it."""
    faults = [fault for source in PROGRAM for fault in rule(source)]

    assert faults == []


@pytest.mark.parametrize("rule", OF_EVERY_FILE, ids=lambda rule: rule.__name__)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    """What is short, named and explained is what the next person can change."""
    faults = [fault for source in SOURCES for fault in rule(source)]

    assert faults == []


def test_nothing_leans_on_itself() -> None:
    """Two that need each other are read, moved and tested as one, whatever the files say."""
    assert house.circles(PROGRAM) == []


def test_words_asked_for_are_words_there_are() -> None:
    """A missing sentence would show as a crash, an unused one as a riddle."""
    known = Words(TOP / "content" / "words").ids()

    assert house_texts.wrong_words(PROGRAM, known) == []


def test_nothing_tells_where_it_was_made() -> None:
    """The tree must work anywhere, and machine names are nobody's business."""
    faults = []
    for name in TRACKED:
        content = (TOP / name).read_bytes()
        if b"\0" not in content:
            faults += house_texts.told_addresses(name, content.decode("utf-8"))

    assert faults == []


def test_locks_are_tight() -> None:
    """What is installed must be what was tested, wherever it is fetched from."""
    locks = sorted(TOP.glob("requirements*.txt"))
    faults = [
        fault for lock in locks for fault in house_texts.loose_locks(lock.name, lock.read_text())
    ]

    assert (len(locks), faults) == (2, [])


def test_lock_holds_every_dependency() -> None:
    """A library added to pyproject.toml and not locked would be missing on a fresh machine."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    wanted = {re.split(r"[<>=! ]", line)[0].lower() for line in project["project"]["dependencies"]}
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (TOP / "requirements.txt").read_text(), re.MULTILINE)
    )

    assert wanted - locked == set()


def test_tools_before_a_commit_are_those_of_the_build() -> None:
    """One set of checks: what passes here must pass there."""
    hooks = re.findall(r"entry: (.+)", (TOP / ".pre-commit-config.yaml").read_text("utf-8"))
    recipe = (TOP / "Makefile").read_text("utf-8")
    recipe = recipe.replace("$(TOOLS)", ".venv/bin").replace("$(PYTHON_HERE)", ".venv/bin/python")

    assert [hook for hook in hooks if hook not in recipe] == []


BROKEN = [
    (house.wrong_layers, "wizard/model/x.py", "from wizard.pack import build"),
    (house.wrong_layers, "wizard/report/x.py", "from wizard.exchange import archive"),
    (house.wrong_layers, "wizard/store/x.py", "def f():\n    import wizard.desk.assessment.runs"),
    (house.wrong_layers, "wizard/ui/x.py", "from wizard.store.worker import StoreWorker"),
    (house.wrong_layers, "wizard/ui/x.py", "from wizard.report.compose import compose"),
    (house.wrong_layers, "wizard/cli/saved.py", "import wizard.ui.start"),
    (house.wrong_layers, "wizard/cli/saved.py", "import_module('wizard.store.worker')"),
    (house.wrong_layers, "app.py", "from wizard.desk import runs"),
    (house.wrong_rooms, "wizard/ui/parts/card.py", "from wizard.ui.parts.home import welcome"),
    (house.wrong_rooms, "wizard/ui/parts/paper/x.py", "import wizard.ui.parts.reading.document"),
    (house.wrong_rooms, "wizard/ui/parts/more/x.py", ""),
    (house.wrong_rooms, "wizard/desk/places.py", "from wizard.desk.lock.state import State"),
    (house.wrong_rooms, "wizard/desk/lock/x.py", "from wizard.desk.school import profile"),
    (house.wrong_rooms, "wizard/desk/paper/x.py", "def f():\n    import wizard.desk.desk"),
    (house.wrong_rooms, "wizard/desk/desk.py", "from wizard.desk.handover import keeping"),
    (house.wrong_rooms, "wizard/desk/x.py", "from wizard.desk.desk import Desk"),
    (house.wrong_rooms, "wizard/desk/more/x.py", ""),
    (house.wrong_doors, "wizard/desk/x.py", "from PySide6.QtCore import QTimer"),
    (house.wrong_doors, "wizard/report/compose.py", "import reportlab"),
    (house.wrong_doors, "wizard/report/pdf/draw.py", "import pikepdf"),
    (house.wrong_doors, "wizard/pack/build.py", "import yaml"),
    (house.wrong_doors, "wizard/desk/x.py", "import requests"),
    (house.ways_out, "wizard/desk/x.py", "from urllib.request import urlopen"),
    (house.ways_out, "wizard/desk/x.py", "from concurrent.futures.process import X"),
    (house.ways_out, "wizard/ui/x.py", "from PySide6 import QtNetwork"),
    (house.ways_out, "wizard/store/x.py", "import sqlite3"),
    (house.second_clocks, "wizard/desk/x.py", "a = datetime.now(UTC)"),
    (house.items_asked_for, "wizard/ui/x.py", "a = self.rows.itemAt(0).widget()"),
    (house.items_asked_for, "wizard/ui/x.py", "a = f().takeAt(0)"),
    (house.dialogs_of_their_own, "wizard/ui/x.py", "a = QFileDialog(self)"),
    (house_looks.looked_at_by_pathlib, "wizard/store/x.py", "a = folder.is_dir()"),
    (house_looks.looked_at_by_pathlib, "wizard/ui/x.py", "a = there.is_file(path)"),
    (house_looks.taken_for_nothing, "wizard/store/x.py", "a = os.path.lexists(path)"),
    (house_looks.taken_for_nothing, "wizard/safe/x.py", "a = there.is_folder(path)"),
    (
        house_looks.taken_for_nothing,
        "wizard/desk/x.py",
        "def f():\n try:\n  a = os.listdir(b)\n except OSError:\n  return []",
    ),
    (house.nameless, "wizard/desk/utils.py", ""),
    (house.nameless, "wizard/ui/parts/card_helper.py", ""),
    (house.nameless, "wizard/desk/x.py", "class RunManager: ..."),
    (house.put_off, "wizard/desk/x.py", "a = 1  # TO" + "DO tidy"),
    (house.too_long, "wizard/desk/x.py", "a = 1\n" * (house.LONGEST + 1)),
    (house.undocumented, "wizard/desk/x.py", "a = 1"),
    (house.undocumented, "wizard/desk/x.py", '"""A."""\ndef f(): ...'),
    (house.undocumented, "wizard/desk/x.py", '"""A."""\nclass A:\n """B."""\n def f(self): ...'),
    (house.undocumented, "tests/test_x.py", '"""A."""\ndef test_f(): ...'),
]


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN)
def test_a_rule_sees_what_breaks_it(rule: Rule, path: str, text: str) -> None:
    """A rule that never fails holds nothing."""
    assert rule(Source(path, text)) != []


KEPT = [
    (house.wrong_layers, "wizard/cli/main.py", "def f():\n    import wizard.ui.start"),
    (house.wrong_layers, "wizard/ui/x.py", "from wizard.report.blocks import Report"),
    (house.wrong_layers, "wizard/desk/x.py", "from wizard.store.worker import StoreWorker"),
    (house.wrong_rooms, "wizard/ui/parts/home/x.py", "from wizard.ui.parts.paper import x"),
    (house.wrong_rooms, "wizard/ui/parts/home/x.py", "from wizard.ui.parts.card import Card"),
    (house.wrong_rooms, "wizard/desk/handover/x.py", "from wizard.desk.desk import Desk"),
    (house.wrong_rooms, "wizard/desk/desk.py", "from wizard.desk.paper.papers import PaperShelf"),
    (house.wrong_rooms, "wizard/desk/lock/x.py", "from wizard.desk.lock.state import State"),
    (house.wrong_rooms, "wizard/desk/paper/x.py", "from wizard.desk.places import Places"),
    (house.wrong_doors, "wizard/report/pdf/draw.py", "from reportlab import platypus"),
    (house.ways_out, "wizard/store/x.py", "from concurrent.futures import Future"),
    (house.nameless, "wizard/store/database.py", "class Database: ..."),
    (house_looks.taken_for_nothing, "wizard/desk/places.py", "a = there.is_folder(path)"),
    (
        house_looks.taken_for_nothing,
        "wizard/desk/x.py",
        "def f():\n try:\n  a = there.names(b)\n except OSError:\n  return True",
    ),
    (
        house.undocumented,
        "wizard/desk/x.py",
        '"""A."""\ndef _f(): ...\nclass _A:\n def g(self): ...',
    ),
]


@pytest.mark.parametrize(("rule", "path", "text"), KEPT)
def test_a_rule_lets_pass_what_keeps_it(rule: Rule, path: str, text: str) -> None:
    """A rule that fires at will is soon switched off."""
    assert rule(Source(path, text)) == []


def test_circle_rule_sees_a_circle() -> None:
    """Through a third, and for a type alone; who leans on a circle stands in none."""
    round_about = [
        Source("wizard/desk/a.py", "from wizard.desk.b import B"),
        Source("wizard/desk/b.py", "def f():\n    from wizard.desk import c"),
        Source("wizard/desk/c.py", "if TYPE_CHECKING:\n    import wizard.desk.a"),
        Source("wizard/desk/d.py", "from wizard.desk.a import A"),
    ]

    assert [fault[:13] for fault in house.circles(round_about)] == [
        "wizard.desk.a", "wizard.desk.b", "wizard.desk.c",
    ]  # fmt: skip


def test_words_rule_sees_missing_and_unused() -> None:
    """Both ways: asked for and not there, there and not asked for."""
    source = Source("wizard/ui/x.py", 'say("a.b")\nsay(f"status.{x}")\ny = {"page-of": 1}')

    missing = house_texts.wrong_words([source], frozenset({"status.ask", "paper.page-of"}))
    unused = house_texts.wrong_words([source], frozenset({"a.b", "status.ask", "c"}))

    assert [fault.rsplit(" ", 1)[1] for fault in missing] == [r"a\.b"]
    assert unused == ["content/words/en: nobody says 'c'"]


@pytest.mark.parametrize("text", ["cd /wo" + "rk/main", "see https://pypi" + ".org/simple"])
def test_address_rule_sees_an_address(text: str) -> None:
    """The very things that slipped into such files before."""
    assert house_texts.told_addresses("a.md", text) != []


@pytest.mark.parametrize(
    "text",
    ["a==1 \\\n    --hash=sha256:00\nb==2", "a>=1 \\\n    --hash=sha256:00", "--index-url x\na==1"],
)
def test_lock_rule_sees_a_loose_lock(text: str) -> None:
    """No hash, no exact version, an address: each is loose."""
    assert house_texts.loose_locks("requirements.txt", text) != []
