"""The school's profile: read back as it was kept, and told where it is not right."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard.assess.severity import severity
from wizard.desk.content.state import content_state
from wizard.desk.places import Places
from wizard.desk.school.additions import Additions, id_for, read_additions
from wizard.desk.school.draft import refusals
from wizard.desk.school.overlay import changes
from wizard.desk.school.place import Whose
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import ContentFaults, InputFault
from wizard.model.answers import Person
from wizard.model.school import NO_SCHOOL, Helpline, School
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_profile_reads_back(tmp_path: Path) -> None:
    """Names in every script, a policy and a logo survive."""
    school = School(
        "Ysgol Dŵr & Łódź: #1 'best' {yes}",
        PNG,
        "newport",
        "wales",
        {"head": Person("مريم", "Head"), "dsl": Person("no", "1.10")},
        (("Our policy", "S:/Policies/social media.pdf"),),
        (
            Helpline("POSH", "staff", "0344 381 4772", "10-16"),
            Helpline("Local", "staff", "01632 960000", "", date(2026, 11, 21)),
            Helpline("Quick", "staff", "01632 960001", "", date(2026, 11, 21), 3),
        ),
        90,
    )
    places = Places(tmp_path, write_tiny(tmp_path / "content"))
    SchoolDesk(places).save(school)

    assert replace(SchoolDesk(places).profile, digest="") == school


def test_a_file_from_before_helplines_were_dated_still_reads(tmp_path: Path) -> None:
    """The office lead wrote it a year ago; it says honestly that nobody dated the number."""
    file = tmp_path / "school.yaml"
    file.write_text("helplines:\n  - {name: POSH, for: staff, reach: 0344 381 4772}\n", "utf-8")
    (line,) = SchoolDesk(Places(tmp_path, school=file)).profile.helplines

    assert (line.checked, line.until) == (None, None)


def test_a_day_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    """A day nobody can read would never come round."""
    file = tmp_path / "school.yaml"
    line = "{name: POSH, for: staff, reach: 1, checked: last year}"
    file.write_text(f"helplines:\n  - {line}\n", "utf-8")

    with pytest.raises(ContentFaults, match=r"school\.yaml:2: “last year” is not a date"):
        _ = SchoolDesk(Places(tmp_path, school=file)).profile


def test_no_file_is_an_empty_profile(tmp_path: Path) -> None:
    """A program that was never set up still works."""
    assert SchoolDesk(Places(tmp_path)).profile == NO_SCHOOL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nam: X\n", "did you mean “name”?"),
        ("name: X\npolicy: newprt\n", "did you mean “newport”?"),
        ("name: [X]\n", "school.yaml:1: “name” is not plain text"),
        ("people: {head: Ann}\n", "holds a text where keys are wanted"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    """The office lead sees what to mend."""
    (tmp_path / "school.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ContentFaults) as caught:
        _ = SchoolDesk(Places(tmp_path)).profile

    assert told in str(caught.value)


def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """A renamed document must not reach the paper."""
    (tmp_path / "logo.png").write_bytes(b"<svg onload='x'/>")
    (tmp_path / "school.yaml").write_text("name: X\nlogo: logo.png\n", encoding="utf-8")

    with pytest.raises(InputFault, match="not a PNG or JPEG"):
        _ = SchoolDesk(Places(tmp_path)).profile


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    """A folder in its place, or no permission, is a sentence and not the end of the program."""
    (tmp_path / "school.yaml").mkdir()

    with pytest.raises(InputFault, match="cannot be read: it is a folder"):
        _ = SchoolDesk(Places(tmp_path)).profile


HAND = """\
# Kept by the office.
name: Riverside   # the short name
policy: newport
people:
  head: {name: Margaret Ŵyn, role: Headteacher}   # from May
overlay:
  order:
    - {journey: tiny, section: t-last, questions: [t-words, ours]}
  questions:
    - {id: ours, journey: tiny, section: t-last, text: Which list?, kind: line, help: "In A4"}
"""


@pytest.fixture
def by_hand(tmp_path: Path) -> Places:
    """A school's file that somebody wrote by hand, named with --school."""
    (tmp_path / "school.yaml").write_text(HAND, "utf-8")
    return Places(tmp_path / "data", write_tiny(tmp_path / "content"), tmp_path / "school.yaml")


def test_a_file_by_hand_keeps_its_remarks_and_the_file_before_is_kept(by_hand: Places) -> None:
    """Somebody's reasons stand in the remarks; a save must not be the end of them."""
    desk = SchoolDesk(by_hand)
    school = desk.profile
    kept = desk.save(replace(school, name="Riverside Junior"), desk.additions)

    assert by_hand.school is not None
    assert by_hand.school.read_text("utf-8") == HAND.replace(": Riverside ", ": Riverside Junior ")
    assert kept.lost == ()
    assert kept.copy is not None
    assert kept.copy.read_text("utf-8") == HAND


def test_saving_without_a_change_leaves_the_file_and_no_copy(by_hand: Places) -> None:
    """The copy of last time is worth more than one of the same."""
    desk = SchoolDesk(by_hand)

    assert desk.save(desk.profile, desk.additions).copy is None
    assert by_hand.school is not None
    assert by_hand.school.read_text("utf-8") == HAND


