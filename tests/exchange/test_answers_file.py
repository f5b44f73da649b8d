"""Answers files: what is written reads back; what does not belong is told in a sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.errors import InputFault
from wizard.exchange import answer_values, answers_file, decisions, papers, people
from wizard.exchange.answers_file import read_answers, write_answers
from wizard.exchange.archive import is_archive
from wizard.exchange.carry_file import is_carried
from wizard.exchange.strict_json import parse_json, read_json
from wizard.model.answers import Action, Answer, Answers, Earlier, Person, RiskRow
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.safe.canonical import digest

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

MORE = """\
  - id: t-where
    text: Where?
    kind: several
    assessed: no
    choices:
      - {id: here, text: Here}
      - {id: there, text: There}
  - {id: t-when, text: When?, kind: date}
  - {id: t-risks, text: What could go wrong?, kind: risks}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """The tiny journey with one question of every kind."""
    journey = JOURNEY.replace("[t-words]", "[t-words, t-where, t-when, t-risks]")
    index = "id\ttitle\tabout\tminutes\tquestions\ntiny\tTiny\tSmall.\t1\t6\n"
    folder = write_tiny(tmp_path, journey=journey, questions=QUESTIONS + MORE, index=index)
    return open_pack(FolderSource(folder), "tiny")


def full_run(pack: Pack) -> Run:
    """Return a run with everything in it."""
    answers = Answers(
        {
            "t-picture": Answer("yes", "A note with </para> & <b>", show_note=True),
            "t-words": Answer("Ŵ ŵ Ŷ ŷ Ł ż â é\nsecond line"),
            "t-where": Answer(("here", "there")),
            "t-when": Answer("2026-12-05"),
            "t-risks": Answer((RiskRow("A", "B", "C", 2, 3, "D", "E", "2026-12-05"),)),
        },
        {"t-picture": Action("Head", "2026-12-01", done=True)},
        {"staff": Person("Łucja Żak", "Year 5 teacher")},
    )
    return Run(
        "x", "tiny", pack.digest, MOMENT, MOMENT, "newport", "My post", "t-last", MOMENT, answers
    )


def test_what_is_written_reads_back(pack: Pack) -> None:
    """Export and import lose nothing."""
    run = full_run(pack)

    back = read_answers(json.loads(write_answers(pack, run)), "f", pack, MOMENT)

    assert back.answers == run.answers
    assert (back.policy, back.title, back.place) == ("newport", "My post", "t-last")
    assert (back.started, back.changed, back.finished) == (MOMENT, MOMENT, MOMENT)


def test_the_same_file_has_the_same_name(pack: Pack) -> None:
    """The reference on a paper must not change from one printing to the next."""
    document = json.loads(write_answers(pack, full_run(pack)))

    assert read_answers(document, "f", pack, MOMENT).id == "x"


def test_a_file_without_an_id_gets_a_random_one(pack: Pack) -> None:
    """An id made from the answers would let somebody try out what was left out."""
    document = json.loads(write_answers(pack, full_run(pack)))
    del document["id"]

    ids = {read_answers(document, "f", pack, MOMENT).id for _ in range(2)}

    assert len(ids) == 2


def test_template_has_every_question_and_nothing_answered(pack: Pack) -> None:
    """Others script this: id, text, allowed values, and no answer."""
    empty = Run("", "tiny", pack.digest, MOMENT, MOMENT)

    answers = json.loads(write_answers(pack, empty))["answers"]

    assert list(answers) == ["t-picture", "t-faces", "t-words", "t-where", "t-when", "t-risks"]
    assert answers["t-picture"]["text"] == "Does it have a picture?"
    choices = {"no": "No", "yes": "Yes", "unsure": "I am not sure"}
    assert answers["t-picture"]["allowed"] == choices
    assert {entry["value"] for entry in answers.values()} == {None}


def test_a_bare_value_is_enough(pack: Pack) -> None:
    """Whoever fills a file in by hand need not write an object for each answer."""
    document = json.loads(write_answers(pack, full_run(pack)))
    document["answers"] = {"t-picture": "no"}

    run = read_answers(document, "f", pack, MOMENT)

    assert run.answers.answers == {"t-picture": Answer("no")}


@pytest.mark.parametrize(
    ("kind", "value"),
    [("line", "Mrs Price, by phone"), ("several", ["no", "yes"]), ("text", "At length")],
)
def test_a_question_of_another_kind_by_now_keeps_what_was_said(
    pack: Pack, kind: str, value: str | list[str]
) -> None:
    """A school changed its own question, and every file from before was refused whole."""
    document = json.loads(write_answers(pack, Run("", "tiny", pack.digest, MOMENT, MOMENT)))
    document["answers"]["t-picture"] |= {"kind": kind, "value": value, "note": "A note"}

    run = read_answers(document, "f", pack, MOMENT)

    assert run.answers["t-picture"] == Answer()
    words = "No; Yes" if isinstance(value, list) else value
    assert run.answers.earlier["t-picture"] == (
        Earlier("Does it have a picture?", words, "A note", is_picked=kind == "several"),
    )


