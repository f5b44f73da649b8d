"""A command goes over its own work, as it left it, and over nothing else that lies there."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from tests.desk.locks import OLD
from tests.desk.refusing import refusing
from tests.desk.sheets import remarked
from wizard.desk.lock.recovery_sheet import compose_sheet
from wizard.desk.paper import papers
from wizard.exchange.archive import write_archive
from wizard.exchange.carry_file import write_carried
from wizard.exchange.untouched import marked
from wizard.safe.recovery import new_code

Run = Callable[..., int]


def scanned(path: Path) -> None:
    """What the Head signed, scanned: a PDF that is none of ours."""
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(path)


WORDS = ("blank", "everything", "export", "read", "report", "take", "trace")
"""The commands that write a file; a template goes over nothing at all."""


@pytest.mark.parametrize(
    "thing", ["archive", "scan", "remark", "bare", "sheet", "store", "notes", "utf-16"]
)
def test_what_a_command_does_not_know_as_its_own_stays(
    cheap: None,
    tmp_path: Path,
    run: Run,
    answered: Path,
    thing: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each hour of trying found another file that may be all there is: nothing else goes now."""
    assert run("saved") == 0
    run_id = capsys.readouterr().out.split()[0]
    paper, out = tmp_path / "paper.pdf", tmp_path / thing
    assert run("report", run_id, "-o", paper) == 0
    match thing:
        case "archive":
            inside = answered.read_bytes().replace(b'"id": "', b'"id": "another')
            out.write_bytes(write_archive([("1.json", inside)]))
        case "scan":
            scanned(out)
        case "remark":
            assert run("report", run_id, "--reader", "slt", "-o", out) == 0
            remarked(out)
        case "bare":
            assert run("template", "tiny", "-o", tmp_path / "other.json") == 0
            assert run("report", tmp_path / "other.json", "--no-data", "-o", out) == 0
        case "sheet":
            out.write_bytes(papers.draw(compose_sheet(new_code(), datetime.now(UTC))))
        case "store":
            out = tmp_path / "data" / "answers.db"
        case "notes":
            out.write_text("An hour of words", "utf-8")
        case _:
            out.write_text(answered.read_text("utf-8"), "utf-16")
    before = out.read_bytes()
    named: dict[str, list[object]] = {
        "blank": ["tiny"], "export": [run_id], "read": [paper], "report": [run_id],
    }  # fmt: skip
    secret, give = os.pipe()
    os.write(give, f"{OLD}\n".encode())
    named["take"] = ["--file-passphrase-fd", secret]

    for word in WORDS:
        assert run(word, *named.get(word, []), "-o", out) == 1, word
        # The program itself goes on writing into its store: of each copy a mark.
        assert thing == "store" or out.read_bytes() == before, word
        assert "nothing was written" in capsys.readouterr().err
    os.close(give)
    os.close(secret)
    assert run("saved") == 0
    assert capsys.readouterr().out.startswith(run_id)


def test_an_archive_goes_over_none_that_holds_more(
    tmp_path: Path, run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each night under the same name: what had been deleted since was in the one before alone."""
    archive = tmp_path / "everything.zip"
    assert run("import", answered) == 0
    run_id = capsys.readouterr().out.split()[-1]
    for _ in range(2):
        assert run("everything", "-o", archive) == 0
    before = archive.read_bytes()
    assert run("erase", run_id, "--yes") == 0

    assert run("everything", "-o", archive) == 1

    assert archive.read_bytes() == before


FORGED: dict[str, list[object]] = {
    "answers": [[1], "words", {"t-picture": 1}, {"t-picture": [1]}],
    "people": [{"head": "Mair"}],
    "earlier": [{"t-picture": 1}, [1]],
    "decisions": [1, [1], [{}], [{"fingerprint": [], "who": "Mair", "role": "head"}]],
}


@pytest.mark.parametrize(
    ("part", "shape"), [(part, shape) for part, shapes in FORGED.items() for shape in shapes]
)
def test_what_is_marked_as_ours_and_is_none_of_ours_is_told_in_a_sentence(
    tmp_path: Path,
    run: Run,
    answered: Path,
    part: str,
    shape: object,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever knows how the mark is made can make it; the command ended in a traceback."""
    out, archive = tmp_path / "out.json", tmp_path / "everything.zip"
    assert run("saved") == 0
    run_id = capsys.readouterr().out.split()[0]
    assert run("export", run_id, "-o", out) == 0
    out.write_bytes(marked(json.dumps(json.loads(out.read_bytes()) | {part: shape}).encode()))
    archive.write_bytes(write_archive([("1.json", out.read_bytes())]))

    for words in (("export", run_id, "-o", out), ("everything", "-o", archive)):
        assert run(*words) == 1
        assert "nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize("word", WORDS)
def test_what_can_not_be_looked_at_for_a_moment_stays(
    cheap: None, tmp_path: Path, run: Run, answered: Path, word: str
) -> None:
    """A script that was refused each week went over it the one time that a share said nothing."""
    out = tmp_path / "mine.answers"
    out.write_bytes(write_carried([answered.read_bytes()], OLD))
    before = out.read_bytes()
    paper = tmp_path / "paper.pdf"
    assert run("report", answered, "-o", paper) == 0
    run_id = json.loads(answered.read_bytes())["id"]
    named: dict[str, list[object]] = {
        "blank": ["tiny"], "export": [run_id], "read": [paper], "report": [answered],
    }  # fmt: skip
    for first in range(6):
        secret, give = os.pipe()
        os.write(give, f"{OLD}\n".encode())
        os.close(give)
        named["take"] = ["--file-passphrase-fd", secret]
        with refusing(out, first, 1):
            assert run(word, *named.get(word, []), "-o", out) == 1
        os.close(secret)
        assert out.read_bytes() == before
