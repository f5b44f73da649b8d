"""The content that ships bites where the five policies really differ, and only there.

Each row is one matter on which they disagree: an answer, and what each policy makes of
it, with the strength it asks for (empty where the policy is silent).
"""

from __future__ import annotations

from functools import cache

import pytest

from wizard.assess.readings import status_of
from wizard.assess.severity import severity
from wizard.model.answers import Answer
from wizard.pack.build import Pack, open_pack
from wizard.pack.source import FolderSource
from wizard.paths import content_folder

POLICIES = ("oxfordshire", "lancashire", "oakfield", "newport", "st-lukes")

ROWS = [
    (
        "former pupils under 18", "privacy-checkup", "pc-ex-pupils-young", "no",
        "to-do advised, to-do strongly-advised, to-do prohibited, ask, ask",
    ),
    (
        "grown former pupils, not asked", "privacy-checkup", "pc-ex-pupils-grown", "yes",
        "ask advised, to-do strongly-advised, ask, ask required, ask",
    ),
    (
        "grown former pupils, asked first", "privacy-checkup", "pc-ex-pupils-grown", "agreed",
        "ask advised, to-do strongly-advised, in-place, in-place required, in-place",
    ),
    (
        "pupils", "privacy-checkup", "pc-pupils", "no",
        "to-do prohibited, to-do prohibited, to-do prohibited, to-do prohibited, to-do required",
    ),
    (
        "parents as friends", "privacy-checkup", "pc-parents", "no",
        "to-do strongly-advised, to-do strongly-advised, ask, to-do strongly-advised, ask",
    ),
    (
        "family ties, told", "privacy-checkup", "pc-family", "told",
        ("ask strongly-advised, ask strongly-advised, in-place strongly-advised, "
        "in-place strongly-advised, in-place"),
    ),
    (
        "friends-only taken as private", "privacy-checkup", "pc-friends-only", "friends",
        "in-place, in-place, to-do strongly-advised, in-place, to-do required",
    ),
    (
        "school named", "privacy-checkup", "pc-names-school", "yes",
        "in-place, in-place, to-do advised, in-place, in-place required",
    ),
    (
        "school not named", "privacy-checkup", "pc-names-school", "no",
        "in-place, in-place, in-place advised, in-place, to-do required",
    ),
    (
        "own details given after leaders agreed", "working-safely", "ws-own-details", "agreed",
        ("in-place strongly-advised, in-place strongly-advised, to-do required, "
        "to-do strongly-advised, ask strongly-advised"),
    ),
    (
        "a parent's message, leaders agreed", "working-safely", "ws-parent-message", "agreed",
        ("in-place strongly-advised, to-do strongly-advised, in-place, ask strongly-advised, "
        "in-place"),
    ),
    (
        "a pupil's news, answered in role", "working-safely", "ws-about-you", "role",
        ("in-place strongly-advised, in-place strongly-advised, to-do prohibited, "
        "to-do prohibited, in-place"),
    ),
    (
        "own phone with children", "working-safely", "ws-phone-away", "on-me",
        "ask, ask, ask, to-do prohibited, ask",
    ),
    (
        "school computers at break", "working-safely", "ws-school-computers", "breaks",
        "ask, ask, to-do prohibited, ask, ask",
    ),
    (
        "a public school page", "school-account", "sa-privacy", "public",
        "ask advised, in-place, in-place, ask required, in-place",
    ),
]  # fmt: skip


@cache
def journey(journey_id: str) -> Pack:
    """Return a journey of the content that ships."""
    return open_pack(FolderSource(content_folder()), journey_id)


def read(journey_id: str, question_id: str, value: str, policy: str) -> str:
    """Return what a policy makes of an answer: its status, and its strength if it has one."""
    pack = journey(journey_id)
    question = pack.journey.question(question_id)
    assert question is not None
    status = status_of(question, Answer(value), pack, policy)
    found = severity(question, pack, policy)
    return f"{status.value} {found.strength.value}" if found.in_policy else status.value


@pytest.mark.parametrize(
    ("journey_id", "question_id", "value", "made"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_each_policy_makes_its_own_of_the_same_answer(
    journey_id: str, question_id: str, value: str, made: str
) -> None:
    """A school that adopted one policy is never told another's rule."""
    found = [read(journey_id, question_id, value, policy) for policy in POLICIES]

    assert ", ".join(found) == made


@pytest.mark.parametrize(
    ("journey_id", "question_id", "only"),
    [
        ("leaving", "lv-pages", ["newport"]),
        ("before-posting", "bp-friends", ["newport"]),
        ("school-account", "sa-two", ["newport"]),
        ("school-account", "sa-wait", ["st-lukes"]),
        ("something-wrong", "sw-b-prints", ["newport"]),
        ("something-wrong", "sw-c-copies", ["oxfordshire"]),
        ("working-safely", "ws-lessons", ["newport"]),
    ],
)
def test_where_one_policy_alone_speaks_the_others_are_silent(
    journey_id: str, question_id: str, only: list[str]
) -> None:
    """Good practice is asked everywhere, but passed off as nobody's rule."""
    pack = journey(journey_id)
    question = pack.journey.question(question_id)
    assert question is not None

    speaking = [policy for policy in POLICIES if severity(question, pack, policy).in_policy]

    assert speaking == only
    assert severity(question, pack, "all").policies == tuple(only)
