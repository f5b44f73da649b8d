"""Every file the program writes unasked stands on the page on security, and holds no answer.

``strace`` sees each opening for writing and each byte that is written, so nothing that is
taken away again can hide.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP, template

WORD = "Nightjar-Quillwort"
PASSPHRASE = "seven quiet otters"
APP = [sys.executable, str(TOP / "app.py")]
LOCKING = (
    "from wizard.desk.locking import Lock; from wizard.desk.places import Places; "
    f"Lock(Places()).choose({PASSPHRASE!r}).result()"
)
PAGE = (TOP / "docs" / "security.md").read_text("utf-8")

OPENED = re.compile(
    r'(?:openat\(\S+ "(?P<path>[^"]+)", (?P<flags>[A-Z_|]+)|open\("(?P<old>[^"]+)", (?P<how>\S+))'
)
WRITTEN = re.compile(r"\b(?:write|pwrite64|writev|pwritev)\(\d+<(?P<path>/[^>]+)>")


def known() -> list[re.Pattern[str]]:
    """The names in the table of what is kept, as patterns; ``…`` stands for more of a kind."""
    start = PAGE.index("| file | holds")
    cells = [line.split("|")[1] for line in PAGE[start : PAGE.index("\n\n", start)].splitlines()]
    names = [name.rstrip("/") for cell in cells[2:] for name in re.findall(r"`([^`]+)`", cell)]
    return [re.compile(re.escape(name).replace(r"1\.db", r"\d+\.db")) for name in names]


def stands_there(path: Path, patterns: list[re.Pattern[str]]) -> bool:
    """Say whether a file, or what it is called while it is written, is one of the table."""
    name = re.sub(r"^\.(.+)\.[0-9a-f]{8}\.part(-journal)?$", r"\1", path.name)
    return any(pattern.fullmatch(one) for pattern in patterns for one in (name, path.parent.name))


def watch(command: list[str], place: Path, typed: str = "") -> tuple[set[Path], list[str]]:
    """Run a command; return the files it opened to write, and those the word went into."""
    calls = place / "calls.txt"
    traced = "trace=open,openat,creat,write,pwrite64,writev,pwritev"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-y", "-s", "2000000", "-e", traced, "-o", str(calls), *command],
        capture_output=True, text=True, timeout=120, check=False, cwd=TOP, input=typed,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    opened, told = set(), []
    for line in calls.read_text("utf-8", "replace").splitlines():
        match = OPENED.search(line)
        if match and "ENOENT" not in line:
            flags = match["flags"] or match["how"]
            if "O_WRONLY" in flags or "O_RDWR" in flags:
                opened.add(Path(match["path"] or match["old"]))
        into = WRITTEN.search(line)
        if into and WORD in line:
            told.append(into["path"])
    return opened, told


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An answers file with the word in it."""
    path = tmp_path / "asked" / "answers.json"
    path.parent.mkdir()
    document = template("before-posting", path)
    document["answers"] = {
        question_id: {"note": WORD} for question_id in list(document["answers"])[:3]
    }
    document["title"] = WORD
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_what_is_written_is_on_the_page_and_holds_no_answer(
    answers: Path, tmp_path: Path, home: Path
) -> None:
    """A life of answers: kept, locked, read, carried away, drawn, taken out, erased."""
    asked = answers.parent
    unlock = ["--passphrase-fd", "0"]
    steps = [
        ([*APP, "import", str(answers)], ""),
        ([sys.executable, "-c", LOCKING], ""),
        ([*APP, "saved", *unlock], PASSPHRASE),
        ([*APP, "take", "-o", str(asked / "taken.answers"), *unlock, "--file-passphrase-fd", "0"],
         f"{PASSPHRASE}\n{PASSPHRASE}"),
        ([*APP, "everything", "-o", str(asked / "all.zip"), *unlock], PASSPHRASE),
        ([*APP, "report", str(answers), "-o", str(asked / "paper.pdf")], ""),
        ([*APP, "erase", "--all", "--yes", *unlock], PASSPHRASE),
    ]  # fmt: skip
    unasked: set[Path] = set()
    for command, typed in steps:
        opened, told = watch(command, tmp_path, typed)
        unasked |= {path for path in opened if path.is_absolute()}
        assert [path for path in told if not path.startswith((str(asked), "/dev/"))] == []

    unasked = {path for path in unasked if not path.is_relative_to(asked)}
    unasked = {path for path in unasked if not path.is_relative_to("/dev")}
    assert len([path for path in unasked if path.is_relative_to(home)]) > 8
    patterns = known()
    assert [path for path in unasked if not path.is_relative_to(home)] == []
    assert sorted(path.name for path in unasked if not stands_there(path, patterns)) == []


def test_the_watch_sees_a_word_that_is_written(tmp_path: Path) -> None:
    """A watch that sees nothing would prove nothing."""
    place = tmp_path / "told.txt"
    program = f"open({str(place)!r}, 'w').write({WORD!r})"

    assert watch([sys.executable, "-c", program], tmp_path) == ({place}, [str(place)])
