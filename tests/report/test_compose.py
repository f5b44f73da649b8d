"""A paper says who, what, when, the outcome and what is open, then everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.assess.small_pack import (
    TODAY,
    answers,
    clause,
    pack,
    policy,
    question,
    risk,
    run,
    section,
)
from tests.report.papers import GIVEN, LAW, SECRET, blocks_of, check_up, project, rows_of, text_of
from wizard.model.answers import Answer, Answers, Person
from wizard.model.clause import Opposite, Side
from wizard.model.school import NO_SCHOOL, School
from wizard.model.status import Status
from wizard.report import html
from wizard.report.blocks import (
    AnswerList,
    Facts,
    Heading,
    Matters,
    Notice,
    Overview,
    Risks,
    SignOffPage,
    Text,
    Verdict,
)
from wizard.report.compose import compose


def test_the_first_page_says_who_what_when_and_what_is_open() -> None:
    """A Head with a stack of papers reads one page."""
    given = answers(
        {"cp-title": "River blog", "cp-start": "2027-01-12", "more": "unsure", "pilot": "no"},
        Person("Nia Evans", "Year 5 teacher"),
    )
    school = School("Newport Juniors", people={"head": Person("Mair Price")})

    report = compose(project(), run(given), school, "slt", TODAY, reference="7F3K-92QX")

    facts = dict(blocks_of(report, Facts)[0].rows)
    matters = blocks_of(report, Matters)[0].items
    assert (report.title, report.subtitle) == ("A journey", "River blog")
    assert (report.school, report.reference) == ("Newport Juniors", "7F3K-92QX")
    assert report.policy == "Newport (May 2020)"
    assert facts["Name"] == "Nia Evans"
    assert facts["A2 When?"] == "12 January 2027"
    assert "A1 What is it called?" not in facts
    assert facts["Finished"] == "21 November 2026"
    assert [(one.status, one.line, one.strength, one.decides) for one in matters] == [
        (Status.TO_DO, "1", "Newport (Pilot): required", "Mair Price (Head)"),
        (Status.ASK, "2", "Good practice", "Mair Price (Head)"),
    ]
    kinds = [type(block) for block in report.blocks]
    assert kinds.index(Facts) < kinds.index(Verdict) < kinds.index(Matters)
    assert kinds[-1] is SignOffPage


def test_a_paper_says_for_whom_it_was_made() -> None:
    """Who holds both papers must not hand in the one with the private notes."""
    told = [
        dict(blocks_of(compose(project(), run(Answers()), NO_SCHOOL, reader, TODAY), Facts)[0].rows)
        for reader in ("me", "slt")
    ]

    assert told[0]["Made for"] == "Me, with all my notes"
    assert told[1]["Made for"] == "SLT"


def test_the_schools_file_is_named_by_its_digest() -> None:
    """Two papers that differ may come from two editions of the school's own file."""
    school = School("Newport Juniors", digest="0123456789abcdef" * 4)

    report = compose(project(), run(Answers()), school, "slt", TODAY)

    assert dict(blocks_of(report, Facts)[0].rows)["School’s file"] == "0123456789abcdef"


@pytest.mark.parametrize("reader", ["me", "slt"])
def test_the_page_to_sign_has_room_for_a_decision(reader: str) -> None:
    """A Head who may only say yes or no signs with a doubt; conditions have their own room."""
    report = compose(project(), run(Answers()), NO_SCHOOL, reader, TODAY)

    page = blocks_of(report, SignOffPage)[0]
    assert page.decisions == ("Approved", "Approved with conditions", "Not yet")
    assert page.conditions_label == "Conditions"


@pytest.mark.parametrize("reader", ["me", "slt"])
def test_a_record_tells_what_happened_and_weighs_nothing(reader: str) -> None:
    """A log of something that went wrong has no outcome, no counts and nothing to approve."""
    record = replace(project(), journey=replace(project().journey, is_record=True))
    told = replace(risk(1, 1), hazard="It was said at noon.")
    made = run(answers({"pilot": "no", "more": Answer("yes", SECRET), "risks": (told,)}))

    report = compose(record, made, NO_SCHOOL, reader, TODAY)

    kinds = [type(block) for block in report.blocks]
    assert not {Verdict, Overview} & set(kinds)
    assert kinds.index(AnswerList) < kinds.index(Matters)
    assert rows_of(report)["What could go wrong?"].status is None
    page = blocks_of(report, SignOffPage)[0]
    assert (page.decisions, page.conditions_label) == ((), "What was agreed")
    assert (SECRET in text_of(report)) is (reader == "me")


