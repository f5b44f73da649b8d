"""What is planned, as a calendar file (.ics) for whatever calendar a person uses.

Each action with a day becomes an all-day entry, and so does next year's check.  The
entries keep their ids, so that a file opened twice does not fill a calendar twice.

Source: RFC 5545.  The library puts the signs that mean something there in front of a
backslash and folds lines at 75 octets; what no text there may hold is taken out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

PRODUCT = "-//Before You Post//EN"

_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One all-day entry: a stable id, the day, what to do, and a line more."""

    id: str
    day: date
    what: str
    more: str = ""


def write_calendar(entries: Iterable[Entry], made: datetime) -> bytes:
    """Return a calendar file with these entries, dated by ``made``, which knows its zone."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", f"{entry.id}@before-you-post")
        event.add("dtstamp", made.astimezone(UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", _text(entry.what))
        if entry.more:
            event.add("description", _text(entry.more))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _text(text: str) -> str:
    """Return a text as a calendar may have it: one kind of line break, no control characters.

    Half a letter, pasted on Windows, is none either.
    """
    return _CONTROLS.sub("", _BREAKS.sub("\n", text))
