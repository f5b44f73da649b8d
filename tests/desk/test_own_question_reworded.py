"""A school's own question by the same id and other words: what was answered is no answer to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.sheets import filled
from wizard.desk.assessment import weighing
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, keeping, returning
from wizard.desk.paper import blanks, papers
from wizard.desk.places import Places
from wizard.desk.school.additions import meaning_in, read_additions
from wizard.model.answers import Action, Answer
from wizard.model.clause import ALL_POLICIES
from wizard.model.question import Question

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


@pytest.mark.parametrize("text", [OURS, THEIRS])
def test_a_draft_that_was_opened_without_the_file_meanwhile(tmp_path: Path, text: str) -> None:
    """The share was not there for a day: what was said before stood under other words after it."""
    school = _school(tmp_path, "A", OURS)
    desk = Desk(Places(tmp_path / "data", school=school))
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "yes")
    session.note(ID, "Tom is on it")
    session.show_note(ID, show=True)
    session.plan(ID, Action("Me", "2026-12-01"))
    said = session.answers
    desk.close()
    for day in ("Monday", "Tuesday"):
        desk = Desk(Places(tmp_path / "data"))
        desk.runs.open(session.run.id).result().rename(day)
        desk.close()
    _school(tmp_path, "A", text)

    desk = Desk(Places(tmp_path / "data", school=school))
    now = desk.runs.open(session.run.id).result().answers
    desk.close()

    if text == OURS:
        assert now == said
        return
    assert not now.answers
    assert not now.actions
    assert [(one.question, one.said, one.note) for one in now.earlier[ID]] == [
        (OURS, "Yes", "Tom is on it"),
        (OURS, "", "Plan: Me, by 1 December 2026"),
    ]


def test_at_home_what_was_answered_stands_with_what_was_asked(tmp_path: Path) -> None:
    """Home has no school's file: among what is kept it was called "yes", to no words at all."""
    desk = Desk(Places(tmp_path / "data", school=_school(tmp_path, "A", OURS)))
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "yes")
    desk.close()

    desk = Desk(Places(tmp_path / "data"))
    aside = weighing.set_aside(desk.runs.open(session.run.id).result())
    desk.close()

    assert [(one.question, one.said) for one in aside] == [(OURS, "Yes")]


THIRD = """\
      choices:
        - {id: a, text: The same day, becomes: in-place}
        - {id: b, text: At the end of the year, becomes: to-do}
"""
MOVED = """\
      choices:
        - {id: a, text: I keep them, becomes: to-do}
        - {id: b, text: The same day, becomes: in-place}
"""


def _choosing(folder: Path, choices: str) -> Path:
    """Write a school's file whose question has choices of its own."""
    file = _school(folder, "A", "When do you delete pictures?", choices)
    file.write_text(file.read_text("utf-8").replace("      answers: right\n", ""), "utf-8")
    return file


def test_a_choice_that_was_moved_in_the_file_is_not_picked_by_whom_it_was_not(
    tmp_path: Path,
) -> None:
    """Another choice was put first: "I keep them" stood there, and what was picked nowhere."""
    places = Places(tmp_path / "data", school=_choosing(tmp_path, THIRD))
    desk = Desk(places)
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "a")
    file = tmp_path / "kept.json"
    file.write_bytes(keeping.as_file(desk, session).content)
    desk.close()
    _choosing(tmp_path, MOVED)

    desk = Desk(places)
    kept = desk.runs.open(session.run.id).result().answers
    came = desk.runs.open(bringing.bring_in(desk, file).ids[0]).result().answers
    desk.close()

    for now in (kept, came):
        assert not now[ID].is_given
        assert [one.said for one in now.earlier[ID]] == ["The same day"]


def test_choices_in_another_order_are_the_same_choices(tmp_path: Path) -> None:
    """Each id says what it said: nobody is asked again."""
    places = Places(tmp_path / "data", school=_choosing(tmp_path, THIRD))
    desk = Desk(places)
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "a")
    desk.close()
    head, first, second = THIRD.splitlines(keepends=True)
    _choosing(tmp_path, head + second + first)

    desk = Desk(places)
    now = desk.runs.open(session.run.id).result().answers
    desk.close()

    assert now.answers == {ID: Answer("a")}
    assert not now.earlier


def _is_asked_anew(folder: Path, file: Path, run: str) -> Question:
    """See the yes beside the question, as the window and the content read it; return that."""
    desk = Desk(Places(folder / "data", school=file))
    now = desk.runs.open(run).result()
    desk.close()
    (entry,) = read_additions(file).questions
    asked = now.journey.question(ID)

    assert [(one.question, one.said) for one in now.answers.earlier[ID]] == [(OURS, "Yes")]
    assert not now.answers[ID].is_given
    assert asked is not None
    assert meaning_in(entry) == asked.meaning
    return asked


def test_a_yes_of_one_set_is_none_of_another(tmp_path: Path) -> None:
    """What was right by one stood as "Yes, or it might", to be put right, by the other."""
    file = _school(tmp_path, "A", OURS)
    desk = Desk(Places(tmp_path / "data", school=file))
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "yes")
    desk.close()
    file.write_text(file.read_text("utf-8").replace("answers: right", "answers: risky"), "utf-8")

    _is_asked_anew(tmp_path, file, session.run.id)


def test_a_yes_to_some_points_is_none_to_others(tmp_path: Path) -> None:
    """Those stand beneath the question, and weigh as it does: SLT read it as the yes to both."""
    point = (
        "      points:\n        - {id: riverside-point, text: Pupils can not find your account.,"
        " source: uk-frame, mark: seen, checked: 2026-09-01}\n"
    )
    file = _school(tmp_path, "A", OURS, point)
    desk = Desk(Places(tmp_path / "data", school=file))
    session = desk.runs.start("before-posting", ALL_POLICIES).result()
    session.answer(ID, "yes")
    desk.close()
    other = "You follow no parent of this school."
    file.write_text(
        file.read_text("utf-8").replace("Pupils can not find your account.", other), "utf-8"
    )

    asked = _is_asked_anew(tmp_path, file, session.run.id)
    assert [one.text for one in asked.points] == [other]


def test_the_window_reckons_with_the_meaning_that_a_file_has_by_its_words(tmp_path: Path) -> None:
    """Said to fit as before, it would be asked again."""
    file = _choosing(tmp_path, THIRD)
    desk = Desk(Places(tmp_path / "data", school=file))
    question = desk.runs.pack("before-posting").result().journey.question(ID)
    desk.close()

    (entry,) = read_additions(file).questions

    assert question is not None
    assert meaning_in(entry) == question.meaning


@pytest.mark.parametrize("choices", [THIRD, MOVED], ids=["the same file", "another file"])
def test_a_form_answers_a_question_of_the_schools_own_under_its_own_file(
    tmp_path: Path, choices: str
) -> None:
    """It stood beside the question, which was asked again; and in words of another choice."""
    places = Places(tmp_path / "data", school=_choosing(tmp_path, THIRD))
    order = blanks.BlankOrder(("before-posting",), blanks.Sheet.FORM)
    sheet = filled(
        tmp_path / "filled.pdf", papers.draw(*blanks.compose(places, order)), {f"q:{ID}": "a"}
    )
    _choosing(tmp_path, choices)

    _pack, run, left_out = returning.read_run(sheet, places)

    assert not left_out
    assert run.answers[ID] == (Answer("a") if choices is THIRD else Answer())
    said = [one.said for one in run.answers.earlier.get(ID, ())]
    assert said == ([] if choices is THIRD else ["The same day"])
