"""The plug is pulled while somebody takes a name, or is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.locks import NEW, Maker, kept
from tests.desk.people_writer import KEPT
from tests.store.power_cut.pulled import pulled
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import people
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places


@pytest.mark.parametrize(
    "cuts", [pytest.param(40, id="some"), pytest.param(400, id="many", marks=pytest.mark.full)]
)
def test_no_cut_loses_answers_on_the_move(
    tmp_path: Path, lock_of: Maker, clock: FixedClock, cuts: int
) -> None:
    """They open where they were or where they go, with what opens that place."""
    says = len(KEPT) - 1
    pulls = pulled(tmp_path, "tests.desk.people_writer", says=says, cuts=cuts, seed=2611)
    for moment, said, left in pulls:
        found = _found(lock_of, clock, left / "answers")
        if said == 3:
            # Being forgotten, whole or not at all.
            assert found in (KEPT[3], set()), moment
        elif said:
            assert KEPT[said] <= found, (moment, said)


def _found(lock_of: Maker, clock: FixedClock, data: Path) -> set[str]:
    """Open every place there is, and return what is kept in any of them."""
    found = set()
    if data.is_dir() and state(data) is State.OPEN:
        lock = lock_of(data)
        found |= kept(lock)
        lock.lock_now()
    for one in people(data):
        lock = Lock(Places(data, clock=clock, person=one.id))
        lock.unlock(NEW).result(60)
        found |= kept(lock)
        lock.lock_now()
    return found
