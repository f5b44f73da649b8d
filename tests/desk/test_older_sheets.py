"""A sheet of another edition comes in: what its questions and choices were is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.sheets import blank, came_in, filled
from tests.tiny import CHOICES, JOURNEY, QUESTIONS, write_tiny
from wizard.desk.handover import looking
from wizard.desk.places import Places
from wizard.model.answers import Answer, Earlier

DONT_KNOW = CHOICES.replace("{id: unsure, text: I am not sure,", "{id: dont-know, text: No idea,")
RETIRED = "kind\tid\tbecame\tin\ttext\n"


@pytest.mark.parametrize(
    "retired",
    [RETIRED + "choice\tunsure\t\t2\tI am not sure\n", RETIRED],
    ids=["recorded", "gone"],
)
def test_a_choice_that_is_gone_stands_beside_its_question(tmp_path: Path, retired: str) -> None:
    """One box of the sheet that is called otherwise by now kept all the others outside."""
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content"))
    form = blank(places)
    values = {"q:t-picture": "unsure", "n:t-picture": "My note", "q:t-words": "Our trip"}
    path = filled(tmp_path / "back.pdf", form, values)
    write_tiny(tmp_path / "content", choices=DONT_KNOW, retired=retired)

    answers = came_in(path, places)

    (earlier,) = answers.earlier["t-picture"]
    assert (earlier.question, earlier.said) == ("Does it have a picture?", "I am not sure")
    assert earlier.note == "My note"
    assert answers["t-words"].value == "Our trip"


def test_a_sheet_with_nothing_but_such_an_answer_is_filled_in(tmp_path: Path) -> None:
    """The window said that nothing was filled in yet, and did not offer to go on with it."""
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content"))
    path = filled(tmp_path / "back.pdf", blank(places), {"q:t-picture": "unsure"})
    write_tiny(tmp_path / "content", choices=DONT_KNOW)
    looked = looking.look(path, places)

    assert looked.kind is looking.Kind.FORM
    assert looked.has_answers


FACES = QUESTIONS[QUESTIONS.index("  - id: t-faces") : QUESTIONS.index("  - id: t-words")]
IN_WORDS = "  - id: t-faces\n    text: Whose faces?\n    kind: text\n"


@pytest.mark.parametrize(
    "today", [QUESTIONS, QUESTIONS.replace(FACES, IN_WORDS)], ids=["one of them", "words"]
)
def test_ticked_boxes_of_a_question_asked_otherwise_by_now_are_not_lost(
    tmp_path: Path, today: str
) -> None:
    """Several could be ticked on the sheet; they are no words of anybody's, and no one answer."""
    several = QUESTIONS.replace(FACES, FACES + "    kind: several\n")
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=several))
    form = blank(places)
    ticked = {"q:t-faces.yes": "yes", "q:t-faces.unsure": "unsure"}
    path = filled(tmp_path / "back.pdf", form, ticked)
    write_tiny(tmp_path / "content", questions=today)

    answers = came_in(path, places)

    (earlier,) = answers.earlier["t-faces"]
    assert earlier.question == "Can you see a pupil's face?"
    assert earlier.said == "Yes; I am not sure"
    assert answers["t-faces"] == Answer()


@pytest.mark.parametrize(
    ("typed", "came"),
    [("21/11/2026", Answer("2026-11-21")), ("next week", Answer("", "next week"))],
)
def test_a_day_under_the_name_the_question_had_is_read_as_one(
    tmp_path: Path, typed: str, came: Answer
) -> None:
    """Typed as the sheet asks for it, it was refused, and every other answer with it."""
    day = QUESTIONS.replace("id: t-words", "id: t-day").replace(
        "text\n", "date\n    assessed: no\n"
    )
    asks = {"questions": day, "journey": JOURNEY.replace("t-words", "t-day")}
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", **asks))
    form = blank(places)
    path = filled(tmp_path / "back.pdf", form, {"q:t-day": typed, "q:t-picture": "yes"})
    new = {name: text.replace("t-day", "t-when") for name, text in asks.items()}
    retired = RETIRED + "question\tt-day\tt-when\t2\tWhat does it say?\n"
    write_tiny(tmp_path / "content", **new, retired=retired)

    answers = came_in(path, places)

    assert answers["t-when"] == came
    assert answers["t-picture"].value == "yes"


