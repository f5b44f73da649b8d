"""The commands: what they write, and one clear sentence where they can not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiny import QUESTIONS, write_tiny
from wizard.cli.main import main
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.safe.limits import NOTE_LETTERS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command on tiny content; returns its exit code, output and complaints."""
    content = write_tiny(tmp_path / "content")

    def ran(*words: str | Path) -> tuple[int, str, str]:
        places = ["--content", str(content), "--data", str(tmp_path / "data")]
        try:
            code = main([*map(str, words), *places])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def answered(tmp_path: Path, run: Run) -> Path:
    """An answers file of the tiny journey with one answer in it."""
    path = tmp_path / "answers.json"
    run("template", "tiny", "-o", path)
    document = json.loads(path.read_text("utf-8"))
    document["answers"]["t-picture"]["value"] = "yes"
    document["answers"]["t-picture"]["note"] = "Private words of mine"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_journeys_are_listed_for_people_and_programs(run: Run) -> None:
    """Others script this: id, title, questions."""
    assert run("journeys")[1].split() == ["tiny", "3", "Tiny"]
    assert json.loads(run("journeys", "--json")[1]) == [
        {"id": "tiny", "title": "Tiny", "questions": 3}
    ]


def test_places_may_stand_before_the_command(tmp_path: Path, run: Run) -> None:
    """The issue says: before or after any command."""
    other = write_tiny(
        tmp_path / "other",
        index=("id\ttitle\tabout\tminutes\tquestions\ntiny\tOther\tA small one.\t1\t3\n"),
    )

    assert main(["--content", str(other), "journeys"]) == 0


def test_template_fill_report(tmp_path: Path, run: Run, answered: Path) -> None:
    """The way from nothing to a PDF, as a script goes it."""
    paper = tmp_path / "out.pdf"

    code, out, err = run("report", answered, "-o", paper)

    assert (code, out, err) == (0, "", "")
    assert paper.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("extra", [[], ["--large-print"]])
def test_blank(tmp_path: Path, run: Run, extra: list[str]) -> None:
    """The blank sheet, in both sizes."""
    paper = tmp_path / "out.pdf"

    assert run("blank", "tiny", "-o", paper, *extra)[0] == 0
    assert paper.read_bytes().startswith(b"%PDF-")


def test_what_is_saved_goes_out_in_and_away(tmp_path: Path, run: Run, answered: Path) -> None:
    """Import, list, export, erase: the same answers come back, then nothing does."""
    out = tmp_path / "export.json"
    run_id = run("import", answered)[1].strip()

    assert [one["id"] for one in json.loads(run("saved", "--json")[1])] == [run_id]
    assert run("export", run_id, "-o", out)[0] == 0
    exported = json.loads(out.read_text("utf-8"))["answers"]["t-picture"]
    assert (exported["value"], exported["note"]) == ("yes", "Private words of mine")
    assert run("erase", run_id, "--yes")[0] == 0
    assert json.loads(run("saved", "--json")[1]) == []


def test_a_paper_that_does_not_open_again_is_told(tmp_path: Path, run: Run) -> None:
    """Whoever erases the answers after it has them nowhere: the window said so, no command did."""
    desk = Desk(Places(tmp_path / "data", tmp_path / "content"))
    session = desk.runs.start("tiny", "all").result(60)
    session.note("t-picture", "w" * (NOTE_LETTERS + 1))
    desk.close()
    code, _, complained = run(
        "report", session.run.id, "--reader", "me", "-o", tmp_path / "mine.pdf"
    )

    assert (code, len(complained.splitlines())) == (1, 1)
    assert "The answers in mine.pdf may not open again" in complained
    assert run("report", session.run.id, "--reader", "slt", "-o", tmp_path / "slt.pdf")[0] == 0


def test_erasing_asks_first(monkeypatch: pytest.MonkeyPatch, run: Run, answered: Path) -> None:
    """Without a yes nothing is erased."""
    import io

    run("import", answered)
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))

    code, _, err = run("erase", "--all")

    assert (code, err) == (1, "Nothing was erased.\n")
    assert len(json.loads(run("saved", "--json")[1])) == 1