def test_incomplete_is_fine_and_says_so() -> None:
    """A paper can be printed at any moment; gaps are told, never hidden."""
    report = compose(project(), run(Answers()), NO_SCHOOL, "me", TODAY)

    assert blocks_of(report, Verdict)[0].heading == "Nothing answered yet"
    assert "Nothing is waiting for a decision so far. Questions not answered yet:" in text_of(
        report
    )
    assert rows_of(report)["Is there a pilot?"].status is Status.NOT_ANSWERED
    facts = dict(blocks_of(report, Facts)[0].rows)
    # Not "not answered": what only sets the scene is not counted among those.
    assert facts["A1 What is it called?"] == "Left empty"
    draft = replace(run(Answers()), finished=None)
    facts = dict(blocks_of(compose(project(), draft, NO_SCHOOL, "me", TODAY), Facts)[0].rows)
    assert "Begun" in facts
    assert "Last worked on" not in facts, "there is none"


def test_a_note_on_the_scene_is_not_lost() -> None:
    """What opens a journey stands on the first page, unless there is more to say of it."""
    given = answers({"cp-start": Answer("2027-01-12", "After the half-term.")})

    report = compose(project(), run(given), NO_SCHOOL, "me", TODAY)

    assert rows_of(report)["When?"].note == "After the half-term."


def test_risks_are_a_table_with_spoken_dates() -> None:
    """SLT signs for the risks, so each row is there, and empty ones are not."""
    row = replace(risk(4, 2, "Check each post"), when="2027-01-05")

    report = compose(project(), run(answers({"risks": (row, risk(0, 0))})), NO_SCHOOL, "slt", TODAY)

    lines = blocks_of(report, Risks)[0].rows
    assert [(line.likelihood, line.severity, line.when) for line in lines] == [
        (4, 2, "5 January 2027"),
        (0, 0, ""),
    ]
    after = report.blocks[report.blocks.index(blocks_of(report, Risks)[0]) - 1]
    assert isinstance(after, AnswerList)
    assert after.rows[-1].question == "What could go wrong?"


@pytest.mark.parametrize(
    ("in_force", "day", "title"),
    [
        (None, TODAY, "The ban: announced on 15 June 2026, not in force"),
        (date(2027, 4, 1), date(2027, 4, 2), "The ban: in force since 1 April 2027"),
    ],
)
def test_the_law_is_told_with_its_state_and_its_dates(
    in_force: date | None, day: date, title: str
) -> None:
    """A plan made today may meet another law when the project starts."""
    dated = replace(project(), laws=(replace(LAW, in_force=in_force),))

    notice = blocks_of(compose(dated, run(Answers()), NO_SCHOOL, "slt", day), Notice)[0]

    assert (notice.title, notice.tone) == (title, "law" if day == TODAY else "stale")
    assert "Checked on 21 November 2026." in notice.text
    assert ("a while ago" in notice.text) is (day != TODAY)


@pytest.mark.parametrize(("mark", "told"), [("seen", False), ("gk", True)])
def test_a_law_we_have_not_read_at_its_source_says_so(mark: str, told: bool) -> None:
    """General knowledge is never passed off as checked."""
    unsure = replace(project(), laws=(replace(LAW, mark=mark),))

    notice = blocks_of(compose(unsure, run(Answers()), NO_SCHOOL, "me", TODAY), Notice)[0]

    assert ("check with your Head" in notice.text) is told


def test_old_platform_facts_say_so_to_the_person() -> None:
    """Content ages in the open: menus may have moved since we looked."""
    made = run(answers({"pc-platforms": ("facebook",), "contacts": "yes"}))

    fresh = compose(check_up(), made, NO_SCHOOL, "me", TODAY)
    later = compose(check_up(), made, NO_SCHOOL, "me", date(2027, 6, 1))

    assert blocks_of(fresh, Notice) == []
    assert "Facebook" in blocks_of(later, Notice)[0].text
    assert "Rainbow" not in blocks_of(later, Notice)[0].text


