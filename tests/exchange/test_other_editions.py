"""Answers files from an older content or another school: what is not asked here is not lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_school, write_tiny
from wizard.assess.readings import planned
from wizard.clock import SystemClock
from wizard.errors import InputFault
from wizard.exchange.answers_file import read_answers, write_answers
from wizard.exchange.untouched import marked
from wizard.model.answers import Action, Answer, Answers, Earlier, RiskRow
from wizard.model.carry import carry
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

NOW = SystemClock().now()

LATER = {
    "questions": QUESTIONS.replace("t-faces", "t-face")
    .replace("    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n")
    .replace("id: t-words", "id: t-new"),
    "journey": JOURNEY.replace("t-faces", "t-face").replace("t-words", "t-new"),
    "retired": (
        "kind\tid\tbecame\tin\ttext\n"
        "question\tt-faces\tt-face\t2\tCan you see a pupil's face?\n"
        "question\tt-words\t\t2\tWhat does it say?\n"
    ),
}


def written(pack: Pack, answers: Answers) -> Any:
    """Return an answers file, read as JSON."""
    run = Run("a" * 32, "tiny", pack.digest, NOW, NOW, "newport", answers=answers)
    return json.loads(write_answers(pack, run))


def older_file(folder: Path) -> Any:
    """Return an answers file of the first edition."""
    pack = open_pack(FolderSource(write_tiny(folder)), "tiny")
    given = {
        "t-picture": Answer("yes", "We asked the parents.", show_note=True),
        "t-faces": Answer("no"),
        "t-words": Answer("Our trip"),
    }
    return written(pack, Answers(given, {"t-faces": Action("Siân"), "t-words": Action("Amir")}))


def later_pack(folder: Path) -> Pack:
    """Return a later edition: one question renamed, one retired, one of another meaning."""
    write_tiny(folder, **LATER)
    (folder / "edition.yaml").write_text('edition: "2"\ndated: 2027-11-21\n', "utf-8")
    return open_pack(FolderSource(folder), "tiny")


def test_what_was_said_under_a_newer_meaning_is_no_answer_to_the_older(tmp_path: Path) -> None:
    """Home has the older program: the opposite of what was said stood there as the answer."""
    old = open_pack(FolderSource(write_tiny(tmp_path / "old")), "tiny")
    document = written(later_pack(tmp_path / "new"), Answers({"t-picture": Answer("yes")}))

    run = read_answers(document, "f", old, NOW)

    assert not run.answers["t-picture"].is_given
    assert [one.said for one in run.answers.earlier["t-picture"]] == ["Yes"]


def test_a_file_of_an_older_edition_goes_on_in_a_later_one(tmp_path: Path) -> None:
    """A file on a stick is a self-assessment too: nobody starts again because of it."""
    document, pack = older_file(tmp_path / "old"), later_pack(tmp_path / "new")

    answers = read_answers(document, "f", pack, NOW).answers

    assert answers["t-face"] == Answer("no")
    assert answers["t-words"] == Answer("Our trip")
    assert answers.actions == {"t-face": Action("Siân"), "t-words": Action("Amir")}
    # What came to mean something else is shown, and asked again.
    assert not answers["t-picture"].is_given
    assert answers.earlier["t-picture"] == (
        Earlier("Does it have a picture?", "Yes", "We asked the parents.", is_picked=True),
    )


def test_what_was_carried_is_written_and_read_again(tmp_path: Path) -> None:
    """A second trip loses no more than the first."""
    document, pack = older_file(tmp_path / "old"), later_pack(tmp_path / "new")
    once = read_answers(document, "f", pack, NOW).answers

    again = read_answers(written(pack, once), "f", pack, NOW).answers

    assert again == once


def test_what_stood_at_no_answer_under_another_meaning_stands_there_no_more(
    tmp_path: Path,
) -> None:
    """Note and plan stood on SLT's paper beneath words that their writer had not read."""
    pack = open_pack(FolderSource(write_tiny(tmp_path / "old")), "tiny")
    note = {"t-picture": Answer("", "Ask about her", show_note=True)}
    ticked = Answers(note, {"t-picture": Action("Siân")})
    file = written(pack, ticked)

    now = read_answers(file, "old.json", later_pack(tmp_path), NOW).answers

    assert not now.answers
    assert not now.actions
    assert [one.note for one in now.earlier["t-picture"]] == ["Ask about her", "Plan: Siân"]
    assert read_answers(file, "old.json", pack, NOW).answers == ticked


