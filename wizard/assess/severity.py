"""How much a question weighs under the policy a school adopted.

The strength of a clause stands once, in its policy; nothing here restates it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.model.clause import ALL_POLICIES, Clause
from wizard.model.finding import Severity
from wizard.model.status import Strength

if TYPE_CHECKING:
    from wizard.model.pack import Pack
    from wizard.model.question import Question


def policies_in(pack: Pack, policy: str) -> tuple[str, ...]:
    """Return the ids of the policies a choice stands for: one, or with ``all`` every one.

    Raises ``KeyError`` for a policy that the pack does not have.
    """
    if policy == ALL_POLICIES:
        return tuple(pack.policies)
    return (pack.policies[policy].id,)


def clauses_cited(question: Question, pack: Pack, policy: str) -> tuple[Clause, ...]:
    """Return what the policy says about a question and its sub-points, in the order cited.

    Folded facts explain only, so they are left out.
    """
    ids = list(question.clauses)
    for point in question.points:
        ids += point.clauses
    wanted = dict.fromkeys(ids)
    return tuple(
        clause
        for policy_id in policies_in(pack, policy)
        for clause_id in wanted
        if (clause := pack.policies[policy_id].clauses.get(clause_id)) is not None
    )


def severity(question: Question, pack: Pack, policy: str) -> Severity:
    """Return the strength of the strictest clause cited, and the clauses that set it.

    Informational clauses explain and never weigh.  Without any other the question is
    good practice that the policy does not speak of: advised, and no clause.  A question
    that the school added weighs at least what the school says.
    """
    weighing = [
        clause
        for clause in clauses_cited(question, pack, policy)
        if clause.strength is not Strength.INFORMATIONAL
    ]
    if not weighing:
        return Severity(question.strength, (), ())
    strongest = min((clause.strength for clause in weighing), key=lambda s: s.rank)
    setting_it = tuple(clause for clause in weighing if clause.strength is strongest)
    whose = tuple(dict.fromkeys(clause.policy for clause in setting_it))
    return Severity(min(strongest, question.strength, key=lambda s: s.rank), setting_it, whose)
