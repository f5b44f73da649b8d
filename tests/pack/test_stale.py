"""What ages: told on the day after its shelf life, and not before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.tiny import write_tiny
from wizard import paths
from wizard.clock import months_after
from wizard.model.school import Helpline, School
from wizard.pack.check import check
from wizard.pack.source import FolderSource
from wizard.pack.stale import aged

LAW = """\
laws:
  - id: a-law
    title: A law
    texts: {announced: It comes., in-force: It is here.}
    announced: 2026-06-15
    checked: 2026-11-30
    shelf-life: 3
    mark: seen
    source: uk-frame
    journeys: [tiny]
"""


def test_a_law_ages_the_day_after_its_shelf_life(tmp_path: Path) -> None:
    """Three months from 30 November end on the last day of February."""
    packs, faults = check(FolderSource(write_tiny(tmp_path, law=LAW)))

    assert faults == ()
    assert aged(packs, date(2027, 2, 28)) == ()
    assert [one.id for one in aged(packs, date(2027, 3, 1))] == ["a-law"]


def test_shipped_settings_age_after_six_months() -> None:
    """Every setting says when it was checked; none is past it on the day it ships."""
    packs, _ = check(FolderSource(paths.content_folder()))

    assert aged(packs, date(2026, 11, 22)) == ()
    kinds = {one.kind for one in aged(packs, date(2027, 5, 22))}
    assert kinds >= {"law", "setting"}


def test_a_schools_helplines_age_after_a_year() -> None:
    """A number nobody has called for a year may reach nobody; one never dated is told first."""
    called = Helpline("Local line", "worries", "01632 960000", "", date(2026, 11, 21))
    short = replace(called, name="Short line", shelf_months=3)
    undated = Helpline("Old file", "worries", "01632 960001")
    school = School(helplines=(called, short, undated))

    assert [one.id for one in aged((), date(2027, 11, 21), school)] == ["Old file", "Short line"]
    found = aged((), date(2027, 11, 22), school)
    assert [(one.id, one.kind) for one in found][-1] == ("Local line", "helpline")
    assert found[0].checked is None


def test_months_after_keeps_to_the_calendar() -> None:
    """A month with fewer days ends on its last one."""
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 21), 12) == date(2027, 11, 21)
    # Meant as "for ever", it left home without what had been begun.
    assert months_after(date(2026, 11, 21), 99_999) == date.max