def test_an_answer_of_another_meaning_comes_beside_what_stands_there_already(
    tmp_path: Path,
) -> None:
    """What was written under the meaning before took its place: answer and note were gone."""
    old = open_pack(FolderSource(write_tiny(tmp_path / "old")), "tiny")
    before = Earlier("Was it a film?", "Told by the class", "FIRST WORDS")
    answers = Answers({"t-picture": Answer("no", "second words")}, earlier={"t-picture": (before,)})

    run = read_answers(written(old, answers), "f", later_pack(tmp_path / "new"), NOW)

    assert run.answers.earlier["t-picture"] == (
        before,
        Earlier("Does it have a picture?", "No", "second words", is_picked=True),
    )


@pytest.mark.parametrize("kind", ["date", "risks", "picked"])
def test_what_was_carried_along_unasked_comes_beside_a_question_it_does_not_answer(
    tmp_path: Path, kind: str
) -> None:
    """Carried twice, a file says no more of what kind it was: it was refused, all of it."""
    content = write_tiny(tmp_path / "content")
    school = write_school(tmp_path)
    own = school.read_text("utf-8")
    text = own.replace("      answers: risky\n", "      kind: text\n").partition("      todo:")[0]
    school.write_text(text, "utf-8")
    source = FolderSource(content)
    at_school, at_home = open_pack(source, "tiny", school), open_pack(source, "tiny")
    said = Answers({"our-lanyard": Answer("Mrs Price, by phone", "On Tuesday")})
    home = read_answers(written(at_school, said), "f", at_home, NOW).answers
    document = written(at_home, home)
    now = own if kind == "picked" else text.replace("kind: text", f"kind: {kind}")
    school.write_text(now, "utf-8")

    back = read_answers(document, "f", open_pack(source, "tiny", school), NOW).answers

    assert not back["our-lanyard"].is_given
    (one,) = back.earlier["our-lanyard"]
    assert (one.said, one.note, one.is_picked) == ("Mrs Price, by phone", "On Tuesday", False)


def test_a_policy_of_another_edition_keeps_nothing_out(tmp_path: Path) -> None:
    """Home does not know it: not one answer came in, where what is kept opens without it."""
    document, pack = older_file(tmp_path / "old"), later_pack(tmp_path / "new")
    document["policy"] = "st-davids"

    run = read_answers(document, "f", pack, NOW)

    assert run.policy == "st-davids"
    assert run.answers["t-face"] == Answer("no")


def test_a_choice_that_is_gone_is_shown_and_asked_again(tmp_path: Path) -> None:
    """An answer that no longer fits is neither dropped nor a reason to refuse the file."""
    document, pack = older_file(tmp_path / "old"), later_pack(tmp_path / "new")
    document["answers"]["t-faces"]["value"] = "from-behind"

    answers = read_answers(document, "f", pack, NOW).answers

    assert not answers["t-face"].is_given
    assert [one.said for one in answers.earlier["t-face"]] == ["from-behind"]


def test_a_risk_assessment_that_is_asked_otherwise_keeps_its_words(tmp_path: Path) -> None:
    """Hours of work became the number of its rows."""
    old = write_tiny(tmp_path / "old", questions=QUESTIONS.replace("kind: text", "kind: risks"))
    rows = (RiskRow("Rain", already="Coats", likelihood=2), RiskRow("Wind"))
    answers = Answers({"t-words": Answer(rows)})
    document = written(open_pack(FolderSource(old), "tiny"), answers)
    document["edition"] = "older"

    run = read_answers(document, "a", open_pack(FolderSource(write_tiny(tmp_path)), "tiny"), NOW)

    assert run.answers.earlier["t-words"][0].said == "Rain – Coats – 2\nWind"


