"""What is planned, as a calendar file (.ics) for whatever calendar a person uses.

Each action with a day becomes an all-day entry, and so does next year's check.  The
entries keep their ids, so that a file opened twice does not fill a calendar twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

PRODUCT = "-//Before You Post//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One all-day entry: a stable id, the day, what to do, and a line more."""

    id: str
    day: date
    what: str
    more: str = ""


def write_calendar(entries: Iterable[Entry], made: datetime) -> bytes:
    """Return a calendar file with these entries, dated by ``made`` (iCalendar, RFC 5545)."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", f"{entry.id}@before-you-post")
        event.add("dtstamp", made)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.what)
        if entry.more:
            event.add("description", entry.more)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