def test_a_choice_that_was_there_then_is_not_taken_for_words_or_refused(pack: Pack) -> None:
    """The other way round: the id of a choice stood there as if somebody had typed it."""
    document = json.loads(write_answers(pack, Run("", "tiny", pack.digest, MOMENT, MOMENT)))
    was = {"kind": "one", "allowed": ["yes", "no", "maybe"], "value": "maybe"}
    document["answers"]["t-words"] |= was
    document["answers"]["t-picture"] |= was

    run = read_answers(document, "f", pack, MOMENT)

    assert run.answers.answers == {}
    assert {one.said for said in run.answers.earlier.values() for one in said} == {"maybe"}


@pytest.mark.parametrize("value", ["A long story", ["A long story", "no"]])
def test_words_that_stand_where_a_choice_was_to_be_picked_stay_words(
    pack: Pack, value: str | list[str]
) -> None:
    """Taken for choices, they went as the question was answered: a sheet may hold any."""
    document = json.loads(write_answers(pack, Run("", "tiny", pack.digest, MOMENT, MOMENT)))
    kind = "one" if isinstance(value, str) else "several"
    document["answers"]["t-picture"] |= {"kind": kind, "allowed": ["yes"], "value": value}

    (one,) = read_answers(document, "f", pack, MOMENT).answers.earlier["t-picture"]

    assert one.said.startswith("A long story")
    assert one.is_written


def test_what_was_answered_earlier_is_read_in_a_list_and_alone(pack: Pack) -> None:
    """Files of before have room for one; and no file may bring more than can be shown."""
    document = json.loads(write_answers(pack, Run("", "tiny", pack.digest, MOMENT, MOMENT)))
    one = {"question": "Was it a film?", "said": "Yes", "note": "A note"}
    document["earlier"] = {"t-picture": one, "t-words": [one, one | {"picked": True}]}

    earlier = read_answers(document, "f", pack, MOMENT).answers.earlier

    film = Earlier("Was it a film?", "Yes", "A note")
    assert earlier == {"t-picture": (film,), "t-words": (film, replace(film, is_picked=True))}
    document["earlier"]["t-words"] = [one] * 1001
    with pytest.raises(InputFault, match=r"earlier\.t-words"):
        read_answers(document, "f", pack, MOMENT)


def test_what_a_newer_edition_asks_is_carried_along(pack: Pack) -> None:
    """Home has the older program: one new question, answered or not, refused all of it."""
    document = json.loads(write_answers(pack, full_run(pack)))
    new = document["answers"]["t-words"] | {"text": "Is it new?"}
    document["answers"] |= {"t-new": new | {"value": "It is"}, "t-newer": new | {"value": None}}
    document["edition"] = "later"
    document["actions"] = {"t-new": {"who": "Mair", "by": "", "done": False}}

    run = read_answers(document, "f", pack, MOMENT)

    assert run.answers["t-new"].value == "It is"
    assert run.answers.action("t-new").who == "Mair"
    again = json.loads(write_answers(pack, run))
    assert again["answers"]["t-new"]["value"] == "It is"


def test_whoever_adds_a_key_raises_the_version() -> None:
    """An older program takes a key it does not know for a slip, unless the version tells it."""
    keys = (
        *answers_file.KEYS, *answer_values.ANSWER_KEYS, *answer_values.ACTION_KEYS,
        *answer_values.EARLIER_KEYS, *answer_values.ROW_KEYS, *people.KEYS, *papers.KEYS,
        *decisions.KEYS,
    )  # fmt: skip

    assert (answers_file.VERSION, digest("\n".join(keys).encode())[:8]) == (1, "32519724")


Change = Callable[[dict[str, Any]], Any]

