"""Compose decides who sees what; these tests read every string a reader would get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TypeVar

import pytest

from tests.assess.small_pack import (
    TODAY,
    answers,
    clause,
    pack,
    platform,
    policy,
    question,
    risk,
    run,
    section,
    setting,
)
from wizard.model.answers import Action, Answer, Answers, Person, Value
from wizard.model.clause import Opposite, Side
from wizard.model.condition import parse_condition
from wizard.model.law import Law
from wizard.model.question import AnswerKind, Choice
from wizard.model.school import NO_SCHOOL, School
from wizard.model.status import Status
from wizard.pack.build import Pack
from wizard.report.blocks import (
    Actions,
    AnswerList,
    AnswerRow,
    BlankQuestion,
    Facts,
    Heading,
    Notice,
    Overview,
    Points,
    Report,
    Risks,
    SignOffPage,
    Text,
    Verdict,
)
from wizard.report.compose import compose
from wizard.report.compose_blank import compose_blank

SECRET = "my own secret words"

Kind = TypeVar("Kind")


def strings(thing: object) -> Iterator[str]:
    """Yield every string anywhere inside blocks."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from strings(item)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from strings(getattr(thing, one.name))


def text_of(report: Report) -> str:
    """Return all that a reader could read on the paper itself."""
    return "\n".join((report.title, report.subtitle, *strings(report.blocks)))


def blocks_of(report: Report, kind: type[Kind]) -> list[Kind]:
    """Return the blocks of one kind, in order."""
    return [block for block in report.blocks if isinstance(block, kind)]


def rows_of(report: Report) -> dict[str, AnswerRow]:
    """Return the answer rows by their question."""
    return {row.question: row for block in blocks_of(report, AnswerList) for row in block.rows}


FACEBOOK = platform("facebook", "Facebook", "FB", setting("fb-1", "facebook", "Future posts"))
RAINBOW = platform("rainbow", "Rainbow", "RB", setting("rb-1", "rainbow", "Show distance"))


def check_up() -> Pack:
    """Return a check-up of two platforms, with questions that hang on the choice."""
    choices = tuple(Choice(one, one.capitalize()) for one in ("facebook", "rainbow", "none"))
    chooser = question("pc-platforms", kind=AnswerKind.SEVERAL, choices=choices, assessed=False)
    return pack(
        section("which", chooser, title="Where you are"),
        section(
            "you",
            question("contacts", "Are your contacts right?"),
            question("other", "Which other accounts?", kind=AnswerKind.LINE),
            question("on-rainbow", "Rainbow: is your job hidden?", when="pc-platforms has rainbow"),
            question("follows", "And your face?", when="on-rainbow is no", clauses=("n.0",)),
            title="About you",
        ),
        *(
            section(
                f"platform-{one.id}",
                question(f"{one.letter}-1", f"Is {label} set?", setting=one.settings[0]),
                question(f"{one.letter}-2", f"Is {one.name} locked?", setting=one.settings[0]),
                title=one.name,
                when=f"pc-platforms has {one.id}",
                letter=one.letter,
                platform=one.id,
            )
            for one, label in ((FACEBOOK, "Future posts"), (RAINBOW, "Show distance"))
        ),
        policies=(policy("newport", clause("n.0", "newport", "prohibited")),),
        platforms=(FACEBOOK, RAINBOW),
        laws=(replace(LAW, when=parse_condition("pc-platforms has rainbow")),),
    )


LAW = Law(
    id="ban",
    title="The ban",
    texts={"announced": "It names Rainbow.", "in-force": "Rainbow is out."},
    announced=date(2026, 6, 15),
    in_force=None,
    ended=None,
    checked=TODAY,
    shelf_months=3,
    mark="seen",
    source="uk-frame",
    journeys=("j",),
)

GIVEN: dict[str, Value | Answer] = {
    "pc-platforms": ("facebook", "rainbow"),
    "contacts": Answer("no", SECRET),
    "other": "Also on Prayernet",
    "on-rainbow": Answer("no", SECRET),
    "follows": "unsure",
    "FB-1": "yes",
    "FB-2": Answer("leave", SECRET),
    "RB-1": Answer("leave", "Agreed with my partner", show_note=True),
    "RB-2": "no",
}


def test_slt_cannot_tell_which_platforms_someone_uses() -> None:
    """Which networks someone uses can give away faith, health or orientation.

    No name, label, letter, question, answer, title or law that hangs on a platform, and
    no private note, may reach SLT's paper; the same words do reach the person's own.
    """
    names = ("Facebook", "Rainbow", "Prayernet", "Future posts", "Show distance")
    traces = ("facebook", "rainbow", "FB", "RB", "locked", "your face", "job hidden",
              "Where you are", "platform-", SECRET)  # fmt: skip
    made = run(answers(GIVEN), title="My Rainbow check")

    own = text_of(compose(check_up(), made, NO_SCHOOL, "me", TODAY))
    theirs = text_of(compose(check_up(), made, NO_SCHOOL, "slt", TODAY))

    assert [word for word in (*names, *traces) if word in theirs] == []
    assert [word for word in names if word not in own] == []
    assert SECRET in own


