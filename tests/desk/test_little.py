"""Where a policy leaves a journey nearly empty, the program knows and offers all five."""

from __future__ import annotations

import pytest

from wizard import paths
from wizard.clock import SystemClock
from wizard.desk.assessment import answers
from wizard.desk.assessment.weighing import policy_says_little
from wizard.desk.places import Places
from wizard.session import Session


@pytest.mark.parametrize(
    ("journey", "policy", "little"),
    [
        ("leaving", "oakfield", True),
        ("leaving", "all", False),
        ("something-wrong", "lancashire", True),
        ("something-wrong", "newport", False),
        ("class-project", "st-lukes", False),
        ("class-project", "lancashire", True),
        ("before-posting", "newport", False),
        ("privacy-checkup", "newport", False),
    ],
)
def test_little_is_what_the_policy_leaves_nearly_empty(
    journey: str, policy: str, little: bool
) -> None:
    """Newport's seven questions are Newport's own; leaving is nobody's but Newport's."""
    example = paths.content_folder() / "examples" / f"{journey}.json"
    pack, run = answers.read(example, Places())
    session = Session(pack, run, SystemClock())
    session.choose_policy(policy)

    assert policy_says_little(session) is little