def test_a_question_of_the_schools_own_comes_home_and_back(tmp_path: Path) -> None:
    """At home there is no school's file: its answers wait there unasked."""
    school = write_school(tmp_path)
    source = FolderSource(write_tiny(tmp_path / "content"))
    at_school, at_home = open_pack(source, "tiny", school), open_pack(source, "tiny")
    document = written(at_school, Answers({"our-lanyard": Answer("yes", "Mine.")}))

    home = read_answers(document, "f", at_home, NOW).answers
    back = read_answers(written(at_home, home), "f", at_school, NOW).answers

    assert home["our-lanyard"] == back["our-lanyard"] == Answer("yes", "Mine.")


@pytest.mark.parametrize("hops", [1, 2])
@pytest.mark.parametrize("text", ["Is your lanyard in the picture?", "Is it free of your lanyard?"])
def test_what_waited_in_a_file_is_no_answer_to_other_words(
    tmp_path: Path, text: str, hops: int
) -> None:
    """Taken home, gone on with, taken back: the school had asked something else since."""
    asked = "Is your lanyard in the picture?"
    school = write_school(tmp_path)
    source = FolderSource(write_tiny(tmp_path / "content"))
    at_school, at_home = open_pack(source, "tiny", school), open_pack(source, "tiny")
    plan = {"our-lanyard": Action("Siân", "2027-03-04")}
    said = Answers({"our-lanyard": Answer("yes", "Mine.", show_note=True)}, plan)
    document = written(at_school, said)
    for _ in range(hops):
        document = written(at_home, read_answers(document, "f", at_home, NOW).answers)
    school.write_text(school.read_text("utf-8").replace(asked, text), "utf-8")

    back = read_answers(document, "f", open_pack(source, "tiny", school), NOW).answers

    if text == asked:
        assert back == said
        return
    assert not back["our-lanyard"].is_given
    assert not back.actions
    assert back.earlier["our-lanyard"] == (
        Earlier(asked, "Yes", "Mine.", is_picked=True),
        Earlier(asked, "", "Plan: Siân, by 4 March 2027"),
    )


def test_what_a_file_brings_home_of_a_school_keeps_its_words_in_what_is_kept_there(
    tmp_path: Path,
) -> None:
    """Kept at home, opened there where another school's file asks by the same id."""
    school = write_school(tmp_path)
    source = FolderSource(write_tiny(tmp_path / "content"))
    at_school, at_home = open_pack(source, "tiny", school), open_pack(source, "tiny")
    document = written(at_school, Answers({"our-lanyard": Answer("yes")}))
    home = read_answers(document, "f", at_home, NOW).answers
    school.write_text(school.read_text("utf-8").replace("Is your", "Is any"), "utf-8")
    there = open_pack(source, "tiny", school)

    now = carry(at_home.journey, there.journey, {}, home, planned).answers

    assert not now["our-lanyard"].is_given
    asked = "Is your lanyard in the picture?"
    assert now.earlier["our-lanyard"] == (Earlier(asked, "Yes", is_picked=True),)


def test_what_content_of_the_same_edition_asked_besides_comes_home(tmp_path: Path) -> None:
    """A school had added a question to its content: all that was taken along there was refused."""
    pack = open_pack(FolderSource(write_tiny(tmp_path / "content")), "tiny")
    document = written(pack, Answers({"t-picture": Answer("yes")}))
    extra = {"text": "Did a colleague read it?", "kind": "line", "value": "Amir did"}
    document["answers"]["t-extra"] = extra
    with pytest.raises(InputFault, match="t-extra"):
        read_answers(document, "filled in by hand", pack, NOW)
    document = json.loads(marked(json.dumps(document).encode()))
    answers = read_answers(document, "f", pack, NOW).answers

    assert answers["t-picture"] == Answer("yes")
    assert "Amir did" in repr(answers)


