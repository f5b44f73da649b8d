"""Under another language nothing is said in English: help, refusals, the lists of commands."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from tests.tiny import QUESTIONS, write_tiny
from wizard import paths
from wizard.cli.main import main
from wizard.words import Words

FOLDER = paths.content_folder() / "words"
ARGUMENTS = Path(__file__).parent.parent / "wizard" / "cli" / "arguments.py"
COMMANDS = re.findall(r'commands\.add(?:_kept)?\(\s*"([a-z]+)"', ARGUMENTS.read_text("utf-8"))
"""Every command there is: one whose help nobody looked at would slip through."""

Run = Callable[..., str]


@cache
def english() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern of each English sentence that Welsh says otherwise, by its id."""
    mine, theirs = Words(FOLDER), Words(FOLDER, "cy")
    ids = sorted(mine.ids() - theirs.missing)
    texts = {word_id: mine.starting(word_id)[""] for word_id in ids}
    return tuple(
        (word_id, _pattern(text))
        for word_id, text in texts.items()
        if text != theirs.starting(word_id)[""] and len(_plain(text).split()) > 1
    )


def _plain(text: str) -> str:
    return " ".join(part for part, *_ in Formatter().parse(text))


def _pattern(text: str) -> re.Pattern[str]:
    """A place may hold anything; the words round it are the sentence's own."""
    pattern = "".join(
        re.escape(part) + ("" if place is None else ".+?")
        for part, place, *_ in Formatter().parse(text.strip())
    )
    return re.compile(rf"(?<!\w){pattern}(?!\w)")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command in Welsh on tiny content; returns all that it says, in one line."""
    content = write_tiny(tmp_path / "content")

    def ran(*words: str | Path, check: int = 1) -> str:
        given = [*map(str, words), "--language", "cy"]
        if "--content" not in given:
            given += ["--content", str(content)]
        if "--data" not in given:
            given += ["--data", str(tmp_path / "data")]
        try:
            code = main(given)
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        assert code == check, said.err
        remark = Words(FOLDER, "cy").remark
        return " ".join(f"{said.out} {said.err}".replace(remark, "").split())

    return ran


def in_english(said: str) -> list[str]:
    """Return the ids of the English sentences in what was said."""
    return [word_id for word_id, pattern in english() if pattern.search(said)]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_welsh(command: str, run: Run) -> None:
    """Help is the first thing a newcomer reads."""
    said = run(*([command] if command else []), "--help", check=0)

    assert in_english(said) == []
    assert "usage" not in said


def test_the_search_for_english_finds_it(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A search that finds nothing anywhere holds nothing."""
    with pytest.raises(SystemExit):
        main(["report", "--help"])

    assert "commands.about.report" in in_english(" ".join(capsys.readouterr().out.split()))


WRONG_USAGE: list[list[str]] = [
    ["nonsense"],
    ["report"],
    ["report", "x", "-o"],
    ["report", "x", "-o", "y", "--reader", "head"],
    ["journeys", "--json=1"],
    ["erase"],
    ["erase", "one", "--all"],
    ["erase", "--all", "more"],
    ["check", "--stale", "soon"],
    ["blank", "tiny", "-o", "x", "--copies", "0"],
    ["saved", "--passphrase-fd", "x"],
]


@pytest.mark.parametrize("words", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_told_in_welsh(words: list[str], run: Run) -> None:
    """What Python says of a command line is said in the language chosen, too."""
    said = run(*words, check=2)

    assert in_english(said) == []
    assert not re.search(r"\b(argument|error|invalid|expected|required|choose)\b", said)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"hello", b'{"a": 1', b'{"a": 1, "a": 2}', b'{"a": NaN}', b"[1 2]", b'{"a" 1}',
        b"{a: 1}", b"{} {}", b'{"a": "\\q"}', b'{"a": "', b"\xff", b"%PDF-1.7", b"PK\x03\x04",
        b'{"a": ' + b"9" * 5000 + b"}", b"[" * 500, b"[]", b'{"b": 1}',
    ],
)  # fmt: skip
def test_a_broken_answers_file_is_told_in_welsh(tmp_path: Path, content: bytes, run: Run) -> None:
    """Whatever came with the stick, the sentence about it is in the language chosen."""
    (tmp_path / "a.json").write_bytes(content)

    assert in_english(run("import", tmp_path / "a.json")) == []


