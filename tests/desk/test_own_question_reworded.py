"""A school's own question by the same id and other words: what was answered is no answer to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.sheets import filled
from wizard.desk.desk import Desk
from wizard.desk.handover import returning
from wizard.desk.paper import blanks, papers
from wizard.desk.places import Places
from wizard.model.answers import Answer
from wizard.model.clause import ALL_POLICIES

OURS = "Have you looked at our list of pupils who must not be in pictures?"
THEIRS = "Does the Head know that you post about her?"
ID = "riverside-photo-list"


FILE = """\
name: {name}
overlay:
  questions:
    - id: {id}
      journey: before-posting
      section: bp-the-post
      after: bp-what
      text: {text}
      answers: right
      todo: Do it.
      ask: Ask.
      who: head-or-deputy
{more}"""


def _school(folder: Path, name: str, text: str, more: str = "") -> Path:
    """Write a school's file; both copied the question's id from the example."""
    file = folder / f"{name}.yaml"
    file.write_text(FILE.format(name=name, id=ID, text=text, more=more), "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "meaning", "stays"), [(OURS, "", True), (THEIRS, "", False), (THEIRS, "1", True)]
)
def test_a_draft_under_another_file_is_asked_again(
    tmp_path: Path, text: str, meaning: str, stays: bool
) -> None:
    """The yes stood as the answer to words nobody had read; who says it fits, lets it stay."""
    said = f"      meaning: {meaning}\n" if meaning else ""
    desk = Desk(Places(tmp_path / "data", school=_school(tmp_path, "A", OURS, said)))
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "yes")
    desk.close()

    desk = Desk(Places(tmp_path / "data", school=_school(tmp_path, "B", text, said)))
    now = desk.runs.open(session.run.id).result().answers
    desk.close()

    assert (now[ID] == Answer("yes")) is stays
    earlier = [(one.question, one.said) for one in now.earlier.get(ID, ())]
    assert earlier == ([] if stays else [(OURS, "Yes")])


def test_a_form_that_was_printed_under_another_file_says_what_it_asked(tmp_path: Path) -> None:
    """The tick was put to the other question, and the sheet's own words stood nowhere."""
    before = Places(tmp_path / "data", school=_school(tmp_path, "A", OURS))
    order = blanks.BlankOrder(("before-posting",), blanks.Sheet.FORM)
    form = papers.draw(*blanks.compose(before, order))
    sheet = tmp_path / "filled.pdf"
    filled(sheet, form, {f"q:{ID}": "yes"})
    places = Places(tmp_path / "data", school=_school(tmp_path, "B", THEIRS))
    _pack, run, left_out = returning.read_run(sheet, places)

    assert not left_out
    assert not run.answers[ID].is_given
    assert [(one.question, one.said) for one in run.answers.earlier[ID]] == [(OURS, "Yes")]
