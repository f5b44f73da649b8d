"""From a self-assessment to the blocks of its paper.

The first page answers who, what, when, the outcome and what needs a decision; then
come the actions, the answers, and the page to sign.  What a reader may see is decided
in :mod:`wizard.report.compose_reader` and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.assess.deciders import person_in
from wizard.assess.findings import assess, counts, outcome
from wizard.assess.readings import spoken_day
from wizard.model.status import Status
from wizard.report.blocks import (
    ActionRow,
    Actions,
    AnswerList,
    AnswerRow,
    Block,
    Facts,
    Heading,
    Overview,
    OverviewRow,
    Point,
    Points,
    Report,
    Risks,
    Text,
    Verdict,
)
from wizard.report.compose_dated import remarks
from wizard.report.compose_private import conceals, countable, hidden_questions
from wizard.report.compose_reader import gathered, see
from wizard.report.compose_rows import Part, Row, Seen
from wizard.report.compose_signoff import sign_off_page
from wizard.report.compose_words import dated, language_remark, policy_line
from wizard.words import say, spoken

if TYPE_CHECKING:
    from datetime import date

    from wizard.model.finding import Finding
    from wizard.model.run import Run
    from wizard.model.school import School
    from wizard.pack.build import Pack

SHORT_DIGEST = 16
"""Digits of the SHA-256 of the school's file that stand on paper, enough to tell two apart."""


def compose(
    pack: Pack,
    run: Run,
    school: School,
    reader: str,
    today: date,
    reference: str = "",
) -> Report:
    """Return the paper of a self-assessment for ``reader``: ``me`` or ``slt``.

    ``today`` settles where a law stands and what has aged.  Raises ``KeyError`` for a
    policy the pack does not have.
    """
    findings = assess(pack, run.answers, run.policy)
    seen = see(pack, run.answers, school, reader, findings)
    concealed = conceals(pack.journey, reader)
    subtitle = "" if concealed else _subtitle(pack, run)
    facts = _who_what_when(pack, run, school, seen, subtitle)
    head: list[Block] = [*language_remark(), facts]
    answers = _answers(seen if reader == "me" else gathered(seen))
    notices = [] if concealed else remarks(pack, run.answers, today)
    sign_off = sign_off_page(pack, school, run.answers)
    if pack.journey.is_record:
        # A record tells what happened first; nothing in it is weighed or counted.
        blocks = [*head, *answers, *_actions(seen), *notices, sign_off]
    else:
        verdict = _outcome(pack, findings, seen, reader)
        overview = _overview(seen)
        blocks = [*head, *verdict, *notices, *overview, *_actions(seen), *answers, sign_off]
    return Report(
        title=pack.journey.title,
        subtitle=subtitle,
        reader=reader,
        school=school.name,
        logo=school.logo,
        reference=reference,
        policy=policy_line(pack, run.policy),
        made=(run.finished or run.changed).isoformat(),
        language=spoken().language,
        blocks=tuple(blocks),
        words=spoken().starting("paper."),
    )


def _subtitle(pack: Pack, run: Run) -> str:
    title = run.answers[pack.journey.named_by].value
    return run.title or (title.strip() if isinstance(title, str) else "")


def _who_what_when(pack: Pack, run: Run, school: School, seen: Seen, subtitle: str) -> Facts:
    person = person_in("staff", school, run.answers)
    rows = (
        (say("paper.fact.role"), person.role),
        dated(run),
        (say("paper.fact.policy"), policy_line(pack, run.policy)),
        # Numbered as on screen, so that what is written on paper finds its question.
        *((f"{row.line} {row.question}", row.said) for row in seen.scene if row.said != subtitle),
        (say("paper.fact.school-file"), school.digest[:SHORT_DIGEST]),
    )
    # A name has its place even where none is given: there is room to write it.
    name = (say("paper.fact.name"), person.name)
    return Facts((name, *((label, value) for label, value in rows if value)))


def _outcome(pack: Pack, findings: tuple[Finding, ...], seen: Seen, reader: str) -> list[Block]:
    hidden = hidden_questions(pack.journey) if conceals(pack.journey, reader) else frozenset()
    counted = counts(countable(findings, hidden))
    heading, tone = outcome(pack, findings, dict(counted)[Status.NOT_ANSWERED])
    verdict = Verdict(heading, tone, counted)
    items = tuple(_point(row) for row in seen.pressing)
    if not items:
        return [verdict, Text(say("paper.nothing-open"))]
    return [verdict, Heading(say(f"paper.pressing.{reader}"), 2), Points(items)]


def _point(row: Row) -> Point:
    return Point(row.status or Status.ASK, row.point, row.line, row.strength, row.who)


def _overview(seen: Seen) -> list[Block]:
    rows = tuple(OverviewRow(part.title, part.statuses) for part in seen.parts if part.statuses)
    return [Heading(say("paper.overview"), 2), Overview(rows)] if rows else []


def _actions(seen: Seen) -> list[Block]:
    rows = tuple(
        ActionRow(
            status=row.status or Status.TO_DO,
            what=row.point,
            line=row.line,
            who=row.action.who,
            by=spoken_day(row.action.by) if row.action.by else "",
            done=row.action.done,
        )
        for row in seen.planned
    )
    return [Heading(say("paper.actions"), 1), Actions(rows)] if rows else []


def _answers(seen: Seen) -> list[Block]:
    blocks: list[Block] = []
    for part in seen.parts:
        blocks += _neutral_answers(part) if part.neutral else _answers_of(part)
    if not blocks:
        return []
    rows = (row for part in seen.parts for row in part.rows)
    if any(row.status and not (row.cites or row.neutral) for row in rows):
        blocks.insert(0, Text(say("paper.answers.uncited"), "small"))
    return [Heading(say("paper.answers"), 1), *blocks]


def _answers_of(part: Part) -> list[Block]:
    """Return the answers of a section, each risk assessment right below its question."""
    blocks: list[Block] = [Heading(part.title, 2)] if part.title else []
    waiting: list[AnswerRow] = []
    for row in part.rows:
        waiting.append(_answer_row(row))
        if row.risks:
            blocks += [AnswerList(tuple(waiting)), Risks(row.risks)]
            waiting = []
    return [*blocks, AnswerList(tuple(waiting))] if waiting else blocks


def _neutral_answers(part: Part) -> list[Block]:
    """Return what SLT sees of account settings: the notes that were ticked, and why no more."""
    rows = tuple(_answer_row(row) for row in part.rows if row.note)
    blocks: list[Block] = [Heading(part.title, 2), Text(say("paper.account-settings.why"))]
    return [*blocks, AnswerList(rows)] if rows else blocks


def _answer_row(row: Row) -> AnswerRow:
    return AnswerRow(
        line=row.line,
        question=row.question,
        said=row.said,
        status=row.status,
        note=row.note,
        reason=bool(row.note) and row.status is Status.EXCEPTION,
        cites=row.cites,
    )
