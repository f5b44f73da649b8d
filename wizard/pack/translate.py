"""Puts the texts of another language in place of the English ones.

Only texts change, never ids, so answers given in one language read in every other.
What a language does not have stays in English.  Left as they are: the words that a
platform uses in its own app, names and headings, and whatever the school added itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wizard.model.clause import Clause, Opposite, Policy, Side, Tension
from wizard.model.glossary import Glossary
from wizard.model.guide import Guide, GuidePart
from wizard.model.journey import Journey, Outcome, Section
from wizard.model.law import Law
from wizard.model.pack import Pack
from wizard.model.platform import SafeValue, Setting
from wizard.model.question import Choice, Fact, PolicyView, Question
from wizard.model.school import Role
from wizard.pack.phrases import Phrases
from wizard.pack.questions import ChoiceSets


def translate_pack(pack: Pack, sets: ChoiceSets, phrases: Phrases) -> Pack:
    """Return a journey with all it draws on in another language."""
    return replace(
        pack,
        journey=_journey(pack.journey, sets, phrases),
        policies=_policies(pack, phrases),
        opposites=_opposites(pack.opposites, pack.journey, phrases),
        laws=_laws(pack.laws, phrases),
        roles=_roles(pack.roles, phrases),
        guides={guide.id: _guide(guide, phrases) for guide in pack.guides.values()},
    )


def translate_glossary(glossary: Glossary, phrases: Phrases) -> Glossary:
    """Return the words of the trade in another language."""
    return Glossary(
        tuple(
            replace(
                term,
                term=phrases.text(f"term:{term.id}.term", term.term),
                meaning=phrases.text(f"term:{term.id}.meaning", term.meaning),
            )
            for term in glossary.terms
        )
    )


def _journey(journey: Journey, sets: ChoiceSets, phrases: Phrases) -> Journey:
    key = f"journey:{journey.id}"
    outcome, sign_off = journey.outcome, journey.sign_off
    return replace(
        journey,
        title=phrases.text(f"{key}.title", journey.title),
        about=phrases.text(f"{key}.about", journey.about),
        minutes=phrases.text(f"{key}.minutes", journey.minutes),
        sections=tuple(_section(section, sets, phrases) for section in journey.sections),
        outcome=Outcome(
            phrases.text(f"{key}.change", outcome.change),
            phrases.text(f"{key}.ask", outcome.ask),
            phrases.text(f"{key}.nothing", outcome.nothing),
        ),
        sign_off=replace(
            sign_off,
            staff=phrases.text(f"{key}.staff", sign_off.staff),
            slt=phrases.text(f"{key}.slt", sign_off.slt),
        ),
    )


def _policies(pack: Pack, phrases: Phrases) -> dict[str, Policy]:
    """Return the policies; of their clauses, those that this journey draws on."""
    cited = {clause for fact in pack.facts() for clause in fact.clauses} | {
        clause for question in pack.journey.questions() for clause in question.clauses
    }
    cited.update(pack.journey.sign_off.clauses)
    return {
        policy.id: replace(
            policy,
            edition=phrases.text(f"policy:{policy.id}.edition", policy.edition),
            clauses={
                clause.id: _clause(clause, phrases) if clause.id in cited else clause
                for clause in policy.clauses.values()
            },
            tensions=tuple(
                _tension(tension, phrases) if cited & set(tension.clauses) else tension
                for tension in policy.tensions
            ),
        )
        for policy in pack.policies.values()
    }


def _clause(clause: Clause, phrases: Phrases) -> Clause:
    return replace(clause, text=phrases.text(f"clause:{clause.id}.text", clause.text))


def _tension(tension: Tension, phrases: Phrases) -> Tension:
    return replace(tension, text=phrases.text(f"tension:{tension.id}.text", tension.text))


def _laws(laws: tuple[Law, ...], phrases: Phrases) -> tuple[Law, ...]:
    return tuple(
        replace(
            law,
            title=phrases.text(f"law:{law.id}.title", law.title),
            texts={
                state: phrases.text(f"law:{law.id}.{state}", text)
                for state, text in law.texts.items()
            },
        )
        for law in laws
    )


def _roles(roles: Mapping[str, Role], phrases: Phrases) -> dict[str, Role]:
    return {
        role.id: replace(
            role,
            name=phrases.text(f"role:{role.id}.name", role.name),
            spoken=phrases.text(f"role:{role.id}.spoken", role.spoken),
            meaning=phrases.text(f"role:{role.id}.meaning", role.meaning),
        )
        for role in roles.values()
    }


def _opposites(
    opposites: tuple[Opposite, ...], journey: Journey, phrases: Phrases
) -> tuple[Opposite, ...]:
    """Return the opposites; those that other journeys ask about are left to them."""
    asked = {question.id for question in journey.questions()}
    return tuple(_opposite(one, phrases) if one.question in asked else one for one in opposites)


def _guide(guide: Guide, phrases: Phrases) -> Guide:
    key = f"guide:{guide.id}"
    return replace(
        guide,
        title=phrases.text(f"{key}.title", guide.title),
        intro=phrases.text(f"{key}.intro", guide.intro),
        parts=tuple(_part(part, phrases) for part in guide.parts),
    )


def _part(part: GuidePart, phrases: Phrases) -> GuidePart:
    """Return a part of a guide.  It has no id, so its first fact's stands for it."""
    first = part.facts[0].id if part.facts else ""
    title = phrases.text(f"part:{first}.title", part.title)
    return GuidePart(title, _facts(part.facts, phrases))


