"""From a self-assessment to the blocks of its paper.

The first page answers who, what, when, the outcome, what to decide and to do; then come
the answers, and the page to sign.  SLT reads a short one on that page alone.  What a reader
may see is decided in :mod:`wizard.report.compose_reader` and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.assess.aside import set_aside
from wizard.assess.deciders import person_in
from wizard.assess.findings import assess, counts, outcome
from wizard.assess.readings import spoken_day
from wizard.model.status import Status
from wizard.report.blocks import (
    AnswerList,
    AnswerRow,
    Block,
    Facts,
    Heading,
    Matter,
    Matters,
    Overview,
    OverviewRow,
    Report,
    Risks,
    Text,
    Verdict,
)
from wizard.report.compose_dated import remarks
from wizard.report.compose_private import (
    concealed_questions,
    conceals,
    countable,
    statuses_only,
)
from wizard.report.compose_reader import is_short, see
from wizard.report.compose_rows import Part, Row, Seen
from wizard.report.compose_signoff import sign_off_page
from wizard.report.compose_words import dated, language_remark, policy_line
from wizard.words import say, spoken

if TYPE_CHECKING:
    from datetime import date

    from wizard.model.finding import Finding
    from wizard.model.pack import Pack
    from wizard.model.run import Run
    from wizard.model.school import School

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
    tells_choices = not statuses_only(pack.journey, reader)
    findings = assess(pack, run.answers, run.policy, tells_choices=tells_choices)
    seen = see(pack, run.answers, school, reader, findings)
    concealed = conceals(pack.journey, reader)
    subtitle = "" if concealed else _subtitle(pack, run)
    facts = _who_what_when(pack, run, school, reader, seen, subtitle)
    head: list[Block] = [*language_remark(), facts]
    notices = [] if concealed else remarks(pack, run.answers, today)
    sign_off = sign_off_page(pack, school, run.answers)
    lacks = _lacks(pack, run, reader, findings)
    if pack.journey.is_record:
        # A record tells what happened first; nothing in it is weighed or counted.
        blocks = [*head, *_answers(seen), *_steps(seen), *notices, *lacks, sign_off]
    elif reader == "slt" and is_short(seen):
        verdict = _outcome(pack, findings, reader)
        blocks = [*head, verdict, *_matters_told(seen, verdict), *notices, *_rest(seen), sign_off]
    else:
        verdict = _outcome(pack, findings, reader)
        matters = _matters(seen, reader, verdict)
        told = [*_overview(seen), *_answers(seen), *lacks]
        blocks = [*head, verdict, *matters, *notices, *told, sign_off]
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


def _who_what_when(
    pack: Pack, run: Run, school: School, reader: str, seen: Seen, subtitle: str
) -> Facts:
    person = person_in("staff", school, run.answers)
    rows = (
        (say("paper.fact.role"), person.role),
        dated(pack, run),
        # Who holds two papers must see which one has the private notes.
        (say("paper.fact.for"), say(f"paper.for.{reader}")),
        (say("paper.fact.policy"), policy_line(pack, run.policy)),
        # Numbered as on screen, so that what is written on paper finds its question.
        *((f"{row.line} {row.question}", row.said) for row in seen.scene if row.said != subtitle),
        (say("paper.fact.school-file"), school.digest[:SHORT_DIGEST]),
    )
    # A name has its place even where none is given: there is room to write it.
    name = (say("paper.fact.name"), person.name)
    return Facts((name, *((label, value) for label, value in rows if value)))


def _outcome(pack: Pack, findings: tuple[Finding, ...], reader: str) -> Verdict:
    counted = counts(countable(findings, concealed_questions(pack.journey, reader)))
    heading, tone = outcome(pack, findings, dict(counted).get(Status.NOT_ANSWERED, 0))
    return Verdict(heading, tone, counted)


def _lacks(pack: Pack, run: Run, reader: str, findings: tuple[Finding, ...]) -> list[Block]:
    """Say to whoever answers that something of theirs is not on it; SLT learns of none."""
    is_whole = not (run.answers.earlier or set_aside(pack, run.answers, findings, on_paper=True))
    return [] if reader != "me" or is_whole else [Text(say("paper.aside"), "small")]


def _nothing_open(verdict: Verdict) -> Text:
    """Say that nothing waits for a decision; a gap is not yet an answer that needs none."""
    gaps = dict(verdict.counts).get(Status.NOT_ANSWERED, 0)
    return Text(say("paper.nothing-open-yet" if gaps else "paper.nothing-open", count=gaps))


def _matters(seen: Seen, reader: str, verdict: Verdict) -> list[Block]:
    if not seen.matters:
        return [_nothing_open(verdict)]
    listed = Matters(tuple(_matter(row) for row in seen.matters))
    return [Heading(say(f"paper.matters.{reader}"), 1), listed]


def _matters_told(seen: Seen, verdict: Verdict) -> list[Block]:
    """Return what is open with what was asked and said, so that nothing is read twice."""
    if not seen.matters:
        return [_nothing_open(verdict)]
    listed = Matters(tuple(_told(row) for row in seen.matters))
    return [Heading(say("paper.matters.slt"), 2), listed]


def _steps(seen: Seen) -> list[Block]:
    """Return what a record leaves to do: nothing in it is an exception from a rule."""
    listed = tuple(_matter(row) for row in seen.matters if row.is_open)
    return [Heading(say("paper.actions"), 1), Matters(listed)] if listed else []


def _matter(row: Row) -> Matter:
    return Matter(
        status=row.status or Status.ASK,
        what=row.point,
        line=row.line,
        strength=row.strength,
        decides=row.who,
        who=row.action.who,
        by=spoken_day(row.action.by) if row.action.by else "",
        done=row.action.done,
    )


def _told(row: Row) -> Matter:
    is_exception = row.status is Status.EXCEPTION
    return replace(
        _matter(row),
        what=row.question if is_exception else row.point,
        strength=row.cites or row.strength,
        question=row.question,
        said=row.said,
        note=row.note,
        reason=is_exception,
    )


def _overview(seen: Seen) -> list[Block]:
    rows = tuple(OverviewRow(part.title, part.statuses) for part in seen.parts if part.statuses)
    return [Heading(say("paper.overview"), 1), Overview(rows)] if rows else []


def _rest(seen: Seen) -> list[Block]:
    """Return the answers that are no matter any more, under one heading for each status."""
    blocks: list[Block] = []
    settled = [row for row in seen.told if row not in seen.matters]
    for status in (Status.NOT_ANSWERED, Status.IN_PLACE, Status.DOESNT_APPLY, None):
        rows = tuple(_answer_row(row) for row in settled if row.status is status)
        if rows:
            title = say(f"paper.status.{status.value}" if status else "paper.answers")
            blocks += [Heading(title, 2), AnswerList(rows, brief=True)]
    return blocks


def _answers(seen: Seen) -> list[Block]:
    blocks: list[Block] = []
    for part in seen.parts:
        blocks += _neutral_answers(part) if part.neutral else _answers_of(part)
    if not blocks:
        return []
    if any(row.status and not (row.cites or row.neutral) for row in seen.told):
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