@pytest.mark.parametrize("edition", ["1", "2"], ids=["the same edition", "another edition"])
def test_an_answer_to_a_question_of_another_schools_own_is_none_to_ours(
    tmp_path: Path, edition: str
) -> None:
    """Both had copied the example: a yes to one school's words stood under the other's."""
    school = write_school(tmp_path)
    source = FolderSource(write_tiny(tmp_path / "content"))
    document = written(
        open_pack(source, "tiny", school), Answers({"our-lanyard": Answer("yes", "Mine.")})
    )
    asked = document["answers"]["our-lanyard"]["text"]
    school.write_text(school.read_text("utf-8").replace(asked, "Is a name badge off?"), "utf-8")
    there = open_pack(source, "tiny", school)

    came = read_answers(document | {"edition": edition}, "f", there, NOW).answers

    assert not came["our-lanyard"].is_given
    assert came.earlier["our-lanyard"] == (Earlier(asked, "Yes", "Mine.", is_picked=True),)


WORDS = "  - id: t-words\n    text: What does it say?\n    kind: text\n"
TWO = WORDS + "  - id: t-more\n    text: To whom?\n    kind: text\n"
MERGED = {
    "questions": QUESTIONS.replace("id: t-words", "id: t-both"),
    "journey": JOURNEY.replace("t-words", "t-both"),
    "retired": (
        "kind\tid\tbecame\tin\ttext\n"
        "question\tt-words\tt-said\t2\tWhat does it say?\n"
        "question\tt-more\tt-both\t3\tTo whom?\n"
        "question\tt-said\tt-both\t3\tWhat does it say?\n"
    ),
}


def merged_pack(folder: Path) -> Pack:
    """Return a later edition: one question has taken in two, one of which was renamed before."""
    write_tiny(folder, **MERGED)
    (folder / "edition.yaml").write_text('edition: "3"\ndated: 2027-11-21\n', "utf-8")
    return open_pack(FolderSource(folder), "tiny")


def test_of_two_questions_that_became_one_a_file_brings_both_answers(tmp_path: Path) -> None:
    """One of them went without a word, and so did its note and what was planned for it."""
    old = write_tiny(
        tmp_path / "old",
        questions=QUESTIONS.replace(WORDS, TWO),
        journey=JOURNEY.replace("[t-words]", "[t-words, t-more]"),
    )
    given = Answers(
        {"t-words": Answer("Our trip", "A note"), "t-more": Answer("Mrs Price", "Another")},
        {"t-words": Action("Amir"), "t-more": Action("Siân", "2027-03-04")},
    )
    document = written(open_pack(FolderSource(old), "tiny"), given)

    answers = read_answers(document, "f", merged_pack(tmp_path / "new"), NOW).answers

    assert answers.answers == {"t-both": Answer("Our trip", "A note")}
    assert answers.actions == {"t-both": Action("Amir")}
    assert answers.earlier == {
        "t-both": (
            Earlier("To whom?", "Mrs Price", "Another"),
            Earlier("To whom?", "", "Plan: Siân, by 4 March 2027"),
        )
    }


def test_a_file_filled_in_by_hand_brings_both_answers_too(tmp_path: Path) -> None:
    """A bare value says nothing of what it was asked; it is there to see all the same."""
    document = written(open_pack(FolderSource(write_tiny(tmp_path / "old")), "tiny"), Answers())
    document["answers"] = {"t-words": "Our trip", "t-more": "Mrs Price"}
    document["actions"] = {"t-more": {"who": "Siân"}}

    answers = read_answers(document, "f", merged_pack(tmp_path / "new"), NOW).answers

    assert answers.answers == {"t-both": Answer("Our trip")}
    assert answers.earlier["t-both"] == (Earlier("What does it say?", "Mrs Price", "Plan: Siân"),)
    assert not answers.actions
