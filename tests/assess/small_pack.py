"""Small packs and self-assessments built in line, for tests of what becomes of answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from wizard.model.answers import Answer, Answers, Person, RiskRow, Value
from wizard.model.clause import Clause, Opposite, Policy
from wizard.model.condition import ALWAYS, parse_condition
from wizard.model.journey import Journey, Outcome, Section, SignOff
from wizard.model.law import Law
from wizard.model.numbering import number_lines
from wizard.model.pack import Pack
from wizard.model.platform import Confidence, Platform, Setting
from wizard.model.question import AnswerKind, Choice, Question
from wizard.model.run import Run
from wizard.model.school import Role
from wizard.model.status import Status, Strength

MOMENT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TODAY = MOMENT.date()

RIGHT = (
    Choice("yes", "Yes", Status.IN_PLACE),
    Choice("no", "No, not yet", Status.TO_DO),
    Choice("unsure", "I am not sure", Status.ASK),
    Choice("leave", "No, for a reason", Status.EXCEPTION),
    Choice("not-mine", "It doesn't apply", Status.DOESNT_APPLY),
)
"""The answers of most questions."""


def clause(
    clause_id: str, policy: str, strength: str = "required", section: str = "Rules"
) -> Clause:
    """Return a clause of a policy, as strong as said."""
    return Clause(
        clause_id, policy, section, "must", "staff", "j", Strength(strength), f"Text of {clause_id}"
    )


def policy(policy_id: str, *clauses: Clause, who: str = "head") -> Policy:
    """Return a policy with these clauses; its name is its id with a capital."""
    return Policy(
        policy_id,
        policy_id.capitalize(),
        "May 2020",
        who,
        "A policy.",
        {one.id: one for one in clauses},
    )


def question(
    question_id: str,
    text: str = "",
    *,
    kind: AnswerKind = AnswerKind.ONE,
    choices: tuple[Choice, ...] | None = None,
    clauses: tuple[str, ...] = (),
    when: str = "",
    assessed: bool = True,
    setting: Setting | None = None,
    essential: bool = True,
) -> Question:
    """Return a question with the usual answers; its text is told by its id."""
    if choices is None:
        choices = RIGHT if kind.has_choices else ()
    return Question(
        question_id,
        text or f"Is {question_id} right?",
        kind,
        choices,
        todo=f"Put {question_id} right.",
        ask=f"Ask about {question_id}.",
        clauses=clauses,
        when=parse_condition(when) if when else ALWAYS,
        assessed=assessed,
        setting=setting,
        essential=essential,
    )


def section(
    section_id: str,
    *questions: Question,
    title: str = "",
    when: str = "",
    optional: bool = False,
    letter: str = "",
    platform: str = "",
) -> Section:
    """Return a section with these questions."""
    return Section(
        section_id,
        title or f"Section {section_id}",
        f"About {section_id}.",
        questions,
        when=parse_condition(when) if when else ALWAYS,
        optional=optional,
        letter=letter,
        platform=platform,
    )


def pack(
    *sections: Section,
    policies: tuple[Policy, ...] = (),
    opposites: tuple[Opposite, ...] = (),
    laws: tuple[Law, ...] = (),
    platforms: tuple[Platform, ...] = (),
    journey: str = "j",
    named_by: str = "",
    is_record: bool = False,
) -> Pack:
    """Return a pack with one journey of these sections."""
    return Pack(
        journey=Journey(
            journey,
            "A journey",
            "What it is about.",
            "2 minutes",
            sections,
            Outcome("Change this first", "Ask first", "Nothing found to change"),
            SignOff("I answered as well as I could.", "We talked about it."),
            number_lines(sections),
            named_by=named_by,
            is_record=is_record,
        ),
        policies={one.id: one for one in policies or (policy("newport"),)},
        opposites=opposites,
        laws=laws,
        roles=ROLES,
        platforms={one.id: one for one in platforms},
        guides={},
        edition="2026.11",
        dated=TODAY,
        digest="0" * 64,
        kept=b"",
        renamed={},
    )


ROLES = {
    "head": Role("head", "Head", "the Head"),
    "deputy": Role("deputy", "Deputy", "the Deputy"),
    "head-or-deputy": Role("head-or-deputy", "Head or Deputy", "the Head or Deputy"),
    "dsl": Role("dsl", "DSL", "the DSL"),
}


def platform(platform_id: str, name: str, letter: str, *settings: Setting) -> Platform:
    """Return a platform that was checked today."""
    return Platform(platform_id, name, letter, "Menu", TODAY, 6, settings)


def setting(setting_id: str, platform_id: str, label: str) -> Setting:
    """Return a setting whose every fact is sure."""
    sure = Confidence.A
    return Setting(
        setting_id,
        platform_id,
        label,
        "Menu → Privacy",
        "Friends",
        "Why.",
        sure,
        sure,
        sure,
        TODAY,
        6,
    )


def answers(
    given: Mapping[str, Value] | Mapping[str, Value | Answer], staff: Person | None = None
) -> Answers:
    """Return answers: a bare value, or an ``Answer`` where a note matters."""
    whole = {
        key: value if isinstance(value, Answer) else Answer(value) for key, value in given.items()
    }
    return Answers(whole, people={"staff": staff} if staff else {})


def run(given: Answers, journey: str = "j", policy_id: str = "newport", title: str = "") -> Run:
    """Return a finished self-assessment with these answers."""
    return Run(
        "run-1", journey, "0" * 64, MOMENT, MOMENT, policy_id, title, "review", MOMENT, given
    )


def risk(likelihood: int, severity: int, further: str = "") -> RiskRow:
    """Return a row of a risk assessment."""
    return RiskRow("A pupil is named", "Pupils", "We check", likelihood, severity, further)
