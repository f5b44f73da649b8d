"""The plug is pulled while a key is changed: no answer is lost, and no owner locked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.key_writer import SECRETS
from tests.desk.locks import Maker, kept, opens
from tests.store.power_cut.pulled import pulled
from wizard.desk.lock.state import State


@pytest.mark.parametrize(
    "cuts", [pytest.param(40, id="some"), pytest.param(800, id="many", marks=pytest.mark.full)]
)
def test_no_cut_takes_the_key_away(tmp_path: Path, lock_of: Maker, cuts: int) -> None:
    """At any moment what opened the answers before, or what was just chosen, opens them."""
    says = len(SECRETS) - 1
    pulls = pulled(tmp_path, "tests.desk.key_writer", says=says, cuts=cuts, seed=2611)
    for moment, said, left in pulls:
        found = _opened(lock_of, left / "answers", said)
        assert said in (0, 5, 6) or "one" in found, (moment, said)


def test_no_cut_as_the_lock_goes_leaves_an_empty_one(tmp_path: Path, lock_of: Maker) -> None:
    """Its two names came back, of a lock that was written over: nothing opened that any more."""
    says = len(SECRETS) - 1
    pulls = pulled(tmp_path, "tests.desk.key_writer", says=says, cuts=60, seed=2311, last=4)
    for moment, said, left in pulls:
        assert "one" in _opened(lock_of, left / "answers", said), moment


def _opened(lock_of: Maker, folder: Path, said: int) -> set[str]:
    """Open with what was promised after ``said``, or with what was being chosen then."""
    lock = lock_of(folder)
    if lock.state is State.LOCKED:
        secrets = {*SECRETS[said], *SECRETS[min(said + 1, len(SECRETS) - 1)]} - {None}
        assert any(opens(lock, secret or "") for secret in secrets), said
    found = kept(lock)
    lock.lock_now()
    return found
