"""What SLT decided is kept beside the fingerprint, goes with its self-assessment, and came late."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import samples
from wizard.clock import FixedClock
from wizard.errors import InputFault
from wizard.model.decision import Decided, Decision
from wizard.safe.key import own_login_key
from wizard.store.arrivals import Arrival
from wizard.store.migrations import STEPS
from wizard.store.worker import StoreWorker

GIVEN = Decision(
    run="one",
    reference="7F3K-92QX",
    fingerprint="QPYW GUD4 VBOO U74I WEOD OZTX HY",
    decided=Decided.WITH_CONDITIONS,
    who="Mair Ŵyn \ud83d",
    role="Head",
    day="2026-11-24",
    conditions="Ask the three families first.",
    review="2027-11-24",
    recorded=samples.START,
)
KEPT = replace(GIVEN, who="Mair Ŵyn ?")


def test_a_store_of_the_first_version_takes_decisions(folder: Path, clock: FixedClock) -> None:
    """Who already has answers here must not lose one of them to this."""
    old = StoreWorker(folder, own_login_key(folder), clock, STEPS[:1])
    old.open().result(60)
    old.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    old.close().result(60)

    worker = StoreWorker(folder, own_login_key(folder), clock)
    worker.open().result(60)
    worker.add_decision(GIVEN).result(60)

    assert worker.load("one").result(60) == samples.full()
    assert worker.decisions("one").result(60) == (KEPT,)
    worker.close().result(60)


@pytest.fixture
def worker(folder: Path, clock: FixedClock) -> StoreWorker:
    """Return an open store with one self-assessment."""
    opened = StoreWorker(folder, own_login_key(folder), clock)
    opened.open().result(60)
    opened.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    return opened


def test_two_decisions_that_name_no_paper_are_two(worker: StoreWorker) -> None:
    """Brought in from a file without fingerprints, the second took the place of the first."""
    first = replace(KEPT, reference="", fingerprint="")
    second = replace(first, day="2026-12-24", conditions="")
    for decision in (first, second):
        worker.add_decision(decision).result(60)

    found = worker.decisions().result(60)
    worker.close().result(60)
    assert found == (second, first)


def test_what_another_person_decided_on_the_same_paper_stands_beside_it(
    worker: StoreWorker,
) -> None:
    """A deputy signs first and sets conditions, the Head signs after: neither goes."""
    head = replace(KEPT, who="Amir Khan", decided=Decided.APPROVED, conditions="")
    for decision in (KEPT, head):
        worker.add_decision(decision).result(60)

    found = worker.decisions().result(60)
    worker.close().result(60)
    assert found == (head, KEPT)


def test_two_of_one_name_in_two_roles_are_two(worker: StoreWorker) -> None:
    """A Head and a Chair of governors may both be D. Jones: what the one decided was gone."""
    head = replace(KEPT, who="D. Jones", role="Head")
    chair = replace(head, role="Chair of governors", decided=Decided.NOT_YET)
    for one in (head, chair):
        worker.add_decision(one).result(60)
    assert worker.decisions("one").result(60) == (chair, head)


def test_capitals_and_blanks_make_nobody_another(worker: StoreWorker) -> None:
    """Put right by "head", what the "Head" had decided stood beside it as another's."""
    for role, decided in (("Head", Decided.APPROVED), (" head ", Decided.NOT_YET)):
        worker.add_decision(replace(KEPT, who="D. Jones", role=role, decided=decided)).result(60)
    (found,) = worker.decisions("one").result(60)
    assert found.decided is Decided.NOT_YET


def test_what_stood_side_by_side_comes_in_side_by_side(worker: StoreWorker) -> None:
    """An older program took a "Head" and a "head" for two: neither goes on the way home."""
    both = [replace(KEPT, run="two", role=role) for role in ("Head", "head")]
    run = replace(samples.full(), id="two")
    worker.bring([Arrival(run, samples.CONTENT, (3, 4), both)]).result(60)
    assert worker.decisions("two").result(60) == tuple(reversed(both))


@pytest.mark.parametrize("again", ["Head", "head"])
def test_of_what_stood_side_by_side_one_is_put_right(worker: StoreWorker, again: str) -> None:
    """Recorded again by one of the two, the other's went with it, and nothing had told that."""
    both = [replace(KEPT, run="two", role=role) for role in ("Head", "head")]
    run = replace(samples.full(), id="two")
    worker.bring([Arrival(run, samples.CONTENT, (3, 4), both)]).result(60)
    worker.add_decision(replace(both[0], role=again, conditions="")).result(60)

    found = worker.decisions("two").result(60)
    assert {one.role: one.conditions == "" for one in found} == {
        role: role == again for role in ("Head", "head")
    }


def test_no_more_are_taken_than_a_file_can_bring_home(
    worker: StoreWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told where the one too many is put down, not where all of it is refused."""
    monkeypatch.setattr("wizard.store.decisions.DECISIONS", 2)
    for who in ("A", "B"):
        worker.add_decision(replace(KEPT, who=who)).result(60)
    with pytest.raises(InputFault, match="2 decisions"):
        worker.add_decision(replace(KEPT, who="C")).result(60)
    # Putting one of them right is none more.
    worker.add_decision(replace(KEPT, who="B", conditions="")).result(60)

    assert len(worker.decisions().result(60)) == 2
    worker.close().result(60)


def test_a_decision_recorded_again_takes_the_place_of_the_first(worker: StoreWorker) -> None:
    """A slip of the pen is put right; two papers of one self-assessment stay two."""
    other = replace(KEPT, fingerprint="another", decided=Decided.NOT_YET)
    for decision in (KEPT, other, replace(KEPT, decided=Decided.APPROVED)):
        worker.add_decision(decision).result(60)

    found = worker.decisions().result(60)
    worker.close().result(60)
    assert [one.decided for one in found] == [Decided.APPROVED, Decided.NOT_YET]


def test_a_decision_goes_with_its_self_assessment(worker: StoreWorker) -> None:
    """Deleted means gone, whoever signed."""
    worker.add_decision(KEPT).result(60)
    worker.erase("one").result(60)

    assert worker.decisions().result(60) == ()
    with pytest.raises(InputFault, match="no self-assessment"):
        worker.add_decision(KEPT).result(60)
    worker.close().result(60)