CHANGES: list[dict[str, object]] = [
    {"format": "other"}, {"version": 99}, {"version": "one"}, {"journey": None}, {"journey": "tny"},
    {"policy": "newprt"}, {"title": "x" * 999}, {"title": 1}, {"started": "soon"},
    {"started": "2026-11-21T10:00:00"}, {"answers": {"t-when": "1026-11-21"}},
    {"title": "\ud800"}, {"people": []}, {"answers": {"t-pictur": {}}},
    {"answers": {"t-picture": {"value": "perhaps"}}},
    {"answers": {"t-picture": {"value": 1}}},
    {"answers": {"t-picture": {"show_to_slt": "yes"}}},
    {"actions": {"t-picture": {"by": "soon"}}},
    {"actions": {"t-picture": []}},
    {"strange": 1},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_what_does_not_belong_is_told_in_welsh(
    tmp_path: Path, change: dict[str, object], run: Run
) -> None:
    """Each thing that a file filled in by hand or script may have wrong."""
    path = tmp_path / "a.json"
    run("template", "tiny", "-o", path, check=0)
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change), "utf-8")

    said = run("report", path, "-o", tmp_path / "out.pdf")

    assert in_english(said) == []


def test_refusals_about_files_and_places_are_in_welsh(tmp_path: Path, run: Run) -> None:
    """The slips that everybody makes: a name, a folder, an id."""
    path, out = tmp_path / "a.json", tmp_path / "out.pdf"
    run("template", "tiny", "-o", path, check=0)
    for words in (
        ["report", tmp_path / "none.json", "-o", out],
        ["report", tmp_path, "-o", out],
        ["report", path, "-o", tmp_path],
        ["report", path, "-o", tmp_path / "no" / "out.pdf"],
        ["report", path, "-o", tmp_path / ("x" * 300)],
        ["report", path, "-o", out, "--policy", "none"],
        ["report", path, "-o", out, "--policy", "newprt"],
        ["template", "tny"],
        ["template", "xyz"],
        ["blank", "tiny", "-o", out, "--platform", "x"],
        ["read", path],
        ["verify", tmp_path / "none.pdf"],
        ["export", "none"],
        ["erase", "none"],
        ["import", tmp_path / "none"],
        ["journeys", "--content", tmp_path / "none"],
        ["journeys", "--school", tmp_path / "none"],
        ["demo", "-o", path],
        ["saved", "--data", path],
    ):
        assert in_english(run(*words)) == [], words


def test_wrong_passphrases_are_told_in_welsh(tmp_path: Path, run: Run) -> None:
    """Nobody is there to ask, the descriptor is closed, the passphrase is short."""
    take = ["take", "-o", tmp_path / "x.answers"]

    assert in_english(run(*take, "--file-passphrase-fd", "99", check=2)) == []
    reading, writing = os.pipe()
    os.write(writing, b"short\n")
    os.close(writing)
    assert in_english(run(*take, "--file-passphrase-fd", str(reading))) == []
    os.close(reading)


def test_faults_of_content_are_told_in_welsh(tmp_path: Path, run: Run) -> None:
    """Whoever writes content in Wales is told what is wrong in Welsh."""
    broken = QUESTIONS.replace("kind: text", "kind: txt").replace("who: head", "who: haed")
    folder = write_tiny(tmp_path / "broken", questions=broken)

    assert in_english(run("check", folder)) == []


def test_damage_is_told_in_welsh(tmp_path: Path, run: Run) -> None:
    """The worst moments are no moments for a foreign language."""
    path, kept = tmp_path / "a.json", tmp_path / "kept"
    run("template", "tiny", "-o", path, check=0)
    run("import", path, "--data", kept, check=0)
    store = next(kept.glob("*.db"))
    whole = store.read_bytes()
    for content in (b"", b"SQLite format 3\0" + bytes(4096), whole[:5000], b"x" * len(whole)):
        store.write_bytes(content)
        assert in_english(run("saved", "--data", kept)) == []
    store.unlink()
    assert in_english(run("saved", "--data", kept)) == []
    next(kept.glob("*.key")).write_bytes(b"short")
    assert in_english(run("saved", "--data", kept)) == []


def test_every_refusal_of_a_paper_has_its_welsh() -> None:
    """Those can not all be provoked here; that Welsh has each of them can be seen."""
    ids = {word_id for word_id in Words(FOLDER).ids() if word_id.startswith("returning.")}

    assert ids & Words(FOLDER, "cy").missing == set()


def test_no_command_is_left_out() -> None:
    """The list above is read from the source, and must not have gone empty."""
    assert {"report", "saved", "decide", "demo"} <= set(COMMANDS)
