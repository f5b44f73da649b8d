"""The content that ships bites where the five policies really differ, and only there.

Each row is one matter on which they disagree: an answer, and what each policy makes of
it, with the strength it asks for (empty where the policy is silent).
"""

from __future__ import annotations

from functools import cache

import pytest

from wizard.assess.readings import status_of
from wizard.assess.severity import clauses_cited, severity
from wizard.model.answers import Answer
from wizard.model.pack import Pack
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.paths import content_folder

JOURNEYS = ("before-posting", "privacy-checkup")
"""The journeys whose questions meet an opposite."""

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
    (
        "work use, nobody asked", "induction", "in-reach", "no",
        ("to-do strongly-advised, to-do strongly-advised, to-do required, to-do prohibited, "
        "to-do"),
    ),
    (
        "a separate account, not agreed yet", "class-project", "cp-account-approved", "later",
        "to-do strongly-advised, to-do, to-do, to-do, to-do strongly-advised",
    ),
    (
        "a project, not approved yet", "class-project", "cp-approved", "later",
        "to-do, to-do, to-do required, to-do, to-do advised",
    ),
    (
        "an account that is not private", "privacy-checkup", "ig-private", "later",
        "to-do strongly-advised, to-do strongly-advised, to-do, to-do, to-do",
    ),
    (
        "school named in a post", "before-posting", "bp-names-school", "yes",
        "in-place, in-place, to-do strongly-advised, in-place, in-place required",
    ),
    (
        "speaking for the school unasked", "before-posting", "bp-as", "school-unasked",
        "to-do, to-do, to-do, to-do prohibited, to-do required",
    ),
    (
        "followers on X", "privacy-checkup", "x-protect", "later",
        "to-do strongly-advised, to-do strongly-advised, to-do, to-do, to-do required",
    ),
    (
        "own phone for a picture", "working-safely", "ws-trip-photo", "own",
        "to-do advised, to-do, to-do, to-do required, to-do",
    ),
    (
        "pupils reached on other equipment", "working-safely", "ws-channels", "no",
        ("to-do strongly-advised, to-do strongly-advised, to-do required, "
        "to-do strongly-advised, to-do"),
    ),
    (
        "ICT policy without times of use", "school-readiness", "sr-expects", "later",
        "to-do required, to-do, to-do, to-do advised, to-do",
    ),
    (
        "pictures kept on an own device", "working-safely", "ws-photo-store", "own",
        "to-do strongly-advised, to-do, to-do, to-do, to-do",
    ),
    (
        "pupils' names with pictures", "school-account", "sa-names", "no",
        "to-do, to-do, to-do, to-do prohibited, to-do",
    ),
    (
        "a picture without written consent", "school-account", "sa-consent", "no",
        "to-do, to-do, to-do, to-do, to-do strongly-advised",
    ),
    (
        "a disclosure not recorded", "something-wrong", "sw-n-recorded", "not-yet",
        "to-do, to-do, to-do strongly-advised, to-do, to-do",
    ),
    (
        "bullying not kept", "something-wrong", "sw-b-record", "not-yet",
        "to-do, to-do, to-do, to-do strongly-advised, to-do",
    ),
    (
        "bullying not reported", "something-wrong", "sw-b-told", "not-yet",
        "to-do, to-do, to-do, to-do advised, to-do",
    ),
    (
        "a parent's threat not reported", "something-wrong", "sw-b-threat-told", "not-yet",
        "to-do, to-do, to-do required, to-do, to-do",
    ),
    (
        "a safety worry not told to IT staff", "something-wrong", "sw-g-ict", "not-yet",
        "to-do, to-do, to-do, to-do, to-do required",
    ),
    (
        "nobody moderates", "school-account", "sa-checked", "no",
        "to-do, to-do, to-do, to-do required, to-do advised",
    ),
    (
        "users not known", "class-project", "cp-known-users", "later",
        "to-do required, to-do, to-do, to-do, to-do",
    ),
    (
        "criticism not welcome", "school-account", "sa-criticism", "no",
        "to-do, to-do, to-do strongly-advised, to-do, to-do",
    ),
    (
        "email as the policy allows", "working-safely", "ws-email", "no",
        "to-do strongly-advised, to-do strongly-advised, to-do, to-do, to-do",
    ),
    (
        "other contact details on an account", "school-account", "sa-contact", "later",
        "to-do, to-do, to-do, to-do, to-do strongly-advised",
    ),
    (
        "local and national guidelines", "induction", "in-keep", "no",
        ("to-do required, to-do required, to-do strongly-advised, to-do required, "
        "to-do required"),
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
        ("working-safely", "ws-signature", ["oxfordshire"]),
        ("school-account", "sa-own-phone", ["st-lukes"]),
        ("school-account", "sa-plural", ["st-lukes"]),
        ("something-wrong", "sw-n-wait", ["oakfield"]),
        ("class-project", "cp-under-13s", ["oakfield"]),
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


@pytest.mark.parametrize(
    ("policy", "tension", "journey_id", "question_id"),
    [
        ("oxfordshire", "contact-with-families", "working-safely", "ws-parent-message"),
        ("oxfordshire", "contact-with-families", "working-safely", "ws-evening-message"),
        ("oxfordshire", "contact-with-families", "induction", "in-reach"),
        ("oxfordshire", "own-contact-details", "working-safely", "ws-own-details"),
        ("oxfordshire", "friends-only-everywhere", "school-account", "sa-privacy"),
        ("oakfield", "use-at-school", "working-safely", "ws-school-computers"),
        ("oakfield", "use-at-school", "school-account", "sa-encourage"),
        ("oakfield", "police-and-waiting", "something-wrong", "sw-n-police"),
        ("oakfield", "police-and-waiting", "something-wrong", "sw-n-wait"),
        ("newport", "strict-and-public", "school-account", "sa-privacy"),
        ("newport", "parents-of-former-pupils", "privacy-checkup", "pc-parents"),
        ("newport", "parents-of-former-pupils", "privacy-checkup", "pc-ex-pupils-grown"),
        ("st-lukes", "open-and-private", "privacy-checkup", "pc-names-school"),
        ("st-lukes", "open-and-private", "before-posting", "bp-names-school"),
        ("st-lukes", "following-students", "school-account", "sa-no-pupils"),
        ("st-lukes", "following-students", "privacy-checkup", "pc-pupils"),
    ],
)
def test_where_a_policy_contradicts_itself_the_question_tells(
    policy: str, tension: str, journey_id: str, question_id: str
) -> None:
    """A contradiction is told where a person meets it, and not only in a list somewhere."""
    pack = journey(journey_id)
    question = pack.journey.question(question_id)
    assert question is not None
    met = next(one for one in pack.policies[policy].tensions if one.id == tension)

    cited = {clause.id for clause in clauses_cited(question, pack, policy)}

    assert cited & set(met.clauses)


def test_an_opposite_stands_at_a_question_that_is_asked() -> None:
    """What two policies want contrary things of must not be filed under nothing."""
    asked = {question.id for card in JOURNEYS for question in journey(card).journey.questions()}

    opposites = journey("privacy-checkup").opposites

    assert opposites
    assert {one.question for one in opposites} <= asked
