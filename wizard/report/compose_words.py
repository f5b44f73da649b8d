"""Short phrases that every paper uses: policies, strengths, dates, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.clock import local_day
from wizard.model.clause import ALL_POLICIES
from wizard.model.flow import answers_asked
from wizard.model.status import Strength
from wizard.report.blocks import Text
from wizard.words import say, say_day, spoken

if TYPE_CHECKING:
    from wizard.model.condition import Condition, Test
    from wizard.model.finding import Finding
    from wizard.model.journey import Journey
    from wizard.model.pack import Pack
    from wizard.model.run import Run

FEW = 3
"""Clauses that fit in small type below an answer."""


def language_remark() -> tuple[Text, ...]:
    """Return the line that says nobody has reviewed this language yet, if so."""
    remark = spoken().remark
    return (Text(remark, "small"),) if remark else ()


def policy_line(pack: Pack, policy: str) -> str:
    """Return the policy with its edition, or whose strictest is taken with ``all``."""
    if policy == ALL_POLICIES:
        return say("paper.policy.all")
    chosen = pack.policies[policy]
    return say("paper.policy.one", name=chosen.name, edition=chosen.edition)


def strength(pack: Pack, finding: Finding) -> str:
    """Return whose clause asks and how strongly: ``Newport: required``."""
    severity = finding.severity
    if not severity.in_policy:
        if not finding.question.from_school:
            return say("paper.good-practice")
        if severity.strength is Strength.ADVISED:
            return say("paper.school-asks")
        word = say(f"paper.strength.{severity.strength.value}")
        return say("school.asks", strength=word)
    names = ", ".join(pack.policies[one].name for one in severity.policies)
    word = say(f"paper.strength.{severity.strength.value}")
    return say("paper.strength", policy=names, strength=word)


def cites(pack: Pack, finding: Finding, *, whole: bool) -> str:
    """Return where the policy speaks of a question, or both sides of an opposite.

    ``whole`` adds what it says, where that is one policy and few sentences (the panel on
    screen has the rest).  Empty for good practice that is not in the policy.
    """
    severity = finding.severity
    if finding.sides:
        return " ".join(
            say("paper.cite.side", policy=pack.policies[side.policy].name, says=side.says)
            for side in finding.sides
        )
    if not severity.in_policy and finding.question.from_school:
        return say("paper.school-asks")
    word = say(f"paper.strength.{severity.strength.value}")
    parts = []
    for one in severity.policies:
        sections = dict.fromkeys(c.section for c in severity.clauses if c.policy == one)
        where = ", ".join(sections)
        name = pack.policies[one].name
        parts.append(say("paper.cite", policy=name, where=where, strength=word))
    where = "; ".join(parts)
    texts = dict.fromkeys(clause.text for clause in severity.clauses)
    if not whole or len(severity.policies) != 1 or len(texts) > FEW:
        return where
    return say("paper.cite.whole", cite=where, text=" ".join(texts))


def dated(pack: Pack, run: Run) -> tuple[str, str]:
    """Return what dates a self-assessment, and the day: finished, its last answer, or begun."""
    if run.finished is not None:
        return say("paper.fact.finished"), say_day(local_day(run.finished))
    if not answers_asked(pack.journey, run.answers):
        return say("paper.fact.begun"), say_day(local_day(run.started))
    return say("paper.fact.worked-on"), say_day(local_day(run.changed))


def only_if(journey: Journey, condition: Condition) -> str:
    """Return in words when something is asked; empty if always."""
    if not condition.tests:
        return ""
    joiner = say("paper.only-if.and") if condition.every else say("paper.only-if.or")
    said = f" {joiner} ".join(_test(journey, test) for test in condition.tests)
    return say("paper.only-if", conditions=said)


def _test(journey: Journey, test: Test) -> str:
    question = journey.question(test.question)
    line = journey.lines.get(test.question, "")
    said = [
        say("paper.only-if.choice", choice=choice.text)
        for choice in (question.choices if question else ())
        if choice.id in test.choices
    ]
    listed = ", ".join(said[:-1])
    choices = f"{listed} {say('paper.only-if.or')} {said[-1]}" if listed else "".join(said)
    if test.negated:
        return say("paper.only-if.not", line=line, choices=choices)
    return say("paper.only-if.is", line=line, choices=choices)
