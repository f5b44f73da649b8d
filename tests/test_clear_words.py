"""What a person typed lies in clear nowhere but in the files they asked for.

The system tells each file that is opened for writing and each byte that is written, so
that a file that was gone again by the end counts as well.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path

import pytest

from tests.program import TOP, text_of
from tests.store.samples import SECRET
from tests.ui import window_child
from tests.watched import APP, EXAMPLE, PASSPHRASE, Seen, watch

PAGE = (TOP / "docs" / "security.md").read_text("utf-8")
PLACE = re.compile(r"people/(gone-)?[0-9a-f]{16}/")
SPARE = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{8}\.part(-journal)?")
LOCKING = (
    "from pathlib import Path; from wizard.desk.lock.locking import Lock; "
    "from wizard.desk.places import Places"
)
LOCKED = {"passphrase": "choose(", "person": "choose_apart('Siân', "}
TRIED = "blat"
"""What Python writes when it tries whether a temporary folder can be used."""


def with_the_word(folder: Path) -> Path:
    """Write an answers file with the word in a note, a title and an answer."""
    document = json.loads(EXAMPLE.read_text("utf-8"))
    document["title"] = f"About {SECRET}"
    for answer in document["answers"].values():
        answer["note"] = f"{SECRET} told me"
    path = folder / "mine.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def plain_name(path: Path, data: Path) -> str:
    """Return the name under which a file of the answers' folder stands on the page."""
    name = PLACE.sub("", path.relative_to(data).as_posix())
    if name.startswith("answers-backups/"):
        return "answers-backups/"
    match = SPARE.fullmatch(name)
    return match["name"] if match else name


def not_on_the_page(seen: Seen, data: Path, asked_for: set[Path]) -> list[str]:
    """Return what was opened for writing and is neither on the page nor asked for."""
    start = PAGE.index("## What is kept, and where")
    named = set(re.findall(r"`([^`\n]+)`", PAGE[start : PAGE.index("##", start + 2)]))
    strange = []
    for path in sorted(seen.opened):
        match = SPARE.fullmatch(path.name)
        meant = path.with_name(match["name"]) if match else path
        if any(meant == wanted or wanted in meant.parents for wanted in asked_for):
            continue
        if path.is_relative_to(data):
            if plain_name(path, data) not in named:
                strange.append(str(path))
        elif path.parent == Path(tempfile.gettempdir()):
            written = [call for place, call in seen.writes if place == path]
            if path.exists() or not all(f'"{TRIED}"' in call for call in written):
                strange.append(str(path))
        elif meant.parent.name not in named:
            strange.append(str(path))
    return strange


