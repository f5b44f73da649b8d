"""The blank checklist: the same questions, lines and choices as on screen, for a pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from wizard.assess.whose import steps
from wizard.model.answers import Answers
from wizard.model.question import AnswerKind, Question
from wizard.report.blocks import (
    BlankGrid,
    BlankQuestion,
    Block,
    Box,
    Bullets,
    Facts,
    Heading,
    PageBreak,
    Report,
    Risks,
    Text,
)
from wizard.report.compose_signoff import sign_off_page
from wizard.report.compose_words import language_remark, only_if, policy_line
from wizard.words import say, spoken

if TYPE_CHECKING:
    from wizard.model.journey import Journey, Section
    from wizard.model.pack import Pack
    from wizard.model.platform import Setting
    from wizard.model.school import School

ROOM = {AnswerKind.LINE: 1, AnswerKind.DATE: 1, AnswerKind.TEXT: 4}
"""Lines to write on, by the kind of answer."""

NOTES = 3
"""Lines to write notes on for all settings of a platform together..."""

FEWER_NOTES, MANY = 2, 15
"""... and where there are many settings, so that they still take one page."""

MORE_NOTES, A_PAGE = 6, 16
"""... and where there are more than a page takes: each of its sections has a page then."""

RISK_ROWS = 6
"""Empty rows of the risk assessment on a blank sheet."""


def compose_blank(
    pack: Pack,
    school: School,
    policy: str,
    *,
    large_print: bool,
    fillable: bool = False,
    platforms: Sequence[str] = (),
) -> Report:
    """Return the blank sheet of a journey: every question in line order, then the sign-off.

    A ``fillable`` one has fields to fill in on screen; ``platforms`` are the only ones it
    asks about (none named: all).  It is dated by the content, so that the same content
    gives the same sheet.  Raises ``KeyError`` for a policy the pack does not have.
    """
    asked = [
        section
        for section in pack.journey.sections
        if not (platforms and section.platform and section.platform not in platforms)
    ]
    blocks = (
        *language_remark(),
        Facts(tuple((say(f"paper.fact.{one}"), "") for one in ("name", "role", "date"))),
        Text(say("paper.blank.lead"), "lead"),
        # Fields and large print take the room of a question each.
        *_sections(pack, asked, policy, roomy=large_print or fillable),
        sign_off_page(pack, school, Answers()),
    )
    return Report(
        title=pack.journey.title,
        subtitle="",
        reader="blank",
        school=school.name,
        logo=school.logo,
        reference=say("paper.blank.edition", edition=pack.edition),
        policy=policy_line(pack, policy),
        made=pack.dated.isoformat(),
        language=spoken().language,
        blocks=blocks,
        words=spoken().starting("paper."),
        large_print=large_print,
        form=_form_of(pack) if fillable else "",
    )


def _sections(pack: Pack, asked: Sequence[Section], policy: str, *, roomy: bool) -> Iterator[Block]:
    platform = ""
    for section, after in zip_longest(asked, asked[1:]):
        begins = section.platform != platform
        platform = section.platform
        same = [one for one in asked if platform and one.platform == platform]
        settings = sum(len(one.questions) for one in same)
        # Two settings alone on the next page are overlooked: a section that is whole is not.
        if platform and not roomy and (begins or settings > A_PAGE):
            yield PageBreak()
        notes = 0
        if settings > A_PAGE:
            notes = MORE_NOTES
        elif after is None or after.platform != platform:
            notes = FEWER_NOTES if settings >= MANY else NOTES
        gridded = bool(platform) and not roomy
        yield from _section(pack, section, policy, gridded=gridded, notes=notes)


def _form_of(pack: Pack) -> str:
    """Return what a form says it is of: the journey, then each question that came to mean
    something else, as ``id:meaning``.
    """
    asked = pack.journey.questions()
    meanings = (f"{one.id}:{one.meaning}" for one in asked if one.meaning > 1)
    return " ".join((pack.journey.id, *meanings))


def _section(
    pack: Pack, section: Section, policy: str, *, gridded: bool, notes: int
) -> list[Block]:
    journey = pack.journey
    blocks: list[Block] = [Heading(section.title, 2)]
    lead = " ".join(part for part in (section.intro, only_if(journey, section.when)) if part)
    if lead:
        blocks.append(Text(lead, "small"))
    if section.points:
        blocks.append(Bullets(steps(pack, section, policy)))
    asked = [_question(journey, question, policy) for question in section.questions]
    if gridded and _is_grid(asked):
        rows = tuple(replace(one, note=False) for one in asked)
        return [*blocks, BlankGrid(asked[0].boxes, rows, notes)]
    for one in asked:
        blocks.append(one)
        if one.kind == AnswerKind.RISKS.value:
            blocks.append(Risks((), RISK_ROWS, one.id))
    return blocks


def _is_grid(asked: Sequence[BlankQuestion]) -> bool:
    """Whether all have the same answers to tick, and only one of them."""
    if not asked:
        return False
    same = all(one.boxes == asked[0].boxes for one in asked)
    return same and all(one.kind == AnswerKind.ONE.value for one in asked)


def _question(journey: Journey, question: Question, policy: str) -> BlankQuestion:
    where = _where(question.setting, policy) if question.setting else ""
    hint = (only_if(journey, question.when), question.help, where)
    return BlankQuestion(
        id=question.id,
        line=journey.lines[question.id],
        question=question.text,
        kind=question.kind.value,
        boxes=tuple(Box(choice.id, choice.text) for choice in question.choices),
        hint=" ".join(part for part in hint if part),
        note=question.note and question.kind.has_choices and question.assessed,
        room=ROOM.get(question.kind, 0),
    )


def _where(setting: Setting, policy: str) -> str:
    """Return where a setting is and what it should be, by the policy if it says so.

    With what to search for, where that is known: paper outlives the menus it names.
    """
    own = setting.by_policy.get(policy)
    safe = own.safe if own is not None else setting.safe
    if not setting.path:
        return say("paper.blank.safe", safe=safe)
    if not setting.search:
        return say("paper.blank.setting", path=setting.path, safe=safe)
    found = setting.search
    return say("paper.blank.setting-search", path=setting.path, safe=safe, search=found)
