"""One template, copied to many: what one of them answered never goes under another's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]


@pytest.mark.parametrize("named", [True, False], ids=["named", "by answers alone"])
def test_a_paper_of_one_copy_does_not_go_over_that_of_another(
    tmp_path: Path, run: Run, named: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both are filled in by hand and say the same id and time: the first paper was gone."""
    template, out = tmp_path / "template.json", tmp_path / "paper.pdf"
    assert run("template", "tiny", "-o", template) == 0
    whole = json.loads(template.read_text("utf-8"))

    def copy(who: str, words: str) -> Path:
        filled = dict(whole, answers={"t-words": words})
        if named:
            filled["people"] = {"staff": {"name": who}}
        path = tmp_path / f"{who}.json"
        path.write_text(json.dumps(filled), "utf-8")
        return path

    mair, amir = copy("Mair", "Mine"), copy("Amir", "Mine" if named else "His")
    assert run("report", mair, "-o", out) == 0
    before = out.read_bytes()

    assert run("report", amir, "-o", out) == 1

    assert out.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err
    more = json.loads(mair.read_text("utf-8"))
    more["answers"]["t-picture"] = "yes"
    mair.write_text(json.dumps(more), "utf-8")
    assert run("report", mair, "-o", out) == 0


def test_the_answers_of_one_copy_do_not_go_over_those_of_another(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read out of two papers into one file: the first one's were gone."""
    template, out = tmp_path / "template.json", tmp_path / "out.json"
    assert run("template", "tiny", "-o", template) == 0
    whole = json.loads(template.read_text("utf-8"))
    for who in ("Mair", "Amir"):
        filled = tmp_path / f"{who}.json"
        filled.write_text(json.dumps(whole | {"answers": {"t-words": who}}), "utf-8")
        assert run("report", filled, "-o", tmp_path / f"{who}.pdf") == 0
    assert run("read", tmp_path / "Mair.pdf", "-o", out) == 0
    before = out.read_bytes()

    assert run("read", tmp_path / "Amir.pdf", "-o", out) == 1

    assert out.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["--no-data", "--reader=slt"])
def test_a_paper_without_answers_inside_goes_over_its_like_alone(
    tmp_path: Path, run: Run, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has the same id on it, and nothing in it to compare: the first one's was gone."""
    template, out = tmp_path / "template.json", tmp_path / "paper.pdf"
    assert run("template", "tiny", "-o", template) == 0
    whole = json.loads(template.read_text("utf-8"))
    for who in ("Mair", "Amir"):
        filled = tmp_path / f"{who}.json"
        filled.write_text(json.dumps(whole | {"answers": {"t-words": who}}), "utf-8")
    assert run("report", tmp_path / "Mair.json", what, "-o", out) == 0
    assert run("report", tmp_path / "Mair.json", what, "-o", out) == 0
    before = out.read_bytes()

    assert run("report", tmp_path / "Amir.json", what, "-o", out) == 1

    assert out.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err
