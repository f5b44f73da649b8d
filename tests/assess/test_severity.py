"""How strongly a question is asked follows from the policy the school adopted."""

from __future__ import annotations

import pytest

from tests.assess.small_pack import clause, pack, policy, question, section
from wizard.assess.severity import severity
from wizard.model.question import Fact, Question
from wizard.model.status import Strength

NEWPORT = policy(
    "newport",
    clause("n.must", "newport", "required"),
    clause("n.never", "newport", "prohibited"),
    clause("n.fact", "newport", "informational"),
)
OAKFIELD = policy(
    "oakfield",
    clause("o.never", "oakfield", "prohibited"),
    clause("o.should", "oakfield", "strongly-advised"),
    clause("o.might", "oakfield", "advised"),
)
BOTH = ("n.must", "n.fact", "o.should", "o.might")


@pytest.mark.parametrize(
    ("cited", "chosen", "strength", "setting_it", "whose"),
    [
        (BOTH, "newport", "required", ("n.must",), ("newport",)),
        (BOTH, "oakfield", "strongly-advised", ("o.should",), ("oakfield",)),
        (BOTH, "all", "required", ("n.must",), ("newport",)),
        (("n.never", "n.must"), "newport", "prohibited", ("n.never",), ("newport",)),
        (
            ("n.never", "o.never"),
            "all",
            "prohibited",
            ("n.never", "o.never"),
            ("newport", "oakfield"),
        ),
        (("n.fact",), "newport", "advised", (), ()),
        (("o.never",), "newport", "advised", (), ()),
        ((), "all", "advised", (), ()),
    ],
)
def test_the_strictest_clause_of_the_policy_decides(
    cited: tuple[str, ...],
    chosen: str,
    strength: str,
    setting_it: tuple[str, ...],
    whose: tuple[str, ...],
) -> None:
    """The same question bites differently; facts never weigh; ``all`` says whose it is."""
    asked = question("q", clauses=cited)

    found = severity(asked, pack(section("s", asked), policies=(NEWPORT, OAKFIELD)), chosen)

    assert found.strength is Strength(strength)
    assert tuple(one.id for one in found.clauses) == setting_it
    assert found.policies == whose


def test_points_weigh_and_facts_do_not() -> None:
    """A sub-point in sight weighs as its question does; a folded fact only explains."""
    asked = Question(
        "q",
        "Is it right?",
        question("x").kind,
        points=(Fact("p", "A point", ("n.must",)),),
        facts=(Fact("f", "A fact", ("n.never",)),),
    )

    found = severity(asked, pack(section("s", asked), policies=(NEWPORT,)), "newport")

    assert found.strength is Strength.REQUIRED


def test_an_unknown_policy_is_our_mistake() -> None:
    """A policy the pack does not have must not pass for one without clauses."""
    asked = question("q")

    with pytest.raises(KeyError):
        severity(asked, pack(section("s", asked)), "nowhere")