PICTURE = "    text: Does it have a picture?\n"
FREE = "    text: Is it free of pictures?\n    meaning: 2\n"


@pytest.mark.parametrize("is_older", [True, False], ids=["older sheet", "newer sheet"])
def test_a_tick_under_another_meaning_is_no_answer_to_this_one(
    tmp_path: Path, is_older: bool
) -> None:
    """A sheet that came back in spring said the opposite of what its writer had ticked."""
    both = [QUESTIONS, QUESTIONS.replace(PICTURE, FREE)]
    then, now = both if is_older else reversed(both)
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=then))
    form = blank(places)
    values = {"q:t-picture": "yes", "n:t-picture": "My note", "q:t-words": "Our trip"}
    path = filled(tmp_path / "back.pdf", form, values)
    assert came_in(path, places)["t-picture"] == Answer("yes", "My note")
    write_tiny(tmp_path / "content", questions=now)

    answers = came_in(path, places)

    (earlier,) = answers.earlier["t-picture"]
    asked = "Does it have a picture?" if is_older else "Is it free of pictures?"
    assert (earlier.question, earlier.said, earlier.note) == (asked, "Yes", "My note")
    assert answers["t-picture"] == Answer()
    assert answers["t-words"].value == "Our trip"


def test_ticks_under_another_meaning_keep_the_question_they_were_made_at(tmp_path: Path) -> None:
    """Beside a question that was turned round, the old answer would say what nobody said."""
    several = QUESTIONS.replace(FACES, FACES + "    kind: several\n")
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=several))
    form = blank(places)
    path = filled(tmp_path / "back.pdf", form, {"q:t-faces.yes": "yes"})
    turned = several.replace(
        "Can you see a pupil's face?", "Is every face covered?\n    meaning: 2"
    )
    write_tiny(tmp_path / "content", questions=turned)

    (earlier,) = came_in(path, places).earlier["t-faces"]

    assert (earlier.question, earlier.said) == ("Can you see a pupil's face?", "Yes")


def test_rows_that_no_question_takes_are_told(tmp_path: Path) -> None:
    """A whole risk assessment went without a word where today's was a question to tick then."""
    risks = "  - id: t-words\n    text: What could go wrong?\n    kind: risks\n    assessed: no\n"
    words = QUESTIONS[QUESTIONS.index("  - id: t-words") :]
    several = QUESTIONS.replace(FACES, FACES + "    kind: several\n")
    then = several.replace(words, risks)
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=then))
    form = blank(places)
    values = {
        "q:t-faces.yes": "yes",
        "r:t-words:1:hazard": "A pupil is known",
        "q:t-picture": "yes",
    }
    path = filled(tmp_path / "back.pdf", form, values)
    now = QUESTIONS.replace(FACES, risks.replace("t-words", "t-faces"))
    write_tiny(tmp_path / "content", questions=now)

    looked = looking.look(path, places)

    assert looked.filled is not None
    assert looked.filled.run.answers.earlier["t-faces"][0].said == "Yes"
    assert "A pupil is known" in {one.words for one in looked.left}


@pytest.mark.parametrize(
    ("first", "stands", "beside"),
    [
        (
            {"q:t-picture": "no"},
            Answer("no", "A note"),
            Earlier("Can you see a pupil's face?", "Yes", "Another", is_picked=True),
        ),
        (
            {},
            Answer("yes", "Another"),
            Earlier("Does it have a picture?", "", "A note"),
        ),
    ],
    ids=["both answered", "one left open"],
)
def test_two_questions_of_a_sheet_that_became_one_are_both_there(
    tmp_path: Path, first: dict[str, str], stands: Answer, beside: Earlier
) -> None:
    """The second was kept where nobody asks any more, and said nothing of its own question."""
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content"))
    notes = {"n:t-picture": "A note", "n:t-faces": "Another"}
    path = filled(tmp_path / "back.pdf", blank(places), first | {"q:t-faces": "yes"} | notes)
    write_tiny(
        tmp_path / "content",
        questions=QUESTIONS.replace(FACES, "").replace("t-picture", "t-both"),
        journey=JOURNEY.replace("[t-picture, t-faces]", "[t-both]"),
        retired=RETIRED
        + "question\tt-picture\tt-both\t2\tA picture?\n"
        + "question\tt-faces\tt-both\t2\tA face?\n",
    )

    answers = came_in(path, places)

    assert answers["t-both"] == stands
    assert answers.earlier == {"t-both": (beside,)}


