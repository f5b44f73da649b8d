"""How one of the school's helplines reads, with the day somebody last tried it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.ui import days
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.school import Helpline


def helpline_line(line: Helpline) -> str:
    """Return a helpline as one line: whom, for what, how to reach them, how old that is."""
    said = {"name": line.name, "purpose": line.purpose, "reach": reach_of(line)}
    return say("ui.home.helpline", **said)


def reach_of(line: Helpline) -> str:
    """Return number and hours of a helpline, and when they were checked or that nobody said."""
    reach = ", ".join(part for part in (line.reach, line.hours) if part)
    return say("ui.school.helpline.reached", reach=reach, looked=_looked_at(line))


def checked_day(line: Helpline) -> str:
    """Return the day a helpline was checked as people write it, empty where it is not dated."""
    return days.spoken(line.checked.isoformat()) if line.checked else ""


def _looked_at(line: Helpline) -> str:
    if line.checked is None:
        return say("ui.school.helpline.undated")
    return say("ui.school.helpline.looked", day=checked_day(line))