def _opposite(one: Opposite, phrases: Phrases) -> Opposite:
    key = f"opposite:{one.id}"
    sides = (_side(side, key, phrases) for side in one.sides)
    return replace(one, subject=phrases.text(f"{key}.subject", one.subject), sides=tuple(sides))


def _side(side: Side, key: str, phrases: Phrases) -> Side:
    return replace(side, says=phrases.text(f"{key}/{side.policy}.says", side.says))


def _section(section: Section, sets: ChoiceSets, phrases: Phrases) -> Section:
    questions = tuple(_question(question, sets, phrases) for question in section.questions)
    if section.platform:
        # Its title and sentences were made from the program's own words a moment ago.
        return replace(section, questions=questions)
    return replace(
        section,
        title=phrases.text(f"section:{section.id}.title", section.title),
        intro=phrases.text(f"section:{section.id}.intro", section.intro),
        questions=questions,
        points=_facts(section.points, phrases),
        facts=_facts(section.facts, phrases),
    )


def _question(question: Question, sets: ChoiceSets, phrases: Phrases) -> Question:
    if question.from_school:
        return question
    key = f"question:{question.id}"
    setting = question.setting
    return replace(
        question,
        text=phrases.text(f"{key}.text", question.text),
        choices=_choices(question, sets, phrases),
        help=phrases.text(f"{key}.help", question.help),
        why=phrases.text(f"{key}.why", question.why),
        example=phrases.text(f"{key}.example", question.example),
        todo=phrases.text(f"{key}.todo", question.todo),
        ask=question.ask if setting else phrases.text(f"{key}.ask", question.ask),
        points=_facts(question.points, phrases),
        facts=_facts(question.facts, phrases),
        by_policy={
            policy: _view(view, f"{key}/{policy}", phrases)
            for policy, view in question.by_policy.items()
        },
        setting=_setting(setting, key, phrases) if setting else None,
    )


def _view(view: PolicyView, key: str, phrases: Phrases) -> PolicyView:
    return replace(
        view, todo=phrases.text(f"{key}.todo", view.todo), ask=phrases.text(f"{key}.ask", view.ask)
    )


def _setting(setting: Setting, key: str, phrases: Phrases) -> Setting:
    return replace(
        setting,
        safe=phrases.text(f"{key}.safe", setting.safe),
        why=phrases.text(f"{key}.why", setting.why),
        by_policy={
            policy: SafeValue(phrases.text(f"{key}/{policy}.safe", value.safe), value.clauses)
            for policy, value in setting.by_policy.items()
        },
    )


def _choices(question: Question, sets: ChoiceSets, phrases: Phrases) -> tuple[Choice, ...]:
    """Return the choices; those of a set are translated once for all who share it."""
    shared = next((name for name, choices in sets.items() if choices == question.choices), "")
    key = f"set:{shared}" if shared else f"choice:{question.id}"
    return tuple(
        replace(
            choice,
            text=phrases.text(f"{key}/{choice.id}.text", choice.text),
            advice=phrases.text(f"{key}/{choice.id}.advice", choice.advice),
        )
        for choice in question.choices
    )


def _facts(facts: tuple[Fact, ...], phrases: Phrases) -> tuple[Fact, ...]:
    return tuple(
        replace(fact, text=phrases.text(f"fact:{fact.id}.text", fact.text)) for fact in facts
    )
