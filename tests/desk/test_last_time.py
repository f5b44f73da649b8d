"""With which earlier self-assessment one is compared, if with any."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.assessment.last_time import last_time
from wizard.desk.places import Places
from wizard.model.run import Run, RunCard
from wizard.session import Session

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(days=300)


@pytest.mark.parametrize(
    ("journey", "is_compared"), [("privacy-checkup", True), ("something-wrong", False)]
)
def test_what_happened_once_is_not_measured_by_another_time(
    journey: str, is_compared: bool, tmp_path: Path
) -> None:
    """Two check-ups tell something side by side; two things that went wrong do not."""
    places = Places(tmp_path, clock=FixedClock(NOW))
    pack = answers.open_journey(places, journey)
    session = Session(pack, Run("now", journey, pack.digest, NOW, NOW), places.clock)
    card = RunCard("before", journey, "", 1, 1, EARLIER, EARLIER, EARLIER)

    assert last_time([card], session) == (card if is_compared else None)
    assert last_time([card._replace(finished=None)], session) is None
    assert last_time([card._replace(id="now")], session) is None