def test_with_all_policies_both_sides_of_an_opposite_stand_on_paper() -> None:
    """Two policies that want contrary things are shown, never averaged."""
    sides = (Side("newport", "Be open.", ()), Side("oakfield", "Say nothing.", ()))
    torn = replace(project(), opposites=(Opposite("o", "Pilots", "pilot", sides),))

    report = compose(torn, run(answers({"pilot": "yes"}), policy_id="all"), NO_SCHOOL, "me", TODAY)

    row = rows_of(report)["Is there a pilot?"]
    assert (row.status, row.cites) == (Status.ASK, "Newport: Be open. Oakfield: Say nothing.")


@pytest.mark.parametrize(
    ("clauses", "said", "cites"),
    [
        (1, "no", "Newport (Rules): required. Text of n.0"),
        (3, "no", "Newport (Rules): required. Text of n.0 Text of n.1 Text of n.2"),
        (4, "no", "Newport (Rules): required"),
        (0, "no", ""),
        (1, "yes", "Newport (Rules): required"),
    ],
)
def test_the_persons_own_paper_says_what_the_policy_says(
    clauses: int, said: str, cites: str
) -> None:
    """What is left to do needs the sentence that asks for it; seven sentences bury it.

    Where all is well the name of the rule is enough: a person's own paper stays short.
    """
    rules = [clause(f"n.{number}", "newport") for number in range(clauses)]
    asked = question("q", clauses=tuple(rule.id for rule in rules))
    small = pack(section("s", asked), policies=(policy("newport", *rules),))

    report = compose(small, run(answers({"q": said})), NO_SCHOOL, "me", TODAY)

    assert rows_of(report)[asked.text].cites == cites


def test_a_question_of_the_schools_own_is_not_passed_off_as_good_practice() -> None:
    """Whoever asks must be named, so that whoever answers knows whom to turn to."""
    asked = replace(question("njs-lanyard"), from_school=True)
    small = pack(section("s", asked))

    report = compose(small, run(answers({asked.id: "no"})), NO_SCHOOL, "me", TODAY)

    assert rows_of(report)[asked.text].cites == "Your school asks this"
    assert blocks_of(report, Matters)[0].items[0].strength == "Your school asks this"
    assert "good practice" not in text_of(report)
    assert "Your school added this question" in html.policy_panel(small, asked, "newport", TODAY)


def test_hostile_text_travels_as_it_is() -> None:
    """What a person typed is data: compose neither reads nor mends it."""
    hostile = "</para><img src='file:x'/> {0} {name} & \u202egnp"
    given = answers({"cp-title": hostile, "more": Answer("leave", hostile, show_note=True)})

    report = compose(project(), run(given), School(hostile), "slt", TODAY)

    assert report.subtitle == report.school == hostile
    exception = blocks_of(report, Matters)[0].items[-1]
    assert exception.note == hostile


def test_the_drawer_gets_its_furniture_with_places_unfilled() -> None:
    """Page numbers are only known while drawing."""
    report = compose(project(), run(Answers()), NO_SCHOOL, "me", TODAY)

    assert report.words["actions"] == "Actions"
    assert report.words["account-setting"] == "Account setting {number}"


def test_headings_never_stand_alone() -> None:
    """A heading with nothing beneath it is a broken promise."""
    for reader in ("me", "slt"):
        report = compose(check_up(), run(answers(GIVEN)), NO_SCHOOL, reader, TODAY)
        for block, after in zip(report.blocks, report.blocks[1:], strict=False):
            if isinstance(block, Heading):
                assert not isinstance(after, Heading) or after.level > block.level
    assert blocks_of(report, Text)


def test_the_paper_for_me_says_when_something_of_mine_is_not_on_it() -> None:
    """It was "for me, with all my notes", and had none at what is not asked just now."""
    hidden = pack(
        section("s", question("first"), question("then", when="first is yes")),
        section("more", question("extra", "Anything else?"), optional=True),
    )
    given = answers({"first": "no", "then": Answer("yes", SECRET), "extra": Answer("", "Ask Siân")})
    told = [text_of(compose(hidden, run(given), NO_SCHOOL, one, TODAY)) for one in ("me", "slt")]
    whole = text_of(compose(hidden, run(answers({"first": "no"})), NO_SCHOOL, "me", TODAY))

    lacks = "Some of what you put down is not on this paper"
    assert [lacks in one for one in (*told, whole)] == [True, False, False]
    assert ["Ask Siân" in one for one in told] == [True, False], "a note alone is one of them, too"
