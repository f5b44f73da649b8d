"""From answers to findings: prompts in the order of the journey, never verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from wizard.assess.readings import chosen_choices, spoken, status_of, untreated
from wizard.assess.severity import severity
from wizard.model.answers import NO_ACTION, Answer, Answers
from wizard.model.clause import ALL_POLICIES, Side
from wizard.model.finding import Finding
from wizard.model.flow import asked_by_section
from wizard.model.question import AnswerKind, PolicyView, Question
from wizard.model.status import Status
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.journey import Section
    from wizard.model.pack import Pack
    from wizard.model.platform import Setting

DECIDES_UNLESS_SAID = "head-or-deputy"
"""The role that decides where neither the question nor a single policy names one."""


def assess(
    pack: Pack, answers: Answers, policy: str, *, tells_choices: bool = True
) -> tuple[Finding, ...]:
    """Return a finding for every question asked that can make one, in journey order.

    A question in a folded section makes a finding only once it has an answer: what
    is folded leaves no gap.  Unless it ``tells_choices``, what to do and who decides is the
    question's and the policy's alone: a choice's own advice says which one was picked.
    Raises ``KeyError`` for a policy the pack does not have.
    """
    return tuple(
        _finding(pack, section, question, answers, policy, tells_choices)
        for section, asked in asked_by_section(pack.journey, answers)
        for question in asked
        if question.assessed and not (section.optional and not answers[question.id].is_given)
    )


def _finding(
    pack: Pack,
    section: Section,
    question: Question,
    answers: Answers,
    policy: str,
    tells_choices: bool,
) -> Finding:
    answer = answers[question.id]
    sides = _sides(pack, question, policy)
    status = status_of(question, answer, pack, policy)
    torn = bool(sides) and status in (Status.IN_PLACE, Status.TO_DO)
    if torn:
        # Whatever is done here may go against one of the policies, so a person decides.
        status = Status.ASK
    view = question.by_policy.get(policy, PolicyView())
    # A choice's line was written for what the choice becomes by itself; where the
    # policy reads the choice otherwise, it would give the wrong advice.
    told = [c for c in chosen_choices(question, answer) if tells_choices and c.becomes is status]
    of_choice = next((choice.advice for choice in told if choice.advice), "")
    # Not to the Head who could not be reached.
    turn_to = next((choice.who for choice in told if choice.who), "")
    advice = _advice(question, answer, status, view, of_choice, torn=torn)
    if question.setting is not None and status.is_open:
        advice = _on_platform(pack, question.setting, status, policy, advice)
    return Finding(
        question=question,
        line=pack.journey.lines[question.id],
        section=section.id,
        answer=answer,
        said=spoken(question, answer),
        status=status,
        severity=severity(question, pack, policy),
        advice=advice,
        who=turn_to or view.who or question.who or _who_decides(pack, policy),
        # A plan for what is settled, or where none may be written, is its writer's alone.
        action=answers.action(question.id) if status.is_open and question.note else NO_ACTION,
        sides=sides,
    )


def _sides(pack: Pack, question: Question, policy: str) -> tuple[Side, ...]:
    if policy != ALL_POLICIES:
        return ()
    met = (opposite for opposite in pack.opposites if opposite.question == question.id)
    return next((opposite.sides for opposite in met), ())


def _who_decides(pack: Pack, policy: str) -> str:
    if policy == ALL_POLICIES:
        return DECIDES_UNLESS_SAID
    return pack.policies[policy].who or DECIDES_UNLESS_SAID


def _advice(
    question: Question,
    answer: Answer,
    status: Status,
    view: PolicyView,
    of_choice: str,
    *,
    torn: bool,
) -> str:
    """Return what to do or ask: the policy's own words, the choice's, the question's."""
    if status is Status.EXCEPTION and not answer.note.strip():
        return say("finding.reason-missing")
    if not status.is_open:
        return ""
    if question.kind is AnswerKind.RISKS:
        rows = ", ".join(str(number) for number in untreated(answer))
        return say("finding.high-risk", rows=rows)
    if torn:
        return question.ask or say("finding.opposite")
    own = view.todo if status is Status.TO_DO else view.ask
    general = question.todo if status is Status.TO_DO else question.ask
    return own or of_choice or general


def _on_platform(pack: Pack, setting: Setting, status: Status, policy: str, advice: str) -> str:
    """Say on which platform to do it, and the value the policy wants where it differs."""
    platform = pack.platforms.get(setting.platform)
    if platform is not None:
        advice = say("finding.on-platform", platform=platform.name, advice=advice)
    own = setting.by_policy.get(policy)
    if own is None or status is not Status.TO_DO:
        return advice
    return " ".join((advice, say("finding.setting-safe", safe=own.safe)))


def outcome(pack: Pack, findings: Iterable[Finding], missing: int) -> tuple[str, Status]:
    """Return the heading of the outcome and its tone; it never calls anything safe.

    ``missing`` answers are told in the heading where nothing else is open: as many as are
    counted beside it.
    """
    found = Counter(finding.status for finding in findings)
    headings = pack.journey.outcome
    if found[Status.TO_DO]:
        return headings.change, Status.TO_DO
    if found[Status.ASK]:
        return headings.ask, Status.ASK
    if found[Status.NOT_ANSWERED] == found.total():
        return say("finding.nothing-answered"), Status.NOT_ANSWERED
    if missing:
        # Not the journey's own words: "Ready to sign" is not true of what is half answered.
        return say("finding.with-gaps", count=missing), Status.NOT_ANSWERED
    return headings.nothing, Status.IN_PLACE


def order_open(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is still open, what matters most first.

    Essentials come before the rest, stricter before milder, to do before ask; what
    weighs the same keeps the order of the journey.
    """
    still_open = (finding for finding in findings if finding.status.is_open)
    return tuple(
        sorted(
            still_open,
            key=lambda finding: (
                not finding.question.essential,
                finding.severity.strength.rank,
                finding.status is Status.ASK,
            ),
        )
    )


def counts(findings: Iterable[Finding]) -> tuple[tuple[Status, int], ...]:
    """Return how many findings there are of each status that occurs, in the order of statuses.

    Zeros are left out: among them nobody sees the one number that asks for something.
    """
    found = Counter(finding.status for finding in findings)
    return tuple((status, found[status]) for status in Status if found[status])
