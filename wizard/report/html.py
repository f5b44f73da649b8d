"""What is read on screen as a document: guide pages, the policy panel, a preview.

Drawn with Jinja2 from ``resources/templates`` as far as Qt's rich text goes (HTML 4
without looks of its own; the window gives the colours).  Every text is escaped and a
missing name is an error, never blank.  Classes used: ``cite``, ``quiet``, ``small``, ``stale``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wizard import paths
from wizard.assess.law import is_stale
from wizard.assess.readings import spoken_day
from wizard.assess.severity import clauses_cited, policies_in
from wizard.model.clause import ALL_POLICIES
from wizard.model.status import Strength
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.clause import Clause
    from wizard.model.guide import Guide
    from wizard.model.pack import Pack
    from wizard.model.question import Fact, Question
    from wizard.report.blocks import Report


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to read, where it comes from, and that this is long ago (both may be empty)."""

    text: str
    source: str
    old: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the remarks beneath it."""

    title: str
    remarks: tuple[Remark, ...]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(paths.resources_folder() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def guide_page(pack: Pack, guide: Guide, today: date) -> str:
    """Return a guide page as HTML, each point with the policies or source behind it."""
    parts = tuple(Group(part.title, _facts(pack, part.facts, today)) for part in guide.parts)
    return _draw("guide.html", title=guide.title, intro=guide.intro, parts=parts)


def policy_panel(pack: Pack, question: Question, policy: str, today: date) -> str:
    """Return what the policy says of a question, as HTML.

    With ``all`` every policy that speaks of it, and both sides of an opposite.  A
    question the policy is silent on says so.  Raises ``KeyError`` for a policy the
    pack does not have.
    """
    cited = clauses_cited(question, pack, policy)
    groups = _groups(pack, question, policy, cited)
    return _draw(
        "panel.html",
        nothing="" if groups else _silence(question, policy),
        opposite=say("finding.opposite"),
        sides=_sides(pack, question) if policy == ALL_POLICIES else (),
        groups=groups,
        tension=say("reading.tension"),
        tensions=_tensions(pack, policy, cited),
        facts_title=say("reading.worth-knowing"),
        facts=_facts(pack, question.facts, today),
    )


def _groups(
    pack: Pack, question: Question, policy: str, cited: tuple[Clause, ...]
) -> tuple[Group, ...]:
    """Return what each policy says; those that say the very same share one heading."""
    said: dict[tuple[Remark, ...], str] = {}
    for one in policies_in(pack, policy):
        if not any(clause.policy == one for clause in cited):
            continue
        remarks, title = _clauses(question, one, cited), _edition(pack, one)
        if remarks in said:
            title = say("reading.both", first=said[remarks], second=title)
        said[remarks] = title
    return tuple(Group(title, remarks) for remarks, title in said.items())


def preview(report: Report) -> str:
    """Return a paper as it reads, as HTML: the same blocks in the same order."""
    furniture = (
        report.words["ref"].format(reference=report.reference) if report.reference else "",
        report.words["policy"].format(policy=report.policy),
    )
    return _draw(
        "preview.html",
        report=report,
        words=report.words,
        blocks=[(type(block).__name__.lower(), block) for block in report.blocks],
        furniture=" · ".join(part for part in furniture if part),
    )


def _draw(template: str, **places: object) -> str:
    return _templates().get_template(template).render(**places)


def _silence(question: Question, policy: str) -> str:
    if question.from_school:
        return say("reading.school-asks")
    return say("reading.in-no-policy" if policy == ALL_POLICIES else "reading.not-in-policy")


def _edition(pack: Pack, policy: str) -> str:
    chosen = pack.policies[policy]
    return say("paper.policy.one", name=chosen.name, edition=chosen.edition)


def _clauses(question: Question, policy: str, cited: Iterable[Clause]) -> tuple[Remark, ...]:
    remarks = [Remark(clause.text, _where(clause)) for clause in cited if clause.policy == policy]
    if question.setting is not None and policy in question.setting.by_policy:
        safe = question.setting.by_policy[policy].safe
        remarks.insert(0, Remark(say("reading.safe-value", safe=safe), ""))
    return tuple(remarks)


def _where(clause: Clause) -> str:
    if clause.strength is Strength.INFORMATIONAL:
        return clause.section
    strength = say(f"paper.strength.{clause.strength.value}")
    return say("reading.where", section=clause.section, strength=strength)


def _sides(pack: Pack, question: Question) -> tuple[Remark, ...]:
    return tuple(
        Remark(side.says, pack.policies[side.policy].name)
        for opposite in pack.opposites
        if opposite.question == question.id
        for side in opposite.sides
    )


def _tensions(pack: Pack, policy: str, cited: Iterable[Clause]) -> tuple[Remark, ...]:
    """Return where a policy contradicts itself in what this question cites."""
    ids = {clause.id for clause in cited}
    return tuple(
        Remark(tension.text, pack.policies[one].name)
        for one in policies_in(pack, policy)
        for tension in pack.policies[one].tensions
        if ids & set(tension.clauses)
    )


def _facts(pack: Pack, facts: Iterable[Fact], today: date) -> tuple[Remark, ...]:
    return tuple(Remark(fact.text, _source(pack, fact), _old(fact, today)) for fact in facts)


def _old(fact: Fact, today: date) -> str:
    """Return that a fact of our own is past its shelf life, or nothing."""
    if not fact.checked or not is_stale(date.fromisoformat(fact.checked), fact.shelf_months, today):
        return ""
    return say("paper.law.stale")


def _source(pack: Pack, fact: Fact) -> str:
    """Return the policies a fact is from; for what we add, how sure we are and since when."""
    if not fact.source:
        clauses = (pack.clause(clause_id) for clause_id in fact.clauses)
        names = dict.fromkeys(pack.policies[one.policy].name for one in clauses if one)
        return ", ".join(names)
    source = say(f"reading.source.{fact.source}")
    sure = say(f"reading.mark.{fact.mark.lower()}") if fact.mark else ""
    checked = say("reading.checked", day=spoken_day(fact.checked)) if fact.checked else ""
    return "; ".join(part for part in (source, sure, checked) if part)