def test_slt_still_sees_statuses_actions_and_what_was_ticked() -> None:
    """Hiding the platforms must not hide that something is open."""
    given = answers(GIVEN).with_action("RB-2", Action("Me", "2026-12-05"))

    report = compose(check_up(), run(given), NO_SCHOOL, "slt", TODAY)

    verdict = blocks_of(report, Verdict)[0]
    counted = {status: count for status, count in verdict.counts if count}
    expected = {Status.IN_PLACE: 2, Status.TO_DO: 3, Status.ASK: 1, Status.EXCEPTION: 2}
    assert counted == expected
    overview = blocks_of(report, Overview)[0]
    assert [row.title for row in overview.rows] == ["About you", "Account settings"]
    assert overview.rows[1].statuses == (
        Status.TO_DO, Status.TO_DO, Status.ASK, Status.EXCEPTION, Status.EXCEPTION,
        Status.IN_PLACE,
    )  # fmt: skip
    assert "Agreed with my partner" in text_of(report)
    actions = [(row.what, row.who, row.by) for row in blocks_of(report, Actions)[0].rows]
    assert actions[1:] == [
        ("Account setting 2", "Me", "5 December 2026"),
        ("Account settings to ask about: 1", "", ""),
        ("Account settings still to change: 1", "", ""),
    ]
    points = [point.text for point in blocks_of(report, Points)[0].items]
    assert points[-1] == "Account settings left as they are, for a reason: 2"
    assert rows_of(report)["Are your contacts right?"].said == ""


def test_the_order_of_account_settings_does_not_follow_the_platform() -> None:
    """Swapping which platform is in a bad state gives SLT the very same paper."""
    one: dict[str, Value] = {"pc-platforms": ("facebook", "rainbow"), "FB-1": "no", "RB-1": "yes"}
    other: dict[str, Value] = {"pc-platforms": ("facebook", "rainbow"), "FB-1": "yes", "RB-1": "no"}

    papers = [
        compose(check_up(), run(answers(given)), NO_SCHOOL, "slt", TODAY).blocks
        for given in (one, other)
    ]

    assert papers[0] == papers[1]


def project() -> Pack:
    """Return a small class project: a scene, a checklist, risks."""
    rules = policy("newport", clause("n.1", "newport", "required", "Pilot"))
    return pack(
        section(
            "a",
            question("cp-title", "What is it called?", kind=AnswerKind.LINE, assessed=False),
            question("cp-start", "When?", kind=AnswerKind.DATE, assessed=False),
            letter="A",
        ),
        section("b", question("pilot", "Is there a pilot?", clauses=("n.1",)), question("more")),
        section("c", question("risks", "What could go wrong?", kind=AnswerKind.RISKS)),
        policies=(rules, policy("oakfield")),
        laws=(LAW,),
    )


def test_slt_sees_a_projects_questions_answers_and_ticked_notes() -> None:
    """A project is the school's business; a note stays private unless it is ticked."""
    given = answers(
        {
            "pilot": Answer("leave", "The same tool ran last year.", show_note=True),
            "more": Answer("no", SECRET),
        }
    )

    report = compose(project(), run(given), NO_SCHOOL, "slt", TODAY)

    rows = rows_of(report)
    assert rows["Is there a pilot?"].said == "No, for a reason"
    assert rows["Is there a pilot?"].reason
    assert rows["Is there a pilot?"].cites == "Newport (Pilot): required"
    assert rows["Is more right?"].cites == ""
    assert "good practice that your policy does not ask for" in text_of(report)
    assert SECRET not in text_of(report)


def test_an_unticked_reason_is_counted_and_not_told() -> None:
    """SLT learns that there is an exception; the reason only if the person ticked it."""
    made = run(answers({"pilot": Answer("leave", SECRET)}))

    report = compose(project(), made, NO_SCHOOL, "slt", TODAY)

    assert (Status.EXCEPTION, 1) in blocks_of(report, Verdict)[0].counts
    assert blocks_of(report, Points)[0].items[0].status is Status.EXCEPTION
    assert SECRET not in text_of(report)
    assert SECRET in text_of(compose(project(), made, NO_SCHOOL, "me", TODAY))