def test_check_prints_every_fault(tmp_path: Path, run: Run) -> None:
    """One line each: file, line, what, what to do."""
    broken = QUESTIONS.replace("kind: text", "kind: txt").replace("who: head", "who: haed")
    folder = write_tiny(tmp_path / "broken", questions=broken)

    code, out, err = run("check", folder)

    assert code == 1
    assert len(out.splitlines()) == 3
    assert (
        f"{folder}/questions/tiny.yaml:18: “txt” is not allowed here; did you mean “text”?" in out
    )
    assert err == "Faults found: 3. Nothing was changed.\n"


def test_broken_content_stops_other_commands_in_the_same_words(tmp_path: Path, run: Run) -> None:
    """Whoever edits content and forgets to check is told all the same."""
    folder = write_tiny(tmp_path / "broken", questions=QUESTIONS.replace("kind: text", "kind: x"))

    code = main(["template", "tiny", "--content", str(folder)])

    assert code == 1


def test_trace_lists_what_carries_each_clause(run: Run) -> None:
    """Header first; a clause that nothing carries is in the list too."""
    lines = run("trace")[1].splitlines()

    assert lines[0] == "clause\tcarrier kind\tcarrier id\tjourney"
    assert "newport.rule\tquestion\tt-picture\ttiny" in lines
    assert "oakfield.rule\t\t\t" in lines
    texts = run("trace", "--text")[1].splitlines()
    assert texts[1].split("\t")[4:] == ["Think first.", "Does it have a picture?"]


WRONG_USE = [["bogus"], ["report", "x.json"], ["blank"], ["erase"], ["journeys", "--jsn"]]


@pytest.mark.parametrize("words", WRONG_USE, ids=lambda words: " ".join(words))
def test_wrong_use_ends_with_two(run: Run, words: list[str]) -> None:
    """Scripts tell wrong use from a wrong file."""
    assert run(*words)[0] == 2


def test_a_fault_of_the_input_is_one_sentence_and_writes_nothing(
    tmp_path: Path, run: Run, answered: Path
) -> None:
    """No traceback, no half file, exit 1."""
    paper = tmp_path / "out.pdf"
    torn = tmp_path / "torn.json"
    torn.write_bytes(answered.read_bytes()[:300])
    cases: list[tuple[list[str | Path], str]] = [
        (["report", torn, "-o", paper], "ends too early"),
        (["report", tmp_path / "none.json", "-o", paper], "it is not there"),
        (["report", answered, "-o", paper, "--policy", "newprt"], "did you mean “newport”?"),
        (["report", answered, "-o", tmp_path / "no" / "out.pdf"], "does not exist"),
        (["report", answered, "-o", tmp_path], "is a folder"),
        (["template", "tny"], "did you mean “tiny”?"),
        (["export", "none"], "no self-assessment with the id “none”"),
    ]
    for words, told in cases:
        code, out, err = run(*words)

        assert (code, out) == (1, "")
        assert told in err
        assert err.count("\n") == 1

    assert not paper.exists()


def test_while_the_answers_are_open_elsewhere_it_says_so(
    tmp_path: Path, run: Run, answered: Path
) -> None:
    """Two programs on one store would lose somebody's answers."""
    from wizard.desk.desk import Desk
    from wizard.desk.places import Places

    desk = Desk(Places(tmp_path / "data", tmp_path / "content"))
    desk.ready.result()
    try:
        for words in (["saved"], ["import", answered], ["erase", "--all", "--yes"]):
            code, out, err = run(*words)

            assert (code, out) == (1, "")
            assert err.count("\n") == 1
    finally:
        desk.close()


def test_a_fault_in_the_schools_file_comes_alone(tmp_path: Path, run: Run) -> None:
    """An office lead who reads "No faults found" first would stop reading."""
    school = tmp_path / "school.yaml"
    school.write_text("nam: X\n", encoding="utf-8")

    code, out, err = run("check", "--school", school)

    assert (code, out) == (1, "")
    assert "did you mean “name”?" in err


def test_output_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    """A full disk behind a redirection is a sentence, not a traceback."""
    from tests.program import TOP

    command = [sys.executable, str(TOP / "app.py"), "journeys"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == "The output could not be written: there is no room left.\n"
