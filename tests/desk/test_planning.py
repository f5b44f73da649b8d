"""The calendar file: what is planned, when to look again, and nothing private."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.planning import calendar, due_again
from wizard.model.answers import Action
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.session import Session

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A self-assessment with one open answer, noted and planned."""
    pack = open_pack(FolderSource(write_tiny(tmp_path)), "tiny")
    session = Session(pack, Run("r", "tiny", pack.digest, MOMENT, MOMENT), FixedClock(MOMENT))
    session.answer("t-picture", "yes")
    session.note("t-picture", "Private words of mine")
    session.plan("t-picture", Action("The Head; with, marks\nand lines", "2026-12-05"))
    return session


def test_planned_actions_and_next_year_stand_in_the_calendar(session: Session) -> None:
    """A real reader of such files gets the days and the words back."""
    events = icalendar.Calendar.from_ical(calendar(session)).walk("VEVENT")

    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events] == [
        (date(2026, 12, 5), "Take the picture out."),
        (date(2027, 11, 21), "Look again: Tiny"),
    ]
    assert due_again(session) == date(2027, 11, 21)


def test_nothing_private_goes_into_a_calendar(session: Session) -> None:
    """Calendars are shared: no note, no name."""
    text = calendar(session).decode()

    assert "Private" not in text
    assert "The Head" not in text


def test_the_same_plan_gives_the_same_file(session: Session) -> None:
    """Opened twice it must not fill the calendar twice."""
    assert calendar(session) == calendar(session)


def test_what_is_done_or_has_no_day_is_left_out(session: Session) -> None:
    """A calendar is for what is still to come."""
    session.plan("t-picture", Action("Me", "2026-12-05", done=True))
    assert len(icalendar.Calendar.from_ical(calendar(session)).walk("VEVENT")) == 1

    session.plan("t-picture", Action("Me"))
    assert len(icalendar.Calendar.from_ical(calendar(session)).walk("VEVENT")) == 1
