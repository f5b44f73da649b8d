"""Every clause of the five policies is carried, by something that may carry it."""

from __future__ import annotations

from collections import defaultdict

from wizard import paths
from wizard.pack.check import check
from wizard.pack.source import FolderSource
from wizard.pack.trace import clauses, trace

PACKS = check(FolderSource(paths.content_folder()))[0]
CLAUSES = clauses(PACKS)
TRACE = trace(PACKS)

MOST_CITED = 8

ASKING = {"must", "must-not", "should", "should-not", "question"}
"""Kinds of clause that ask something of somebody, so that an explanation is not enough."""

DOING = {"question", "setting", "point", "step", "sign-off"}
"""Carriers in sight, that ask something of somebody."""

STANCE = {
    "must": "do", "should": "do", "procedure": "do", "record": "do",
    "must-not": "do not", "should-not": "do not",
    "question": "ask",
}  # fmt: skip

SAY_BOTH = {
    # Each of these says in one sentence what to do and what not to.
    "ws-own-details-mobile", "ws-trip-photo-safest", "before-posting", "sw-b-record",
    "cp-school-camera", "cp-lesson-tested-surprise", "working-photos-school",
    # These meet an opposite: one policy hides what another shows.
    "pc-names-school", "pc-names-school-differ",
}  # fmt: skip


def test_all_clauses_are_there() -> None:
    """The five policies have 731 clauses; none may be lost from the tables."""
    assert len(CLAUSES) == 731
    by_policy: dict[str, int] = defaultdict(int)
    for clause in CLAUSES.values():
        by_policy[clause.policy] += 1
    assert by_policy == {
        "oxfordshire": 206,
        "oakfield": 148,
        "st-lukes": 146,
        "newport": 161,
        "lancashire": 70,
    }


def test_every_clause_is_carried() -> None:
    """A school that adopted any policy finds all of it."""
    assert CLAUSES.keys() - {pair.clause for pair in TRACE} == set()


def test_what_asks_something_is_carried_by_something_that_asks() -> None:
    """A rule must not hide in a folded explanation; rules for pupils are only told."""
    carriers = defaultdict(set)
    for pair in TRACE:
        carriers[pair.clause].add(pair.kind)
    hidden = [
        clause.id
        for clause in CLAUSES.values()
        if clause.kind in ASKING and clause.audience != "pupil" and not carriers[clause.id] & DOING
    ]

    assert hidden == []


def test_no_yes_to_a_setting_is_a_no_by_another_policy() -> None:
    """It would stand as in place where the school changes its policy, which wants the contrary."""
    opposed = {
        clause
        for pack in PACKS
        for opposite in pack.opposites
        for side in opposite.sides
        for clause in side.clauses
    }
    torn = [
        question.id
        for pack in PACKS
        for question in pack.journey.questions()
        if question.setting is not None and opposed & {*question.clauses}
    ]

    assert opposed
    assert torn == []


def carried_by() -> dict[tuple[str, str], set[str]]:
    """Return the clauses of each carrier."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pair in TRACE:
        found[pair.kind, pair.carrier].add(pair.clause)
    return found


def test_no_carrier_cites_too_much() -> None:
    """One sentence can not honestly say nine things; what repeats counts once."""

    def different(cited: set[str]) -> int:
        texts = {CLAUSES[one].text for one in cited}
        tails = {one.split(".", 1)[1] for one in cited}
        return min(len(texts), len(tails))

    over = {
        carrier: len(cited)
        for carrier, cited in carried_by().items()
        if different(cited) > MOST_CITED
    }

    assert over == {}


def test_the_stance_of_a_carrier_is_that_of_its_clauses() -> None:
    """What says do must not cite do not, unless its sentence says both."""
    mixed = set()
    for (_kind, carrier), cited in carried_by().items():
        stances = {STANCE[CLAUSES[one].kind] for one in cited if CLAUSES[one].kind in STANCE}
        if {"do", "do not"} <= stances:
            mixed.add(carrier)

    assert mixed - SAY_BOTH == set()
    assert SAY_BOTH - mixed == set(), "these no longer say both: take them off the list"


def test_repeats_meet_in_one_carrier() -> None:
    """Oxfordshire and Lancashire share most: nobody is asked the same twice."""
    where = defaultdict(set)
    for pair in TRACE:
        where[pair.clause].add(pair.carrier)
    apart = []
    for clause in CLAUSES.values():
        if clause.policy != "lancashire":
            continue
        twin = "oxfordshire." + clause.id.split(".", 1)[1]
        same = twin in CLAUSES and CLAUSES[twin].text == clause.text
        if same and not where[twin] & where[clause.id]:
            apart.append(clause.id)

    assert apart == []