def test_the_first_page_says_who_what_when_and_what_is_open() -> None:
    """A Head with a stack of papers reads one page."""
    given = answers(
        {"cp-title": "River blog", "cp-start": "2027-01-12", "more": "unsure", "pilot": "no"},
        Person("Nia Evans", "Year 5 teacher"),
    )
    school = School("Newport Juniors", people={"head": Person("Mair Price")})

    report = compose(
        project(), run(given), school, "slt", TODAY, fingerprint="4B7D", reference="7F3K-92QX"
    )

    facts = dict(blocks_of(report, Facts)[0].rows)
    points = blocks_of(report, Points)[0].items
    assert (report.title, report.subtitle) == ("A journey", "River blog")
    assert (report.school, report.reference) == ("Newport Juniors", "7F3K-92QX")
    assert report.policy == "Newport (May 2020)"
    assert facts["Name"] == "Nia Evans"
    assert facts["When?"] == "12 January 2027"
    assert facts["Finished"] == "21 November 2026"
    assert facts["Fingerprint"] == "4B7D"
    assert [(point.status, point.line, point.strength, point.who) for point in points] == [
        (Status.TO_DO, "1", "Newport: required", "Mair Price (Head)"),
        (Status.ASK, "2", "Good practice", "Mair Price (Head)"),
    ]
    kinds = [type(block) for block in report.blocks]
    assert kinds.index(Verdict) < kinds.index(Actions) < kinds.index(AnswerList)
    assert kinds[-1] is SignOffPage


def test_incomplete_is_fine_and_says_so() -> None:
    """A paper can be printed at any moment; gaps are told, never hidden."""
    report = compose(project(), run(Answers()), NO_SCHOOL, "me", TODAY)

    assert blocks_of(report, Verdict)[0].heading == "Nothing answered yet"
    assert rows_of(report)["Is there a pilot?"].status is Status.NOT_ANSWERED
    assert dict(blocks_of(report, Facts)[0].rows)["What is it called?"] == "Not answered"


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

    assert (notice.title, notice.tone) == (title, "law")
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


def test_hostile_text_travels_as_it_is() -> None:
    """What a person typed is data: compose neither reads nor mends it."""
    hostile = "</para><img src='file:x'/> {0} {name} & \u202egnp"
    given = answers({"cp-title": hostile, "more": Answer("leave", hostile, show_note=True)})

    report = compose(project(), run(given), School(hostile), "slt", TODAY)

    assert report.subtitle == report.school == hostile
    assert rows_of(report)["Is more right?"].note == hostile


def test_the_drawer_gets_its_furniture_with_places_unfilled() -> None:
    """Page numbers are only known while drawing."""
    report = compose(project(), run(Answers()), NO_SCHOOL, "me", TODAY)

    assert report.words["actions"] == "Actions"
    assert report.words["account-setting"] == "Account setting {number}"


def test_a_blank_sheet_has_every_question_in_line_order() -> None:
    """Branches and platforms too: paper cannot fold, so it says when to skip."""
    report = compose_blank(check_up(), NO_SCHOOL, "newport", large_print=True)

    asked = blocks_of(report, BlankQuestion)
    assert [one.line for one in asked] == ["1", "2", "3", "4", "5", "FB1", "FB2", "RB1", "RB2"]
    assert [box.id for box in asked[0].boxes] == ["facebook", "rainbow", "none"]
    assert asked[3].hint == "Only if line 1 is “Rainbow”."
    assert "Only if line 1 is “Facebook”." in text_of(report)
    assert (report.reader, report.large_print, report.made) == ("blank", True, "2026-11-21")
    assert isinstance(report.blocks[-1], SignOffPage)


def test_a_blank_sheet_leaves_room_to_write() -> None:
    """Words need lines, choices a note, risks empty rows; nobody's name is filled in."""
    report = compose_blank(project(), NO_SCHOOL, "all", large_print=False)

    by_id = {one.id: one for one in blocks_of(report, BlankQuestion)}
    assert (by_id["cp-title"].room, by_id["cp-title"].note) == (1, False)
    assert (by_id["pilot"].room, by_id["pilot"].note) == (0, True)
    assert blocks_of(report, Risks)[0].blank_rows == 6
    assert [value for _, value in blocks_of(report, Facts)[0].rows] == ["", "", ""]
    assert report.policy == "All five policies: the strictest of them"


def test_headings_never_stand_alone() -> None:
    """A heading with nothing beneath it is a broken promise."""
    for reader in ("me", "slt"):
        report = compose(check_up(), run(answers(GIVEN)), NO_SCHOOL, reader, TODAY)
        for block, after in zip(report.blocks, report.blocks[1:], strict=False):
            if isinstance(block, Heading):
                assert not isinstance(after, Heading) or after.level > block.level
    assert blocks_of(report, Text)
