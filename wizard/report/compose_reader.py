"""Who may see what: the one place that decides it.

Everything a paper says about a person's answers is taken from the :class:`Row`
objects made here, so what a reader may not see never reaches the paper.

``me`` sees everything.  ``slt`` sees questions, answers and the notes the person
ticked; but where a journey asks which platforms someone uses (that alone can give
away faith, health or orientation), SLT sees statuses and actions only, and all that
hangs on a platform is merged under one neutral heading, in an order that follows
the status and not the platform.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wizard.assess.deciders import who_decides
from wizard.assess.findings import order_open
from wizard.assess.readings import risk_rows, spoken, spoken_day
from wizard.model.answers import NO_ACTION, Action
from wizard.model.flow import visible_questions, visible_sections
from wizard.model.status import Status
from wizard.report.blocks import RiskLine
from wizard.report.compose_words import cites, strength
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.answers import Answer, Answers
    from wizard.model.finding import Finding
    from wizard.model.journey import Journey, Section
    from wizard.model.question import Question
    from wizard.model.school import School
    from wizard.pack.build import Pack

SHORT_REASON = 160
"""Characters of a reason that still fit on the first page; a longer one stays at its line."""

_NEUTRAL_ORDER = (
    Status.TO_DO,
    Status.ASK,
    Status.EXCEPTION,
    Status.NOT_ANSWERED,
    Status.IN_PLACE,
    Status.DOESNT_APPLY,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One question as its reader may see it.

    ``status`` is None where a question only sets the scene.  ``point`` is the line it
    gets among what is open; ``who`` decides; ``strength`` and ``cites`` say how
    strongly the policy asks, and where.  ``line`` is empty where it would tell too much.
    """

    line: str
    question: str
    said: str
    status: Status | None
    note: str = ""
    cites: str = ""
    point: str = ""
    strength: str = ""
    who: str = ""
    action: Action = NO_ACTION
    risks: tuple[RiskLine, ...] = ()
    neutral: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do or decide something."""
        return self.status is not None and self.status.is_open


@dataclass(frozen=True, slots=True)
class Part:
    """One section as its reader may see it.  ``neutral`` hides what it is made of."""

    title: str
    rows: tuple[Row, ...]
    neutral: bool = False

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses of its questions, in order, without those that set the scene."""
        return tuple(row.status for row in self.rows if row.status is not None)


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a reader may see: the parts, and what is open, most pressing first.

    ``scene`` has the rows that open a journey and only say what it is about;
    ``pressing`` is what needs a decision or a deed, and for SLT then the exceptions;
    ``planned`` is what needs a deed.
    """

    parts: tuple[Part, ...]
    scene: tuple[Row, ...]
    pressing: tuple[Row, ...]
    planned: tuple[Row, ...]


def platform_choosers(journey: Journey) -> frozenset[str]:
    """Return the ids of the questions that ask which platforms someone uses."""
    return frozenset(
        question_id
        for section in journey.sections
        if section.platform
        for question_id in section.when.questions
    )


def is_private(journey: Journey, reader: str) -> bool:
    """Whether this reader sees only statuses of this journey."""
    return reader == "slt" and bool(platform_choosers(journey))


def hidden_questions(journey: Journey) -> frozenset[str]:
    """Return the ids of questions that by being asked at all would name a platform."""
    hidden = set(platform_choosers(journey))
    for section in journey.sections:
        for question in section.questions:
            reads = section.when.questions | question.when.questions
            if reads & hidden:
                hidden.add(question.id)
    return frozenset(hidden)


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
    private = is_private(pack.journey, reader)
    hidden = hidden_questions(pack.journey) if private else frozenset()
    for section in visible_sections(pack.journey, answers):
        rows = []
        for question in visible_questions(pack.journey, section, answers):
            if question.id in hidden:
                continue
            row = _row(pack, answers, school, reader, question, by_id.get(question.id))
            if row is None:
                continue
            shown[question.id] = replace(row, said="", risks=()) if private else row
            if row.status is not None or not private:
                rows.append(shown[question.id])
        parts += _part(section, rows)
    order = _by_weight(findings)
    if private:
        covered = [finding for finding in order if finding.question.id in hidden]
        neutral = _neutral(covered)
        shown |= neutral
        if neutral:
            title = say("paper.account-settings")
            parts.append(Part(title, tuple(neutral.values()), neutral=True))
    scene, parts = _scene(parts)
    ordered = [shown[finding.question.id] for finding in order]
    return Seen(
        tuple(parts),
        scene,
        _summed(row for row in ordered if row.is_open or _is_told(row, reader)),
        _summed((row for row in ordered if row.is_open), keep_planned=True),
    )


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


def _summed(rows: Iterable[Row], *, keep_planned: bool = False) -> tuple[Row, ...]:
    """Put what must not be named into one line for each status, after all that may be.

    ``keep_planned`` leaves a line to each that has somebody or a day put to it.
    """
    named: list[Row] = []
    counted: Counter[Status] = Counter()
    for row in rows:
        if row.neutral and row.status and not (keep_planned and row.action != NO_ACTION):
            counted[row.status] += 1
        else:
            named.append(row)
    summed = (
        Row("", "", "", status, point=say(f"paper.account-settings.{status.value}", count=count))
        for status, count in counted.items()
    )
    return (*named, *summed)


def _by_weight(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    rest = (finding for finding in findings if not finding.status.is_open)
    return (
        *order_open(findings),
        *sorted(rest, key=lambda finding: _NEUTRAL_ORDER.index(finding.status)),
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
    note = _note(answer, reader)
    if finding is None:
        if question.assessed:
            # Folded and left alone: it leaves no gap, so it leaves no line either.
            return None
        said = spoken(question, answer) or say("paper.scene-not-answered")
        return Row(line, question.text, said, None, note)
    return Row(
        line=line,
        question=question.text,
        said=finding.said,
        status=finding.status,
        note=note,
        cites=cites(pack, finding),
        point=_point(finding, note),
        strength=strength(pack, finding.severity),
        # An exception is not a question to anybody: it stands, with its reason.
        who=who_decides(pack, finding.who, school, answers) if finding.status.is_open else "",
        action=finding.action,
        risks=_risk_lines(answer),
    )


def _note(answer: Answer, reader: str) -> str:
    """Return the note if this reader may see it: SLT only sees what was ticked."""
    return answer.note.strip() if reader == "me" or answer.show_note else ""


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


def _neutral(findings: Iterable[Finding]) -> Mapping[str, Row]:
    """Return the rows of what must not be named: a number, a status, what was ticked."""
    rows = {}
    in_order = sorted(findings, key=lambda finding: _NEUTRAL_ORDER.index(finding.status))
    for number, finding in enumerate(in_order, 1):
        name = say("paper.account-setting", number=number)
        rows[finding.question.id] = Row(
            line="",
            question=name,
            said="",
            status=finding.status,
            note=_note(finding.answer, "slt"),
            point=name,
            action=finding.action,
            neutral=True,
        )
    return rows
