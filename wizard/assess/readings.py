"""What becomes of one answer under the chosen policy: its status and its words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from wizard.assess.severity import policies_in
from wizard.model.answers import HIGH_RISK, Action, Answer, RiskRow
from wizard.model.question import AnswerKind, Choice, Question
from wizard.model.status import Status
from wizard.words import say, say_day

if TYPE_CHECKING:
    from wizard.model.pack import Pack

_STRICTEST_FIRST = (
    Status.TO_DO,
    Status.ASK,
    Status.EXCEPTION,
    Status.IN_PLACE,
    Status.DOESNT_APPLY,
)


def strictest(statuses: Iterable[Status]) -> Status:
    """Return the status that asks most of the person; in place where there is none."""
    return min(statuses, key=_STRICTEST_FIRST.index, default=Status.IN_PLACE)


def chosen_choices(question: Question, answer: Answer) -> tuple[Choice, ...]:
    """Return the choices picked, in the order of the question; unknown ids are passed by."""
    return tuple(choice for choice in question.choices if choice.id in answer.chosen)


def reading(choice: Choice, pack: Pack, policy: str) -> Status | None:
    """Return what a choice becomes under a policy; with ``all`` the strictest reading.

    None where the choice only tells us something.
    """
    each = (choice.by_policy.get(one, choice.becomes) for one in policies_in(pack, policy))
    known = [status for status in each if status is not None]
    return strictest(known) if known else None


def is_empty(row: RiskRow) -> bool:
    """Whether nothing has been put down in a row of the risk assessment."""
    return row == RiskRow()


def risk_rows(answer: Answer) -> tuple[RiskRow, ...]:
    """Return the rows of a risk assessment that say anything."""
    if isinstance(answer.value, str):
        return ()
    return tuple(row for row in answer.value if isinstance(row, RiskRow) and not is_empty(row))


def untreated(answer: Answer) -> tuple[int, ...]:
    """Return the numbers (from 1) of high risks that have no further action yet."""
    return tuple(
        number
        for number, row in enumerate(risk_rows(answer), 1)
        if row.likelihood * row.severity >= HIGH_RISK and not row.further.strip()
    )


def status_of(question: Question, answer: Answer, pack: Pack, policy: str) -> Status:
    """Return what becomes of an answer, by the policy's reading of it."""
    if question.kind is AnswerKind.RISKS:
        if not risk_rows(answer):
            return Status.NOT_ANSWERED
        return Status.TO_DO if untreated(answer) else Status.IN_PLACE
    if not question.kind.has_choices:
        return Status.IN_PLACE if spoken(question, answer) else Status.NOT_ANSWERED
    picked = chosen_choices(question, answer)
    if not picked:
        return Status.NOT_ANSWERED
    readings = (reading(choice, pack, policy) for choice in picked)
    return strictest(status for status in readings if status is not None)


def spoken(question: Question, answer: Answer) -> str:
    """Return the answer as a person would say it; empty where there is none."""
    if question.kind.has_choices:
        return "; ".join(choice.text for choice in chosen_choices(question, answer))
    if question.kind is AnswerKind.RISKS:
        rows = risk_rows(answer)
        return say("finding.risks", count=len(rows)) if rows else ""
    words = answer.value.strip() if isinstance(answer.value, str) else ""
    return spoken_day(words) if question.kind is AnswerKind.DATE else words


def planned(action: Action) -> str:
    """Return a plan in words, where it can not stay the plan of its question."""
    parts = (
        action.who,
        say("finding.plan.by", day=spoken_day(action.by)) if action.by else "",
        say("finding.plan.done") if action.done else "",
    )
    return say("finding.plan", plan=", ".join(part for part in parts if part))


def spoken_day(text: str) -> str:
    """Return an ISO date in words, and anything else as it was written."""
    try:
        return say_day(date.fromisoformat(text))
    except ValueError:
        return text
