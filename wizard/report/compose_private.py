"""What SLT sees where a journey asks which platforms someone uses: statuses, no names.

That list alone can give away faith, health or orientation.  So whatever hangs on a
platform is merged under one neutral heading, in an order that follows the status and
not the platform.  Where platforms are what the whole journey is about, SLT sees the
other questions with their statuses only, and none that an answer brought up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.model.answers import NO_ACTION, Action
from wizard.model.status import Status
from wizard.report.compose_rows import Row
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.answers import Answer
    from wizard.model.finding import Finding
    from wizard.model.journey import Journey
    from wizard.model.question import Question

NEUTRAL_ORDER = (
    Status.TO_DO,
    Status.ASK,
    Status.EXCEPTION,
    Status.NOT_ANSWERED,
    Status.IN_PLACE,
    Status.DOESNT_APPLY,
)
"""The order of what must not be named: by what became of it."""


def conceals(journey: Journey, reader: str) -> bool:
    """Whether some of this journey must be concealed from this reader."""
    return reader == "slt" and bool(journey.asks_platforms)


def statuses_only(journey: Journey, reader: str) -> bool:
    """Whether this reader sees no answer of this journey in words.

    So where its pages on platforms are what it is about; where they are folded, as an
    extra, the other answers are the school's business.
    """
    about = any(section.platform and not section.optional for section in journey.sections)
    return conceals(journey, reader) and about


def hidden_questions(journey: Journey) -> frozenset[str]:
    """Return the ids of questions that by being asked at all would name a platform."""
    hidden = set(journey.asks_platforms)
    for section in journey.sections:
        for question in section.questions:
            reads = section.when.questions | question.when.questions
            if reads & hidden:
                hidden.add(question.id)
    return frozenset(hidden)


def concealed_questions(journey: Journey, reader: str) -> frozenset[str]:
    """Return the ids of questions of which this reader sees no line.

    Where no answer is told in words, each that is asked for the sake of another answer would
    tell that answer by being there.
    """
    if not conceals(journey, reader):
        return frozenset()
    if not statuses_only(journey, reader):
        return hidden_questions(journey)
    return hidden_questions(journey) | {
        question.id
        for section in journey.sections
        for question in section.questions
        if section.when.tests or question.when.tests
    }


def note_for(question: Question, answer: Answer, reader: str) -> str:
    """Return the note if this reader may see it: SLT only sees what was ticked.

    Where a question takes no note any more nobody could take back the tick: it is its writer's.
    """
    is_shown = answer.show_note and question.note
    return answer.note.strip() if reader == "me" or is_shown else ""


def neutral_rows(
    findings: Iterable[Finding], left_alone: Iterable[tuple[Question, Answer]]
) -> Mapping[str, Row]:
    """Return the rows of what must not be named: a status, and what was ticked or planned.

    Those ``left_alone`` make no finding: they have a row for a ticked note, and no status.  Only
    those that stand on their own, by such a note or a plan, have a number.
    """
    rows = [_neutral(one.question, one.answer, one.status, one.action) for one in findings]
    alone = (_neutral(one, answer) for one, answer in left_alone)
    rows += [(one, row) for one, row in alone if row.note]
    named = {}
    number = 0
    for question_id, row in sorted(rows, key=lambda pair: _rank(pair[1])):
        name = say("paper.account-settings")
        if row.note or row.action != NO_ACTION:
            number += 1
            name = say("paper.account-setting", number=number)
        named[question_id] = replace(row, question=name, point=name)
    return named


def _neutral(
    question: Question, answer: Answer, status: Status | None = None, action: Action = NO_ACTION
) -> tuple[str, Row]:
    note = note_for(question, answer, "slt")
    return question.id, Row("", "", "", status, note, action=action, neutral=True)


def _rank(row: Row) -> int:
    return NEUTRAL_ORDER.index(row.status or Status.NOT_ANSWERED)


def uncounted(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return one row for each status, and each that has a ticked note.

    Platforms have different numbers of settings: how many there are would say which.
    """
    found = tuple(rows)
    noted = tuple(row for row in found if row.note)
    told = {row.status for row in noted}
    rest: dict[Status | None, Row] = {}
    for row in found:
        if row.status not in told:
            rest.setdefault(row.status, row)
    both = (*noted, *rest.values())
    return tuple(sorted(both, key=_rank))


def countable(findings: Iterable[Finding], hidden: frozenset[str]) -> tuple[Finding, ...]:
    """Return the findings whose number gives nothing away.

    Those are the ones in the open, exceptions, and what has a line of its own because
    somebody or a day is put to it: who counts those lines must come to the same number.
    """
    return tuple(
        finding
        for finding in findings
        if finding.question.id not in hidden
        or finding.status is Status.EXCEPTION
        or finding.action != NO_ACTION
    )


def summed(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Put what must not be named into one line for each status, after all that may be.

    What is open and has somebody or a day put to it keeps a line of its own.  Only
    exceptions are counted: SLT is told of each.
    """
    named: list[Row] = []
    counted: Counter[Status] = Counter()
    for row in rows:
        if row.neutral and row.status and row.action == NO_ACTION:
            counted[row.status] += 1
        else:
            named.append(row)
    each = (
        Row("", "", "", status, point=say(f"paper.account-settings.{status.value}", count=count))
        for status, count in counted.items()
    )
    return (*named, *each)
