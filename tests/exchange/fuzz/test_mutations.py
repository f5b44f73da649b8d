"""Two thousand changed papers: none crashes, none hangs, none is taken for what it is not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest

from tests.program import TOP

SECONDS = 1.0
"""Work that one paper may cost, the library loaded."""


@pytest.mark.parametrize(
    ("first", "count"),
    [(0, 200), *(pytest.param(at, 450, marks=pytest.mark.full) for at in (200, 650, 1100, 1550))],
)
def test_no_change_is_taken_for_the_whole(first: int, count: int) -> None:
    """A library that reads strange files has bugs; what we say must be right all the same."""
    command = [sys.executable, "-m", "tests.exchange.fuzz.batch", str(first), str(first + count)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]

    found = json.loads(done.stdout)

    wrong = [(seed, became) for seed, became, _, _ in found if became.startswith("WRONG")]
    slow = [(seed, spent) for seed, _, spent, _ in found if spent > SECONDS]
    reached = sum(seen for *_, seen in found)
    kinds = Counter(became.split(":")[0] for _, became, _, _ in found)
    assert (wrong, slow) == ([], [])
    assert reached >= count / 2, kinds
    assert kinds["altered"] > count / 10, kinds
