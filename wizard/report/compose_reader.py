"""Who may see what: the one place that decides it.

Everything a paper says about a person's answers is taken from the :class:`Row`
objects made here, so what a reader may not see never reaches the paper.

``me`` sees everything.  ``slt`` sees questions, answers and the notes the person
ticked; but where a journey asks which platforms someone uses, SLT sees statuses and
actions as :mod:`wizard.report.compose_private` makes them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.assess.deciders import who_decides
from wizard.assess.findings import order_open
from wizard.assess.readings import risk_rows, spoken, spoken_day
from wizard.model.flow import asked_by_section
from wizard.model.status import Status
from wizard.report.blocks import RiskLine
from wizard.report.compose_private import (
    NEUTRAL_ORDER,
    concealed_questions,
    neutral_rows,
    note_for,
    statuses_only,
    summed,
    uncounted,
)
from wizard.report.compose_rows import Part, Row, Seen
from wizard.report.compose_words import cites, strength
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.answers import Answer, Answers
    from wizard.model.finding import Finding
    from wizard.model.journey import Section
    from wizard.model.pack import Pack
    from wizard.model.question import Question
    from wizard.model.school import School

SHORT_REASON = 160
"""Characters of a reason that still fit on the first page; a longer one stays at its line."""

SHORT_NOTES = 800
"""Characters of all notes together that still leave room for the answers on that page."""

SHORT_PAPER = 14
"""Answers that SLT reads on one page, without the sections they came from: the seven
questions before posting are twelve lines, and a school may add its own."""


def see(
    pack: Pack,
    answers: Answers,
    school: School,
    reader: str,
    findings: tuple[Finding, ...],
) -> Seen:
    """Return what ``reader`` (``me`` or ``slt``) may see of these answers."""
    by_id = {finding.question.id: finding for finding in findings}
    shown: dict[str, Row] = {}
    parts: list[Part] = []
    wordless = statuses_only(pack.journey, reader)
    hidden = concealed_questions(pack.journey, reader)
    left_alone: list[tuple[Question, Answer]] = []
    for section, asked in asked_by_section(pack.journey, answers):
        rows = []
        for question in asked:
            if question.id in hidden:
                if question.id not in by_id and question.id not in pack.journey.asks_platforms:
                    left_alone.append((question, answers[question.id]))
                continue
            row = _row(pack, answers, school, reader, question, by_id.get(question.id))
            if row is None:
                continue
            shown[question.id] = replace(row, said="", risks=()) if wordless else row
            if row.status is not None or row.note or not wordless:
                rows.append(shown[question.id])
        parts += _part(section, rows)
    order = _by_weight(findings)
    neutral = neutral_rows([one for one in order if one.question.id in hidden], left_alone)
    shown |= neutral
    if neutral:
        title = say("paper.account-settings")
        parts.append(Part(title, uncounted(neutral.values()), neutral=True))
    scene, parts = _scene(parts)
    ordered = [shown[finding.question.id] for finding in order]
    return Seen(
        tuple(parts),
        scene,
        summed(row for row in ordered if row.is_open or _is_told(row, reader)),
    )


def is_short(seen: Seen) -> bool:
    """Whether all answers fit on one page, so that SLT needs no sections to find the way."""
    plain = not any(part.neutral for part in seen.parts) and not any(row.risks for row in seen.told)
    noted = sum(len(row.note) for row in seen.told)
    return plain and len(seen.told) <= SHORT_PAPER and noted <= SHORT_NOTES


def _part(section: Section, rows: list[Row]) -> list[Part]:
    return [Part(section.title, tuple(rows))] if rows else []


def _scene(parts: list[Part]) -> tuple[tuple[Row, ...], list[Part]]:
    """Take out a first part that only says what this is about, for the first page."""
    if not parts or parts[0].neutral or parts[0].statuses:
        return (), parts
    if any(row.note for row in parts[0].rows):
        return (), parts
    return parts[0].rows, parts[1:]


def _is_told(row: Row, reader: str) -> bool:
    """Whether a row is an exception that SLT should know of; the person knows already."""
    return reader == "slt" and row.status is Status.EXCEPTION


def _by_weight(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    rest = (finding for finding in findings if not finding.status.is_open)
    return (
        *order_open(findings),
        *sorted(rest, key=lambda finding: NEUTRAL_ORDER.index(finding.status)),
    )


def _row(
    pack: Pack,
    answers: Answers,
    school: School,
    reader: str,
    question: Question,
    finding: Finding | None,
) -> Row | None:
    answer = answers[question.id]
    line = pack.journey.lines[question.id]
    note = note_for(question, answer, reader)
    if finding is None:
        if question.assessed and not note:
            # Folded and left alone: it leaves no gap, so it leaves no line either.
            return None
        said = spoken(question, answer) or say("paper.scene-not-answered")
        return Row(line, question.text, said, None, note)
    # What a record tells in words is told; it is neither in place nor out of it.
    told = pack.journey.is_record and not question.kind.has_choices
    return Row(
        line=line,
        question=question.text,
        said=finding.said,
        status=None if told and finding.status is Status.IN_PLACE else finding.status,
        note=note,
        # Where all is well a person needs the name of the rule, not its words.
        cites=cites(pack, finding, whole=reader == "me" and finding.status is not Status.IN_PLACE),
        point=_point(finding, note),
        strength=strength(pack, finding),
        # An exception is not a question to anybody: it stands, with its reason.
        who=who_decides(pack, finding.who, school, answers) if finding.status.is_open else "",
        action=finding.action,
        risks=_risk_lines(answer),
    )


def _point(finding: Finding, note: str) -> str:
    if finding.status is Status.EXCEPTION:
        if note and len(note) <= SHORT_REASON:
            return say("paper.exception-because", question=finding.question.text, reason=note)
        return finding.question.text
    return finding.advice or finding.question.text


def _risk_lines(answer: Answer) -> tuple[RiskLine, ...]:
    return tuple(
        RiskLine(
            hazard=row.hazard,
            who_harmed=row.who_harmed,
            already=row.already,
            likelihood=row.likelihood,
            severity=row.severity,
            further=row.further,
            who_acts=row.who_acts,
            when=spoken_day(row.when) if row.when else "",
        )
        for row in risk_rows(answer)
    )