WRONG: list[tuple[Change, str]] = [
    (lambda d: d.update(format="x"), "f: format is not"),
    (lambda d: d.update(version=2), "f: version is 2; this program knows up to 1"),
    (lambda d: d.update(version=2, later="x"), "f: version is 2; this program knows up to 1"),
    (lambda d: d.update(jouney="tiny"), "did you mean “journey”?"),
    (lambda d: d.update(zzzzz="x"), "title, place (and "),
    (lambda d: d.update(policy="newprt"), "did you mean “newport”?"),
    (lambda d: d["answers"].update({"t-pictur": "no"}), "did you mean “t-picture”?"),
    (lambda d: d["answers"].update({"t-picture": "perhaps"}), "answers.t-picture.value names"),
    (lambda d: d["answers"].update({"t-where": "here"}), "t-where.value is not a list"),
    (lambda d: d["answers"].update({"t-where": ["her"]}), "did you mean “here”?"),
    (lambda d: d["answers"].update({"t-when": "tomorrow"}), "not a date like 2026-11-21"),
    (lambda d: d["answers"].update({"t-words": 5}), "t-words.value is not text"),
    (lambda d: d["answers"].update({"t-words": "x" * 10_000_000}), "10,000,000 letters long"),
    (lambda d: d["answers"].update({"t-words": "\ud800"}), "half a letter"),
    (lambda d: d["answers"].update({"t-risks": [{"hazrd": "x"}]}), "did you mean “hazard”?"),
    (lambda d: d["answers"].update({"t-risks": [{"likelihood": 6}]}), "value[1].likelihood is 6"),
    (lambda d: d["answers"].update({"t-picture": {"value": "no", "show_to_slt": 1}}), "not true"),
    (lambda d: d["people"].update({"haed": {}}), "did you mean “head”?"),
    (lambda d: d["actions"].update({"t-picture": {"by": "soon"}}), "actions.t-picture.by is"),
    (lambda d: d.update(changed="2026-11-21T09:00:00"), "changed has no time zone"),
    (lambda d: d["answers"].update({"t-when": "0001-01-01"}), "t-when.value lies outside 1990"),
    (lambda d: d.update(answers=[]), "f: answers is not an object"),
    (
        lambda d: d["answers"].update({f"t-x{n}": {"unasked": True} for n in range(55_000)}),
        "f: answers has 55",
    ),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG)
def test_what_does_not_belong_is_told(pack: Pack, change: Change, sentence: str) -> None:
    """One sentence: the file, the place, what is wrong, what was meant."""
    document = json.loads(write_answers(pack, full_run(pack)))
    change(document)

    with pytest.raises(InputFault) as caught:
        read_answers(document, "f", pack, MOMENT)

    assert sentence in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("parted", ["a\x0bb", "a\x0cb", "a\x85b", "a\rb", "a\r\nb"])
def test_a_soft_break_goes_home_as_a_new_line(pack: Pack, parted: str) -> None:
    """Pasted from a word processor, two words came home as one."""
    document = json.loads(write_answers(pack, full_run(pack)))
    document["answers"]["t-words"] = {"value": parted, "note": parted}

    run = read_answers(document, "f", pack, MOMENT)

    assert run.answers["t-words"] == Answer("a\nb", "a\nb")


def test_unseen_letters_are_left_out(pack: Pack) -> None:
    """Control letters and direction switches must reach neither screen nor paper."""
    document = json.loads(write_answers(pack, full_run(pack)))
    document["people"]["staff"]["name"] = "Ann\u202eab\x00c\x1b[2J"

    run = read_answers(document, "f", pack, MOMENT)

    assert run.answers.person("staff").name == "Annabc[2J"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "f ends too early (line 1, column 1)"),
        (b'{"a": 1', "f ends too early"),
        (b"hello", "f is not JSON (line 1, column 1)"),
        (b"[" * 200_000, "nested more than"),
        (b'{"a":' * 200_000, "nested more than"),
        (b'{"a": 1, "a": 2}', "the key “a” stands twice"),
        (b'{"a": NaN}', "NaN is not a value"),
        (b'{"a": -1e999}', "-1e999 is not a value"),
        (b"\xff\xfe{}", "is not UTF-8 text"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a number in it is longer"),
    ],
)
def test_broken_json_is_one_sentence(raw: bytes, sentence: str) -> None:
    """No file may bring the program down, however it was made."""
    with pytest.raises(InputFault) as caught:
        parse_json(raw, "f")

    assert sentence in str(caught.value)


def test_a_missing_or_huge_file_is_one_sentence(tmp_path: Path) -> None:
    """The file's name and the reason, no traceback."""
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(InputFault, match="larger than 5 MB"):
        read_json(huge)
    with pytest.raises(InputFault, match="cannot be read: it is not there"):
        read_json(tmp_path / "none.json")


def test_a_number_of_hundreds_of_digits_is_not_repeated_whole(pack: Pack) -> None:
    """A sentence that fills the screen with digits tells nobody what is wrong."""
    document = json.loads(write_answers(pack, full_run(pack)))
    document["version"] = int("9" * 400)

    with pytest.raises(InputFault) as caught:
        read_answers(document, "f", pack, MOMENT)

    assert len(str(caught.value)) < 350


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("of", [is_archive, is_carried])
def test_whoever_asks_what_a_pipe_is_never_waits(
    tmp_path: Path, of: Callable[[Path], bool]
) -> None:
    """A named pipe that nobody writes to would hold the program for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert not of(pipe)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_answers_file(tmp_path: Path) -> None:
    """The same for reading it: it is refused at once."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(InputFault, match="not a file that can be read"):
        read_json(tmp_path / "pipe")