def test_words_typed_on_a_sheet_are_no_pick_where_choices_are_asked_for_by_now(
    tmp_path: Path,
) -> None:
    """A "no" in somebody's own words became the answer No, with what that comes to."""
    words = QUESTIONS.replace(FACES, IN_WORDS)
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=words))
    path = filled(tmp_path / "back.pdf", blank(places), {"q:t-faces": "no"})
    write_tiny(tmp_path / "content")

    answers = came_in(path, places)

    assert answers["t-faces"] == Answer()
    assert answers.earlier["t-faces"] == (Earlier("Whose faces?", "no"),)


@pytest.mark.parametrize("is_ticked", [True, False], ids=["ticked", "a note alone"])
def test_a_box_ticked_on_a_sheet_is_nobodys_words_where_words_are_asked_for_by_now(
    tmp_path: Path, is_ticked: bool
) -> None:
    """The name of a box, that nobody ever read, stood there as what somebody had written."""
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content"))
    ticked = {"q:t-faces": "unsure"} if is_ticked else {}
    path = filled(tmp_path / "back.pdf", blank(places), {**ticked, "n:t-faces": "My note"})
    write_tiny(tmp_path / "content", questions=QUESTIONS.replace(FACES, IN_WORDS))

    answers = came_in(path, places)

    assert answers["t-faces"] == Answer()
    said = "I am not sure" if is_ticked else ""
    was = Earlier("Can you see a pupil's face?", said, "My note", is_picked=is_ticked)
    assert answers.earlier["t-faces"] == (was,)


@pytest.mark.parametrize("became", ["", "t-online"], ids=["gone", "in another meaning"])
def test_rows_are_none_of_a_question_that_took_the_place_of_theirs(
    tmp_path: Path, became: str
) -> None:
    """Risks of last year's question, that is not asked any more, stood at the one asked now."""
    words = QUESTIONS[QUESTIONS.index("  - id: t-words") :]
    risks = "  - id: t-risks\n    text: Outdoors?\n    kind: risks\n    assessed: no\n"
    risks += "    meaning: 2\n"
    asks = {"questions": QUESTIONS.replace(words, risks)}
    asks["journey"] = JOURNEY.replace("t-words", "t-risks")
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", **asks))
    typed = {"r:t-risks:1:hazard": "A pupil is known", "q:t-picture": "yes"}
    path = filled(tmp_path / "back.pdf", blank(places), typed)
    assert came_in(path, places)["t-risks"].value
    now = {name: text.replace("t-risks", "t-online") for name, text in asks.items()}
    now["questions"] = now["questions"].replace("    meaning: 2\n", "")
    retired = RETIRED + f"question\tt-risks\t{became}\t2\tOutdoors?\n"
    write_tiny(tmp_path / "content", **now, retired=retired)

    looked = looking.look(path, places)

    assert looked.filled is not None
    answers = looked.filled.run.answers
    assert answers["t-online"] == Answer()
    beside = [one.said for one in answers.earlier.get("t-online", ())]
    assert [*beside, *(one.words for one in looked.left)] == ["A pupil is known"]
    assert bool(beside) is bool(became)


def test_words_of_a_sheet_stay_words_beside_the_question_that_took_theirs_in(
    tmp_path: Path,
) -> None:
    """A typed "no" stood there as the choice No, and went as that question was answered."""
    words = QUESTIONS.replace(FACES, IN_WORDS)
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=words))
    typed = {"q:t-picture": "yes", "q:t-faces": "no"}
    path = filled(tmp_path / "back.pdf", blank(places), typed)
    write_tiny(
        tmp_path / "content",
        questions=QUESTIONS.replace(FACES, ""),
        journey=JOURNEY.replace("t-picture, t-faces", "t-picture"),
        retired=RETIRED + "question\tt-faces\tt-picture\t2\tWhose faces?\n",
    )

    answers = came_in(path, places)

    assert answers["t-picture"].value == "yes"
    assert answers.earlier["t-picture"] == (Earlier("Whose faces?", "no"),)
