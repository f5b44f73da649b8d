"""Who decides, by name where the school or the person has put one down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.model.answers import NOBODY, Person
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.answers import Answers
    from wizard.model.pack import Pack
    from wizard.model.school import School

_EITHER = {"head-or-deputy": ("head", "deputy")}
"""Roles that are one of two; a school puts a name to each of the two, not to the pair."""


def person_in(role: str, school: School, answers: Answers) -> Person:
    """Return who holds a role: the person's own entry, else the school's, else nobody."""
    own = answers.person(role)
    return own if own != NOBODY else school.person(role)


def who_decides(pack: Pack, role: str, school: School, answers: Answers) -> str:
    """Return a role in words, with names where known: ``Mair Price (Head)``.

    The role alone where no name is known; empty for no role.
    """
    if not role:
        return ""
    # A school's file may name them by what a role was called before.
    school = replace(school, people=pack.roles_gone.followed(school.people))
    named = _named(pack, (role,), school, answers) or _named(
        pack, _EITHER.get(role, ()), school, answers
    )
    if len(named) > 1:
        return say("finding.either", first=named[0], second=named[1])
    if named:
        return named[0]
    return pack.roles[role].name if role in pack.roles else role


def _named(pack: Pack, roles: tuple[str, ...], school: School, answers: Answers) -> list[str]:
    return [
        say("finding.named", name=name, role=pack.roles[role].name)
        for role in roles
        if role in pack.roles and (name := person_in(role, school, answers).name)
    ]
