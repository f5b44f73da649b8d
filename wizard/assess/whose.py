"""Whose rule a point is: nobody shall take another policy's for their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wizard.model.clause import ALL_POLICIES
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.journey import Section
    from wizard.model.pack import Pack
    from wizard.model.question import Fact


def named(pack: Pack, points: Iterable[Fact], policy: str) -> tuple[str, ...]:
    """Return the texts of points in their order; one of other policies names them.

    What we add ourselves belongs to no policy and is not marked.
    """
    return tuple(_named(pack, point, policy) for point in points)


def steps(pack: Pack, section: Section, policy: str) -> tuple[str, ...]:
    """Return the points at the top of a page; one of other policies names them.

    Not where something is wrong: what keeps a child safe is no matter of which policy.
    """
    if pack.journey.is_record:
        return tuple(point.text for point in section.points)
    return named(pack, section.points, policy)


def apart(
    pack: Pack, points: Iterable[Fact], policy: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts of the points that hold under a policy, and of those that do not.

    With ``all`` each holds, and each names the policies it is from.
    """
    own: list[str] = []
    others: list[str] = []
    for point in points:
        is_own = policy == ALL_POLICIES or not _strangers(pack, point, policy)
        (own if is_own else others).append(_named(pack, point, policy))
    return tuple(own), tuple(others)


def _named(pack: Pack, point: Fact, policy: str) -> str:
    names = _strangers(pack, point, policy)
    return say("reading.point", text=point.text, names=", ".join(names)) if names else point.text


def _strangers(pack: Pack, point: Fact, policy: str) -> tuple[str, ...]:
    """Return the names of the policies a point is from, none where the chosen one has it."""
    clauses = (pack.clause(clause_id) for clause_id in point.clauses)
    found = dict.fromkeys(clause.policy for clause in clauses if clause is not None)
    if policy in found:
        return ()
    return tuple(pack.policies[one].name for one in found)
