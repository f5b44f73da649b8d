"""Ten thousand self-assessments, as a trust may have: opening and saving stay what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import scale
from wizard.safe.key import STORE_FILE


@pytest.mark.full
def test_ten_thousand_are_as_quick_as_one(tmp_path: Path) -> None:
    """Open and save at most twice, list at most three times the bare SELECT; half a minute."""
    slow = [row for row in scale.compare(tmp_path) if row.ratio > row.limit]

    assert slow == []
    assert (tmp_path / "big" / STORE_FILE).stat().st_size < 30_000 * scale.RUNS
