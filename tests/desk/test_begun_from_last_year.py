"""Begun from last year's: what was said of that year, or of one project, is asked again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard.desk.desk import Desk
from wizard.desk.places import Places

A_DAY = "2025-12-01"

OF_ITS_DAY = [
    ("before-posting", "bp-what", "agreed", "bp-clarity", "yes"),
    ("privacy-checkup", "pc-clean-up", "yes", "pc-birthday", "yes"),
    ("class-project", "cp-account-approved", "yes", "cp-own-space", "yes"),
    ("class-project", "cp-images", "yes", "cp-consent-form", "yes"),
    ("class-project", "cp-documents", "yes", "cp-consent-form", "yes"),
    ("class-project", "cp-esafety-recent", "yes", "cp-esafety-covers", "yes"),
    ("induction", "pc-clean-up", "yes", "in-tell", "yes"),
    ("induction", "in-aup-edition", "Staff AUP, 2025", "in-policy", "yes"),
    ("something-wrong", "sw-p-written", "yes", "sr-monitoring", "yes"),
    ("school-account", "sa-consent", "yes", "sa-approved", "yes"),
    ("school-account", "cp-images", "yes", "sa-approved", "yes"),
    ("school-readiness", "sr-practice", "yes", "sr-approved", "yes"),
    ("school-readiness", "sr-review", "yes", "sr-which", "Newport’s, 2024"),
    ("school-readiness", "sr-next-review", A_DAY, "sr-which", "Newport’s, 2024"),
]
"""A journey, what belongs to its year or to one thing, and beside it what holds on."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with the content that people have."""
    folder: Path = tmp_path_factory.mktemp("answers")
    desk = Desk(Places(folder))
    desk.ready.result()
    yield desk
    desk.close()


@pytest.mark.parametrize(("journey", "of_its_day", "said", "lasting", "holds"), OF_ITS_DAY)
def test_a_yes_of_last_year_is_not_this_years(
    desk: Desk, journey: str, of_its_day: str, said: str, lasting: str, holds: str
) -> None:
    """Last year's yes stood "in place" on the paper that SLT signs this year."""
    old = desk.runs.start(journey, "all").result()
    old.answer(of_its_day, said)
    old.answer(lasting, holds)

    new = desk.runs.start(journey, "all", copy_from=old.run.id).result()

    assert old.answers[of_its_day].value == said
    assert {one: answer.value for one, answer in new.answers.answers.items()} == {lasting: holds}
