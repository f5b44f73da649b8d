"""Dates as people write and read them.  Kept dates are ISO; shown ones are spoken."""

from __future__ import annotations

import re
from datetime import date

from wizard.model.answers import YEARS
from wizard.words import months, say_day


def spoken(iso: str) -> str:
    """Return ``21 November 2026`` for an ISO day; anything else comes back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return say_day(day)


def meant(day: date) -> str:
    """Return a day as ISO, or empty where the clock that gave it must be far off."""
    return day.isoformat() if day.year in YEARS else ""


def read(text: str) -> date | None:
    """Read ``21 November 2026``, ``21 Nov 2026``, ``21/11/2026``, ``21.11.26`` or ISO.

    Returns None where no day can be made of it.  Day comes before month, as in school.
    """
    cleaned = text.strip().lower().replace(",", " ")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cleaned):
        return _day(cleaned[0:4], cleaned[5:7], cleaned[8:10])
    parts = [part for part in re.split(r"[\s./-]+", cleaned) if part]
    if len(parts) != 3:
        return None
    first, middle, year = parts
    if middle.isalpha():
        names = [name.lower() for name in months()]
        found = [
            i for i, name in enumerate(names, 1) if len(middle) > 2 and name.startswith(middle)
        ]
        middle = str(found[0]) if len(found) == 1 else ""
    return _day(year if len(year) > 2 else f"20{year:0>2}", middle, first)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        read = date(int(year), int(month), int(re.sub(r"(st|nd|rd|th)$", "", day)))
    except ValueError:
        return None
    return read if meant(read) else None
