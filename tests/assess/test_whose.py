"""Whose rule a point is: told wherever it is not the rule of the policy chosen."""

from __future__ import annotations

import pytest

from wizard import paths
from wizard.assess.whose import apart, named, steps
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

CONTENT = FolderSource(paths.content_folder())
CHECKUP = open_pack(CONTENT, "privacy-checkup")
PUPILS = next(one for one in CHECKUP.journey.questions() if one.id == "pc-pupils")
NO_DEALINGS = (
    "Have no dealings with pupils of the school on social networks. A like or a comment counts."
)


@pytest.mark.parametrize("policy", ["newport", "st-lukes", "lancashire"])
def test_the_rule_of_another_policy_stands_apart_with_its_name(policy: str) -> None:
    """At Newport, Oakfield's ban is none: whoever took it for one would report a colleague."""
    own, others = apart(CHECKUP, PUPILS.points, policy)

    assert f"{NO_DEALINGS} (Oakfield)" in others
    assert not any("Oakfield" in text for text in own)


def test_the_rule_of_the_policy_chosen_stands_plain() -> None:
    """Where it holds, a name in brackets would only be in the way."""
    own, others = apart(CHECKUP, PUPILS.points, "oakfield")

    assert NO_DEALINGS in own
    assert all(text.endswith(")") for text in others)


def test_with_all_policies_each_rule_says_whose_it_is() -> None:
    """All are read then, the strictest counts, and nobody's school has all five."""
    own, others = apart(CHECKUP, PUPILS.points, "all")

    assert others == ()
    assert f"{NO_DEALINGS} (Oakfield)" in own


def test_what_we_add_ourselves_is_no_policys() -> None:
    """The law on personal data holds everywhere."""
    facts = [fact for fact in CHECKUP.facts() if fact.source]

    assert facts
    assert named(CHECKUP, facts, "newport") == tuple(fact.text for fact in facts)


def test_what_keeps_a_child_safe_is_no_matter_of_policies() -> None:
    """Nobody may read “do not copy it” as another school's rule."""
    wrong = open_pack(CONTENT, "something-wrong")
    image = wrong.journey.sections[1]

    assert steps(wrong, image, "newport") == tuple(point.text for point in image.points)
    safely = open_pack(CONTENT, "working-safely")
    photos = safely.journey.sections[0]
    assert all(text.endswith("(Oxfordshire)") for text in steps(safely, photos, "newport"))
