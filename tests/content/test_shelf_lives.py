"""What we add ourselves keeps as long as its kind does: settings 6 months, law 3, helplines 12."""

from __future__ import annotations

import re

import pytest

from wizard import paths
from wizard.model.question import Fact
from wizard.pack.check import check
from wizard.pack.source import FolderSource

PACKS = check(FolderSource(paths.content_folder()))[0]
OURS = {fact.id: fact for pack in PACKS for fact in pack.facts() if fact.source}

LAW = re.compile(r"\bcrime\b(?! Agency)|UK GDPR|Data Protection Act|Equality Act")
"""Words by which a fact states the law; the National Crime Agency is a helpline."""

HELPLINES = (
    "wrong-who-posh", "wrong-who-rhc", "wrong-who-nspcc", "wrong-who-ceop",
    "wrong-who-remove", "wrong-who-iwf", "wrong-who-lado", "sw-b-help-posh",
)  # fmt: skip


def months(found: list[Fact]) -> dict[str, int]:
    """Return how long each fact keeps, by its id."""
    return {fact.id: fact.shelf_months for fact in found}


def test_what_states_the_law_is_looked_at_each_quarter() -> None:
    """A law that changed must not stand for a year as if nothing had happened."""
    law = [fact for fact in OURS.values() if LAW.search(fact.text)]

    assert len(law) > 10
    assert set(months(law).values()) == {3}, months(law)


def test_what_is_said_of_a_platform_is_looked_at_twice_a_year() -> None:
    """Menus move; a hint on an app we ask nothing else about ages as fast as a setting."""
    platform = [fact for fact in OURS.values() if fact.source == "platforms"]

    assert len(platform) > 5
    assert set(months(platform).values()) == {6}, months(platform)


@pytest.mark.parametrize("fact_id", HELPLINES)
def test_whom_to_call_is_looked_at_each_year(fact_id: str) -> None:
    """A number that has changed leaves someone alone on a bad day."""
    assert OURS[fact_id].shelf_months == 12