def holding(folder: Path) -> set[Path]:
    """Return the files below ``folder`` that have the word in clear, in any usual form."""
    forms = {SECRET.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")}
    return {
        path
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    }


def lived(mine: Path, out: Path, kind: str) -> list[list[str]]:
    """Return the commands of a whole life of answers; ``ID`` stands for the first one kept."""
    secret = ["--passphrase-fd", "0"] if kind in LOCKED else []
    secret += ["--person", "Siân"] if kind == "person" else []
    of_file = [*secret, "--file-passphrase-fd", "0"]
    kept = [
        ["import", str(mine), *secret],
        ["saved", "--json", *secret],
        ["export", "ID", "-o", str(out / "one.json"), *secret],
        ["report", str(out / "one.json"), "-o", str(out / "signed.pdf"), "--reader", "slt"],
        ["report", "ID", "-o", str(out / "of-kept.pdf"), "--reader", "slt", *secret],
        ["decide", str(out / "signed.pdf"), "--decision", "approved", "--who", SECRET, *secret],
        ["everything", "-o", str(out / "all.zip"), *secret],
        ["take", "-o", str(out / "mine.answers"), *of_file],
        ["import", str(out / "mine.answers"), *of_file],
        ["erase", "ID", "--yes", *secret],
        ["erase", "--all", "--yes", *secret],
    ]
    others = [
        ["report", str(mine), "-o", str(out / "paper.pdf")],
        ["read", str(out / "paper.pdf"), "-o", str(out / "back.json")],
        ["verify", str(out / "paper.pdf")],
        ["blank", "before-posting", "-o", str(out / "blank.pdf")],
        ["template", "before-posting", "-o", str(out / "empty.json")],
        ["demo", "-o", str(out / "demo")],
        ["check"],
        ["trace", "-o", str(out / "trace.tsv")],
        ["journeys"],
    ]
    return kept if kind in LOCKED else [*others, *kept]


@pytest.mark.parametrize("kind", ["own-login", *LOCKED])
def test_no_command_leaves_a_word_in_clear(kind: str, tmp_path: Path, home: Path) -> None:
    """Each command in turn, on answers with the word in them, until all is deleted."""
    data, out = tmp_path / "data", tmp_path / "out"
    out.mkdir()
    mine = with_the_word(tmp_path)
    kept = ""
    if kind in LOCKED:
        act = LOCKED[kind]
        program = f"{LOCKING}; Lock(Places(Path({str(data)!r}))).{act}{PASSPHRASE!r}).result()"
        seen = watch([sys.executable, "-c", program], tmp_path)
        assert not_on_the_page(seen, data, set()) == []
    for step in lived(mine, out, kind):
        words = [word.replace("ID", kept) for word in step]
        seen = watch([*APP, *words, "--data", str(data)], tmp_path, f"{PASSPHRASE}\n{PASSPHRASE}")
        if step[0] == "import":
            kept = seen.said.strip().splitlines()[0]

        assert not_on_the_page(seen, data, {out}) == [], step
        assert not {path for path in seen.wrote(SECRET) if out not in path.parents}, step
        assert not seen.wrote(PASSPHRASE), step
        assert holding(data) | holding(home) == set(), step
    assert out / "one.json" in holding(out), "the search must find what was asked for"
    assert out / "mine.answers" not in holding(out)


def test_a_journey_in_the_window_leaves_no_word_in_clear(tmp_path: Path, home: Path) -> None:
    """Typed as answer, note and plan, shown, printed: in clear only in what was asked for."""
    window_child.prepare(tmp_path)
    asked_for = tmp_path / "asked for.pdf"
    program = [sys.executable, "-m", "tests.ui.window_child", "journey", str(tmp_path), SECRET]

    seen = watch(program, tmp_path)

    assert not_on_the_page(seen, tmp_path / "data", {asked_for}) == []
    assert seen.wrote(SECRET) <= {asked_for}
    assert holding(tmp_path) | holding(home) <= {asked_for}
    assert tmp_path / "data" / "answers.db" in seen.opened, "the watch must see what is written"


def test_a_recovery_sheet_is_printed_through_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes from memory to the printing system: a file of it would open the answers."""
    data, spool, lp = tmp_path / "data", tmp_path / "spool", tmp_path / "bin" / "lp"
    for folder in (spool, lp.parent):
        folder.mkdir()
    lp.write_text(f"#!/bin/sh\ncat > {spool}/sheet.pdf\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lp.parent}{os.pathsep}{os.environ['PATH']}")
    program = (
        f"{LOCKING}; from wizard.desk.paper import papers, printing; "
        f"lock = Lock(Places(Path({str(data)!r}))); code = lock.choose({PASSPHRASE!r}).result(); "
        "sheet = papers.draw(lock.recovery_sheet(code)); "
        "printing.send(sheet, printing.PrintOrder('office')); print(code)"
    )

    seen = watch([sys.executable, "-c", program], tmp_path)

    code = seen.said.strip()
    assert code.replace("-", " ") in text_of(spool / "sheet.pdf")
    assert seen.wrote("%PDF-") == {spool / "sheet.pdf"}
    assert not seen.wrote(code)
    assert not_on_the_page(seen, data, {spool}) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_watch_sees_a_word_in_clear(encoding: str, tmp_path: Path) -> None:
    """A watch that finds nothing must be seen to find something; a file since gone, too."""
    path = tmp_path / "leak"
    program = (
        f"import pathlib; path = pathlib.Path({str(path)!r}); "
        f"path.write_bytes({SECRET!r}.encode({encoding!r})); path.unlink()"
    )

    seen = watch([sys.executable, "-c", program], tmp_path)

    assert seen.wrote(SECRET) == {path}
    assert not_on_the_page(seen, tmp_path / "data", set()) == [str(path)]
