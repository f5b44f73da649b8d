"""What SLT may see: every string of the paper they would get is searched."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.assess.small_pack import TODAY, answers, pack, question, risk, run, section
from tests.report.papers import GIVEN, SECRET, blocks_of, check_up, project, rows_of, text_of
from wizard.model.answers import Action, Answer, Answers, Value
from wizard.model.flow import asked
from wizard.model.question import AnswerKind
from wizard.model.school import NO_SCHOOL
from wizard.model.status import Status
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.paths import content_folder
from wizard.report.blocks import (
    AnswerList,
    Heading,
    Matters,
    Overview,
    Risks,
    Verdict,
)
from wizard.report.compose import compose


def test_slt_cannot_tell_which_platforms_someone_uses() -> None:
    """Which networks someone uses can give away faith, health or orientation.

    No name, label, letter, question, answer, title or law that hangs on a platform, and
    no private note, may reach SLT's paper; the same words do reach the person's own.
    """
    names = ("Facebook", "Rainbow", "Prayernet", "Future posts", "Show distance")
    traces = ("facebook", "rainbow", "FB", "RB", "locked", "your face", "job hidden",
              "Where you are", "platform-", "else are you", "chapel", SECRET)  # fmt: skip
    made = run(answers(GIVEN), title="My Rainbow check")

    own = text_of(compose(check_up(), made, NO_SCHOOL, "me", TODAY))
    theirs = text_of(compose(check_up(), made, NO_SCHOOL, "slt", TODAY))

    assert [word for word in (*names, *traces) if word in theirs] == []
    assert [word for word in names if word not in own] == []
    assert SECRET in own


def test_where_platforms_are_an_extra_the_rest_is_told_in_words() -> None:
    """A new member of staff signs for the policy named in an answer; SLT must see it."""
    whole = check_up()
    sections = tuple(replace(one, optional=bool(one.platform)) for one in whole.journey.sections)
    folded = replace(whole, journey=replace(whole.journey, sections=sections))
    given = answers({**GIVEN, "other": "AUP for staff, September 2026"})

    report = compose(folded, run(given, title="Rainbow"), NO_SCHOOL, "slt", TODAY)

    assert rows_of(report)["Which other accounts?"].said == "AUP for staff, September 2026"
    for word in ("Rainbow", "rainbow", "Facebook", "Future posts", "RB", "your face", SECRET):
        assert word not in text_of(report)


def test_slt_still_sees_statuses_actions_and_what_was_ticked() -> None:
    """Hiding the platforms must not hide that something is open."""
    given = answers(GIVEN).with_action("RB-2", Action("Me", "2026-12-05"))

    report = compose(check_up(), run(given), NO_SCHOOL, "slt", TODAY)

    verdict = blocks_of(report, Verdict)[0]
    counted = dict(verdict.counts)
    # Settings are not counted, but for exceptions and what has a line of its own: their
    # number could name a platform.
    assert counted == {Status.IN_PLACE: 1, Status.TO_DO: 2, Status.EXCEPTION: 2}
    assert "the first page counts only exceptions" in text_of(report)
    overview = blocks_of(report, Overview)[0]
    assert [row.title for row in overview.rows] == ["About you", "Account settings"]
    assert overview.rows[1].statuses == (
        Status.TO_DO, Status.ASK, Status.EXCEPTION, Status.IN_PLACE,
    )  # fmt: skip
    assert "Agreed with my partner" in text_of(report)
    matters = [(one.what, one.who, one.by) for one in blocks_of(report, Matters)[0].items]
    assert matters[1:] == [
        ("Account setting 1", "Me", "5 December 2026"),
        ("Some account settings are to ask about", "", ""),
        ("Some account settings are still to change", "", ""),
        ("Account settings left as they are, for a reason: 2", "", ""),
    ]
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


def test_slt_sees_a_projects_questions_answers_and_ticked_notes() -> None:
    """A project is the school's business; a note stays private unless it is ticked."""
    given = answers(
        {
            "pilot": Answer("leave", "The same tool ran last year.", show_note=True),
            "more": Answer("no", SECRET),
        }
    )

    report = compose(project(), run(given), NO_SCHOOL, "slt", TODAY)

    more, pilot = blocks_of(report, Matters)[0].items
    assert (pilot.what, pilot.said) == ("Is there a pilot?", "No, for a reason")
    assert (pilot.note, pilot.reason) == ("The same tool ran last year.", True)
    assert pilot.strength == "Newport (Pilot): required"
    assert (more.question, more.strength) == ("Is more right?", "Good practice")
    assert SECRET not in text_of(report)