def test_an_unchanged_logo_keeps_its_own_file(by_hand: Places, tmp_path: Path) -> None:
    """The school's picture keeps the name the school gave it."""
    (tmp_path / "crest.png").write_bytes(PNG)
    assert by_hand.school is not None
    by_hand.school.write_text(f"{HAND}logo: crest.png\n", "utf-8")
    desk = SchoolDesk(by_hand)
    desk.save(replace(desk.profile, name="Other"))

    assert "logo: crest.png" in by_hand.school.read_text("utf-8")
    assert desk.profile.logo == PNG
    assert not (tmp_path / "school-logo").exists()


def test_a_question_of_a_page_in_order_is_asked_in_that_order(by_hand: Places) -> None:
    """An order that does not name a new question would be refused; so it names it."""
    additions = SchoolDesk(by_hand).additions
    new = {
        "id": "new", "journey": "tiny", "section": "t-last", "after": "t-words",
        "text": "And where?", "kind": "line",
    }  # fmt: skip
    more = additions.with_question(new, None)

    assert more.order[0]["questions"] == ["t-words", "new", "ours"]
    assert refusals(by_hand.content, more) == ()
    fewer = more.without("questions", 0)
    assert fewer.order[0]["questions"] == ["t-words", "new"]
    assert refusals(by_hand.content, fewer) == ()


def test_what_is_refused_names_its_entry(by_hand: Places) -> None:
    """The page says it beside the entry it is about, for each one."""
    additions = Additions(
        stricter=({"clause": "newport.rule", "strength": "advised"},),
        questions=(
            {"id": "a", "journey": "tiny", "section": "t-last", "text": "A?", "kind": "line"},
            {"id": "b", "journey": "tinny", "section": "t-last", "text": "B?", "kind": "line"},
        ),
        order=({"journey": "tiny", "section": "t-first", "questions": ["t-picture"]},),
    )
    found = refusals(by_hand.content, additions)

    assert [(one.part, one.place) for one in found] == [
        ("questions", 1),
        ("stricter", 0),
        ("order", 0),
    ]
    assert "did you mean “tiny”" in found[0].sentence
    assert "newport.rule" in found[1].sentence
    assert "t-faces" in found[2].sentence


def test_a_question_for_no_journey_is_told_by_the_dry_run(by_hand: Places) -> None:
    """It would never be asked, and nobody would know."""
    assert by_hand.school is not None
    text = by_hand.school.read_text("utf-8").replace(
        "{id: ours, journey: tiny", "{id: ours, journey: tin"
    )
    by_hand.school.write_text(text, "utf-8")

    with pytest.raises(ContentFaults, match=r"school\.yaml:\d+: .*tin.*did you mean “tiny”"):
        list(changes(by_hand.content, by_hand.school))


def test_a_school_says_how_strongly_it_asks(tmp_path: Path) -> None:
    """Its own question weighs what the school says, and a clause it cites at least that."""
    school = tmp_path / "school.yaml"
    question = (
        "{id: ours, journey: tiny, section: t-last, text: Which?, kind: line, strength: required}"
    )
    school.write_text(f"name: X\noverlay: {{questions: [{question}]}}\n", "utf-8")
    pack = open_pack(FolderSource(write_tiny(tmp_path / "content")), "tiny", school)
    ours = pack.journey.question("ours")

    assert ours is not None
    assert severity(ours, pack, "newport").strength.value == "required"
    assert severity(ours, pack, "newport").in_policy is False


def test_a_file_for_everybody_is_not_written_by_one(
    by_hand: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose the file is, and whether it may be written, is known before anybody types."""
    desk = SchoolDesk(by_hand)
    assert desk.whose is Whose.NAMED
    assert desk.can_write
    monkeypatch.setattr(os, "access", lambda *_args: False)

    assert not SchoolDesk(by_hand).can_write
    assert SchoolDesk(Places(by_hand.data / "none")).can_write


def test_the_content_tells_what_is_wrong_with_the_schools_file(by_hand: Places) -> None:
    """With file and line, and that it is the school's own."""
    assert by_hand.school is not None
    by_hand.school.write_text(f"{HAND}colour: red\n", "utf-8")
    state = content_state(by_hand.content, Places().clock.now().date(), by_hand.school)

    assert [(one.file, one.line, one.is_school) for one in state.faults] == [
        (by_hand.school, 11, True)
    ]


def test_ids_are_made_of_words_and_never_twice() -> None:
    """An id is for ever, so it may as well say what it is.

    One that was taken out still stands in somebody's answers: a new question that got its id
    had their answer, and their note.
    """
    asked = [id_for("Can you see a school lanyard?", frozenset(), "Riverside") for _ in range(40)]

    assert all(one.startswith("riverside-school-lanyard-") for one in asked)
    assert len(set(asked)) == 40
    assert id_for("Где?", frozenset(), "").startswith("own-")


def test_what_can_not_be_read_adds_nothing(tmp_path: Path) -> None:
    """No file, and a file of something else, are no additions and no crash."""
    (tmp_path / "school.yaml").write_text("overlay: [x]\n", "utf-8")

    assert (
        read_additions(tmp_path / "school.yaml") == read_additions(tmp_path / "none") == Additions()
    )
