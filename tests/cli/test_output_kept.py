"""What lies where a command is told to write: never gone where it may be the only one."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.locks import OLD
from tests.desk.sheets import filled
from wizard.exchange.carry_file import write_carried
from wizard.exchange.untouched import marked

Run = Callable[..., int]


@pytest.mark.parametrize("word", ["everything", "template", "report"])
def test_no_command_writes_over_what_was_taken_along(
    cheap: None,
    tmp_path: Path,
    run: Run,
    answered: Path,
    word: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The encrypted file may be all there is of somebody's answers; only one command asked."""
    home = tmp_path / "home.answers"
    home.write_bytes(before := write_carried([answered.read_bytes()], OLD))
    named = {"everything": (), "template": ("tiny",), "report": (answered,)}[word]

    assert run(word, *named, "-o", home) == 1

    assert home.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize("way", ["name", "link"])
def test_what_is_read_is_not_written_over(
    tmp_path: Path, run: Run, answered: Path, way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answers read out of a signed paper stood in the place of the paper."""
    paper = tmp_path / "signed.pdf"
    assert run("report", answered, "-o", paper) == 0
    before, out = paper.read_bytes(), paper
    if way == "link":
        out = tmp_path / "out.json"
        os.link(paper, out)

    assert run("read", paper, "-o", out) == 1
    assert run("report", answered, "-o", answered) == 1

    assert paper.read_bytes() == before
    assert b"t-picture" in answered.read_bytes()
    assert "read from" in capsys.readouterr().err


@pytest.mark.parametrize("is_there", [True, False], ids=["to a file", "to none yet"])
def test_what_a_link_leads_to_is_written(
    tmp_path: Path,
    run: Run,
    answered: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    is_there: bool,
) -> None:
    """The link went, and on the stick that it led to lay the paper of the week before."""
    (tmp_path / "stick").mkdir()
    paper, link = tmp_path / "stick" / "mine.pdf", tmp_path / "mine.pdf"
    link.symlink_to(paper)
    if is_there:
        assert run("report", answered, "-o", paper) == 0
        document = json.loads(answered.read_text("utf-8"))
        document["answers"]["t-words"]["value"] = "Our trip"
        answered.write_text(json.dumps(document), "utf-8")

    assert run("report", answered, "-o", link) == 0

    assert link.is_symlink()
    assert run("read", paper) == 0
    assert ("Our trip" in capsys.readouterr().out) == is_there
    assert [one.name for one in (tmp_path / "stick").iterdir()] == ["mine.pdf"]


@pytest.mark.parametrize("name", ["round", "round/mine.json"])
def test_a_link_that_leads_round_is_told(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """It ended in a traceback."""
    (tmp_path / "round").symlink_to(tmp_path / "round")

    assert run("template", "tiny", "-o", tmp_path / name) == 1

    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_template_empties_no_file(
    run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made a second time under the same name, it took the answers that were written into it."""
    before = answered.read_bytes()

    assert run("template", "tiny", "-o", answered) == 1

    assert answered.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err


def test_a_paper_does_not_go_over_that_of_other_answers(
    tmp_path: Path, run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line before by arrow up, with another id: the PDF was all that was left of the first."""
    paper, other = tmp_path / "for me.pdf", tmp_path / "other.json"
    assert run("report", answered, "-o", paper) == 0
    before = paper.read_bytes()
    assert run("template", "tiny", "-o", other) == 0

    assert run("report", other, "-o", paper) == 1

    assert paper.read_bytes() == before
    assert "nowhere else" in capsys.readouterr().err


def test_a_paper_may_be_made_anew(tmp_path: Path, run: Run, answered: Path) -> None:
    """Scripts do it each night."""
    paper = tmp_path / "paper.pdf"
    assert run("report", answered, "-o", paper) == 0
    assert run("report", answered, "-o", paper) == 0


@pytest.mark.parametrize("name", ["form.pdf", "form.PDF", "form"])
def test_a_form_empties_no_form(
    tmp_path: Path, run: Run, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command was given again by arrow up, and all that was filled in meanwhile went."""
    form = tmp_path / name
    assert run("blank", "tiny", "--fillable", "-o", form) == 0
    filled(form, form.read_bytes(), {"q:t-words": "An hour of words"})
    before = form.read_bytes()

    assert run("blank", "tiny", "--fillable", "-o", form) == 1

    assert form.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err
    sheet = tmp_path / "sheet.pdf"
    assert run("blank", "tiny", "-o", sheet) == 0
    assert run("blank", "tiny", "-o", sheet) == 0


def test_examples_that_were_filled_in_stay(tmp_path: Path, run: Run) -> None:
    """Made once more into the same folder, they took the answers of whoever tried them out."""
    folder = tmp_path / "out"
    assert run("demo", "-o", folder) == 0
    made = {path.name for path in folder.iterdir()}
    form, answers = folder / "tiny - blank, to fill in on screen.pdf", folder / "tiny.json"
    filled(form, form.read_bytes(), {"q:t-words": "An hour of words"})
    answers.write_text(answers.read_text("utf-8").replace('""', '"Mine"', 1), "utf-8")
    before = {path: path.read_bytes() for path in (form, answers)}

    assert run("demo", "-o", folder) == 0

    assert {path: path.read_bytes() for path in before} == before
    new = {path.name for path in folder.iterdir()} - made
    assert new == {"tiny - blank, to fill in on screen (2).pdf", "tiny (2).json"}


def test_an_example_goes_beside_a_folder_of_its_name(tmp_path: Path, run: Run) -> None:
    """It ended in a traceback."""
    (tmp_path / "tiny.json").mkdir()

    assert run("demo", "-o", tmp_path) == 0

    assert (tmp_path / "tiny (2).json").is_file()


@pytest.mark.parametrize("word", ["blank", "export", "report"])
def test_what_somebody_filled_in_is_not_written_over(
    tmp_path: Path, run: Run, answered: Path, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line by arrow up, a name mistaken: the form, or the file filled in by hand, was gone."""
    form, sheet = tmp_path / "form.pdf", tmp_path / "sheet.json"
    assert run("blank", "tiny", "--fillable", "-o", form) == 0
    filled(form, form.read_bytes(), {"q:t-words": "An hour of words"})
    sheet.write_bytes(answered.read_bytes())
    assert run("saved") == 0
    run_id = capsys.readouterr().out.split()[0]
    out, named = {"blank": (form, "tiny"), "export": (sheet, run_id), "report": (form, answered)}[
        word
    ]
    before = out.read_bytes()

    assert run(word, named, "-o", out) == 1

    assert out.read_bytes() == before
    assert "nowhere else" in capsys.readouterr().err
    again, paper = tmp_path / "again.json", tmp_path / "paper.pdf"
    assert run("report", answered, "-o", paper) == 0
    for _ in range(2):
        # What the program wrote itself, scripts write anew each night.
        assert run("export", run_id, "-o", again) == 0
        assert run("report", answered, "-o", paper) == 0
        assert run("read", paper, "-o", tmp_path / "read.json") == 0
    assert run("blank", "tiny", "-o", paper) == 1


def test_a_file_filled_in_with_bare_values_is_not_written_over(
    tmp_path: Path, run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By hand or by a script the value stands there alone: the reader takes it."""
    document = json.loads(answered.read_text("utf-8"))
    document["answers"] = {"t-picture": "yes"}
    sheet = tmp_path / "sheet.json"
    sheet.write_text(json.dumps(document), "utf-8")
    assert run("saved") == 0
    run_id = capsys.readouterr().out.split()[0]

    assert run("export", run_id, "-o", sheet) == 1
    assert "nowhere else" in capsys.readouterr().err


def test_what_was_written_into_an_export_by_hand_stays(
    tmp_path: Path, run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its id was still the same, and the line given again by arrow up took the words."""
    assert run("saved") == 0
    run_id = capsys.readouterr().out.split()[0]
    paper = tmp_path / "paper.pdf"
    assert run("report", answered, "-o", paper) == 0
    for word, named in (("export", run_id), ("read", paper)):
        out = tmp_path / f"{word}.json"
        assert run(word, named, "-o", out) == 0
        words = out.read_text("utf-8").replace('"note": ""', '"note": "An hour by hand"', 1)
        out.write_text(words, "utf-8")

        assert run(word, named, "-o", out) == 1

        assert out.read_text("utf-8") == words
        assert "nowhere else" in capsys.readouterr().err
        assert run("import", out) == 0


def test_an_older_paper_does_not_go_over_a_newer_export(
    tmp_path: Path, run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The export was all that was left of what had been written since the paper."""
    paper, newer = tmp_path / "week 1.pdf", tmp_path / "mine.json"
    document = json.loads(answered.read_text("utf-8"))
    document["changed"] = "2026-11-03T10:00:00+00:00"
    answered.write_text(json.dumps(document), "utf-8")
    assert run("report", answered, "-o", paper) == 0
    document |= {"changed": "2026-11-17T10:00:00+00:00", "title": "Week three"}
    newer.write_bytes(marked(json.dumps(document).encode()))
    before = newer.read_bytes()

    assert run("read", paper, "-o", newer) == 1

    assert newer.read_bytes() == before
    assert "nowhere else" in capsys.readouterr().err
    assert run("report", newer, "-o", paper) == 0
    assert run("report", answered, "-o", paper) == 1


def test_what_is_read_of_slts_paper_is_what_it_is_verified_by(
    tmp_path: Path, run: Run, answered: Path
) -> None:
    """The mark of an answers file was put in, and that reader knows none."""
    paper, saved = tmp_path / "slt.pdf", tmp_path / "slt.json"
    assert run("report", answered, "--reader", "slt", "-o", paper) == 0
    assert run("read", paper, "-o", saved) == 0

    assert run("verify", paper, saved) == 0


@pytest.mark.parametrize("what", ["report", "report kept", "blank", "everything"])
def test_what_came_while_it_was_drawn_stays(
    tmp_path: Path, run: Run, answered: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command looks before it draws, which takes a second; what came meanwhile was gone."""
    out, is_coming = tmp_path / "out", True
    assert run("saved") == 0
    run_id = capsys.readouterr().out.split()[0]
    words: dict[str, list[object]] = {
        "report": ["report", answered], "report kept": ["report", run_id],
        "blank": ["blank", "tiny"], "everything": ["everything"],
    }  # fmt: skip

    def come(event: str, _given: tuple[object, ...]) -> None:
        nonlocal is_coming
        if is_coming and event == "subprocess.Popen":
            is_coming = False
            out.write_bytes(b"a colleague's")

    sys.addaudithook(come)
    assert run(*words[what], "-o", out) == 0

    assert out.read_bytes() == b"a colleague's"
    assert "out (2)" in capsys.readouterr().out
    assert (tmp_path / "out (2)").read_bytes()[:2] in (b"%P", b"PK")