def test_an_unticked_reason_is_counted_and_not_told() -> None:
    """SLT learns that there is an exception; the reason only if the person ticked it."""
    made = run(answers({"pilot": Answer("leave", SECRET)}))

    report = compose(project(), made, NO_SCHOOL, "slt", TODAY)

    assert (Status.EXCEPTION, 1) in blocks_of(report, Verdict)[0].counts
    assert blocks_of(report, Matters)[0].items[0].status is Status.EXCEPTION
    assert SECRET not in text_of(report)
    own = compose(project(), made, NO_SCHOOL, "me", TODAY)
    assert SECRET in text_of(own)
    assert blocks_of(own, Matters) == []


def test_slt_reads_a_short_paper_on_one_page() -> None:
    """Each answer once: what is open with what was said, the rest below its status."""
    said: dict[str, Value | Answer] = {
        "pilot": Answer("no", "After Easter.", show_note=True),
        "more": "yes",
    }
    made = run(answers(said))

    own = compose(project(), made, NO_SCHOOL, "me", TODAY)
    theirs = compose(project(), made, NO_SCHOOL, "slt", TODAY)

    assert [len(block.rows) for block in blocks_of(own, AnswerList)] == [2, 1]
    assert len(blocks_of(own, Overview)[0].rows) == 2
    matter = blocks_of(theirs, Matters)[0].items[0]
    assert (matter.question, matter.said) == ("Is there a pilot?", "No, not yet")
    assert matter.note == "After Easter."
    assert list(rows_of(theirs)) == ["What could go wrong?", "Is more right?"]
    assert [block.text for block in blocks_of(theirs, Heading)][-2:] == ["Not answered", "In place"]
    assert blocks_of(theirs, Overview) == []


def test_a_paper_with_risks_is_never_short() -> None:
    """The rows that SLT signs for must be there, with their matrix."""
    made = run(answers({"pilot": "no", "risks": (risk(2, 2),)}))

    report = compose(project(), made, NO_SCHOOL, "slt", TODAY)

    assert blocks_of(report, Risks)


def test_slt_keeps_the_sections_of_a_longer_paper() -> None:
    """Fifteen answers in one list are a wall; their sections are the way through."""
    many = [question(f"q{number}") for number in range(15)]
    long = pack(section("a", *many[:7]), section("b", *many[7:]))

    report = compose(long, run(Answers()), NO_SCHOOL, "slt", TODAY)

    assert [len(block.rows) for block in blocks_of(report, AnswerList)] == [7, 8]


def test_a_paper_with_long_notes_is_not_short() -> None:
    """Three thousand words in the small type of a list are read by nobody."""
    given = answers({"pilot": Answer("no", "word " * 300, show_note=True)})

    report = compose(project(), run(given), NO_SCHOOL, "slt", TODAY)

    assert blocks_of(report, Overview)
    assert "word word" in rows_of(report)["Is there a pilot?"].note


def test_no_platform_shows_through_in_the_content_that_ships() -> None:
    """The rule holds for the real check-up, with every platform in use and all left open."""
    real = open_pack(FolderSource(content_folder()), "privacy-checkup")
    given: dict[str, Value] = {}
    for _ in range(2):
        asked_now = asked(real.journey, answers(given))
        given |= {
            one.id: tuple(choice.id for choice in one.choices)
            if one.kind is AnswerKind.SEVERAL
            else one.choices[-1].id
            for one in asked_now
            if one.choices
        }
    made = run(answers(given), "privacy-checkup", "all")
    labels = {one.label for platform in real.platforms.values() for one in platform.settings}
    names = {platform.name for platform in real.platforms.values()}

    own = text_of(compose(real, made, NO_SCHOOL, "me", TODAY))
    theirs = text_of(compose(real, made, NO_SCHOOL, "slt", TODAY))

    told = {word for word in labels | names if re.search(rf"\b{re.escape(word)}\b", theirs)}
    assert len(given) > 100
    assert told == set()
    assert all(name in own for name in names)


def test_slt_cannot_count_out_which_platform_it_is() -> None:
    """Platforms have different numbers of settings: one alone would be known by counting."""
    whole = open_pack(FolderSource(content_folder()), "privacy-checkup")

    def paper(platform: str, answer: str) -> object:
        chosen = answers({"pc-platforms": (platform,)})
        given: dict[str, Value] = {"pc-platforms": (platform,)}
        for one in asked(whole.journey, chosen):
            if one.setting is not None and one.setting.platform == platform:
                given[one.id] = answer
        return compose(whole, run(answers(given)), NO_SCHOOL, "slt", TODAY).blocks

    for answer in ("set", "later", "cant-find", "not-here"):
        assert paper("bluesky", answer) == paper("tiktok", answer)
