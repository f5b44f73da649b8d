"""Where an older store was put back, what was written since is in files alone: they stay."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tiny import QUESTIONS, write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model.answers import RiskRow
from wizard.model.decision import Decided
from wizard.model.paper import Paper

Run = Callable[..., int]


def _answer(
    places: Places, day: int, run_id: str | None, question: str, words: str | tuple[RiskRow, ...]
) -> str:
    """Answer one thing on a day of November; return the id of what it was answered in."""
    clock = FixedClock(datetime(2026, 11, day, 9, tzinfo=UTC))
    desk = Desk(Places(places.data, places.content, clock=clock))
    opened = desk.runs.open(run_id) if run_id else desk.runs.start("tiny", "all")
    session = opened.result()
    session.answer(question, words)
    desk.close()
    return session.run.id


def test_no_paper_for_somebody_else_goes_over_slts(tmp_path: Path, run: Run) -> None:
    """Without a word for whom it was "for me", private notes and all, in SLT's folder."""
    answers, paper = tmp_path / "mine.json", tmp_path / "for-slt.pdf"
    assert run("template", "tiny", "-o", answers) == 0
    assert run("report", answers, "--reader", "slt", "-o", paper) == 0
    before = paper.read_bytes()

    assert run("report", answers, "-o", paper) == 1

    assert paper.read_bytes() == before
    assert run("report", answers, "--reader", "slt", "-o", paper) == 0


def test_a_script_goes_over_nothing_that_a_store_put_back_lacks(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """One answer later the export, the paper and the archive of the day before were gone over."""
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "data", content)
    where = ("--data", places.data, "--content", content)
    run_id = _answer(places, 16, None, "t-picture", "yes")
    shutil.copytree(places.data, tmp_path / "backup")
    _answer(places, 17, run_id, "t-words", "Tuesday")
    made = {
        ("export", run_id): tmp_path / "mine.json",
        ("report", run_id, "--reader", "me"): tmp_path / "mine.pdf",
        ("everything",): tmp_path / "mine.zip",
    }
    for words, path in made.items():
        assert run(*words, "-o", path, *where) == 0
    before = [path.read_bytes() for path in made.values()]
    shutil.rmtree(places.data)
    shutil.copytree(tmp_path / "backup", places.data)
    _answer(places, 18, run_id, "t-faces", "no")

    for words, path in made.items():
        assert run(*words, "-o", path, *where) == 1
    assert [path.read_bytes() for path in made.values()] == before
    assert capsys.readouterr().err.count("nothing was written") == len(made)

    _answer(places, 19, run_id, "t-words", "Tuesday, once more")
    for words, path in made.items():
        # The store knows each paper that it made, and no file.
        assert run(*words, "-o", path, *where) == ("report" in words)
    document = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    assert document["answers"]["t-words"]["value"] == "Tuesday, once more"


@pytest.mark.parametrize(
    ("how", "question", "words"),
    [
        ((), "t-words", "Wednesday"),
        (("--no-data",), "t-faces", "no"),
        (("--reader=slt",), "t-faces", "no"),
    ],
)
def test_a_paper_that_a_store_put_back_never_made_stays(
    tmp_path: Path,
    run: Run,
    how: tuple[str, ...],
    question: str,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What was answered since stood on it alone, or was written again and stood there first."""
    content = write_tiny(tmp_path / "content")
    places, paper = Places(tmp_path / "data", content), tmp_path / "paper.pdf"
    run_id = _answer(places, 16, None, "t-picture", "yes")
    report = ("report", run_id, *how, "-o", paper, "--data", places.data, "--content", content)
    shutil.copytree(places.data, tmp_path / "backup")
    assert run(*report) == 0
    _answer(places, 17, run_id, "t-words", "Tuesday")
    assert run(*report) == 0
    before = paper.read_bytes()
    shutil.rmtree(places.data)
    shutil.copytree(tmp_path / "backup", places.data)
    _answer(places, 18, run_id, question, words)

    assert run(*report) == 1

    assert paper.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err


def test_no_row_of_a_risk_assessment_goes_with_a_file(tmp_path: Path, run: Run) -> None:
    """The first one stood in its place, and the two that were written since went with the file."""
    questions = QUESTIONS.replace("kind: text", "kind: risks")
    content, out = write_tiny(tmp_path / "content", questions=questions), tmp_path / "mine.json"
    places = Places(tmp_path / "data", content)
    export = ("export", "-o", out, "--data", places.data, "--content", content)
    rain, wind = RiskRow("Rain"), RiskRow("Wind", further="Go in")
    run_id = _answer(places, 16, None, "t-words", (rain,))
    shutil.copytree(places.data, tmp_path / "backup")
    _answer(places, 17, run_id, "t-words", (rain, wind))
    assert run(*export, run_id) == 0
    before = out.read_bytes()
    shutil.rmtree(places.data)
    shutil.copytree(tmp_path / "backup", places.data)
    _answer(places, 18, run_id, "t-picture", "yes")

    assert run(*export, run_id) == 1

    assert out.read_bytes() == before
    _answer(places, 19, run_id, "t-words", (rain, wind))
    assert run(*export, run_id) == 0


def test_no_later_decision_goes_with_a_file(tmp_path: Path, run: Run) -> None:
    """What the Head decided last stood in it alone, beside the same answers by the same hand."""
    content, out = write_tiny(tmp_path / "content"), tmp_path / "mine.json"
    places = Places(tmp_path / "data", content)
    run_id = _answer(places, 16, None, "t-picture", "yes")
    export = ("export", run_id, "-o", out, "--data", places.data, "--content", content)
    _decide(places, 17, run_id, Decided.APPROVED)
    shutil.copytree(places.data, tmp_path / "backup")
    _decide(places, 18, run_id, Decided.NOT_YET)
    assert run(*export) == 0
    before = out.read_bytes()
    shutil.rmtree(places.data)
    shutil.copytree(tmp_path / "backup", places.data)

    assert run(*export) == 1

    assert out.read_bytes() == before
    _decide(places, 19, run_id, Decided.NOT_YET)
    assert run(*export) == 0


def _decide(places: Places, day: int, run_id: str, decided: Decided) -> None:
    """Record what the Head decided, on a day of November."""
    moment = datetime(2026, 11, day, 9, tzinfo=UTC)
    desk = Desk(Places(places.data, places.content, clock=FixedClock(moment)))
    paper = Paper(run_id, "7F3K-92QX", "QPYW GUD4", "slt", moment, has_data=False)
    desk.decisions.record(paper, decided, who="Mair Price", role="Head").result()
    desk.close()
