"""A dry run of a school's file: what it changes, and how that will look on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wizard.model.pack import Pack
from wizard.model.question import Question
from wizard.pack.build import open_pack
from wizard.pack.faults import refuse
from wizard.pack.index import read_index
from wizard.pack.school_file import read_school, unknown_journeys
from wizard.pack.source import FolderSource
from wizard.words import say


def changes(content: Path, school_file: Path) -> Iterator[str]:
    """Yield a line for each thing a school's file changes.

    Raises ``ContentFaults`` for a fault in it, a weakened or dropped clause among them,
    and ``InputFault`` for a logo that can not be used.
    """
    school = read_school(school_file)
    yield say("commands.school.name", name=school.name, policy=school.policy)
    source = FolderSource(content)
    cards = read_index(source)
    if faults := unknown_journeys(school_file, [card.id for card in cards]):
        raise refuse(faults)
    told: set[str] = set()
    for card in cards:
        plain = open_pack(source, card.id)
        ours = open_pack(source, card.id, school_file)
        for line in (*_stricter(plain, ours), *_questions(plain, ours)):
            if line not in told:
                told.add(line)
                yield line
    if not told:
        yield say("commands.school.nothing")


def _stricter(plain: Pack, ours: Pack) -> Iterator[str]:
    for policy in plain.policies.values():
        for clause_id, clause in policy.clauses.items():
            new = ours.policies[policy.id].clauses[clause_id].strength
            if new is not clause.strength:
                yield say(
                    "commands.school.stricter",
                    clause=clause_id,
                    old=clause.strength.value,
                    new=new.value,
                )


def _questions(plain: Pack, ours: Pack) -> Iterator[str]:
    before = {section.id: section for section in plain.journey.sections}
    for section in ours.journey.sections:
        for question in section.questions:
            if question.from_school:
                yield say(
                    "commands.school.added",
                    question=question.id,
                    journey=ours.journey.title,
                    section=section.title,
                )
                yield from _on_paper(ours, question)
        known = [one.id for one in section.questions if not one.from_school]
        if known != [one.id for one in before[section.id].questions]:
            order = ", ".join(ours.journey.lines[one.id] for one in section.questions)
            yield say(
                "commands.school.order",
                journey=ours.journey.title,
                section=section.title,
                order=order,
            )


def _on_paper(pack: Pack, question: Question) -> Iterator[str]:
    yield f"    {pack.journey.lines[question.id]:<5}{question.text}"
    if question.choices:
        yield "         " + "   ".join(f"[ ] {choice.text}" for choice in question.choices)
    else:
        yield "         " + "_" * 60
