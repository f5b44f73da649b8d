"""What comes next: planned actions and next year's check, as a calendar file."""

from __future__ import annotations

from datetime import date

from wizard.clock import local_day, months_after
from wizard.desk import desk
from wizard.session import Session
from wizard.words import say

YEARLY = 12
"""Months until the same journey is due again."""


def due_again(session: Session) -> date:
    """Return the day on which this journey is due again."""
    return months_after(local_day(session.run.finished or session.run.changed), YEARLY)


def calendar(session: Session) -> bytes:
    """Return what is planned and when to look again, as a calendar file.

    Actions that are done, or have no day, are left out.  No answer and no note goes
    into it: a calendar is often shared.
    """
    # Only whoever asks for a calendar pays for writing one.
    from wizard.exchange.calendar import Entry, write_calendar

    entries = [
        Entry(
            f"{session.run.id}-{finding.question.id}",
            date.fromisoformat(finding.action.by),
            finding.advice,
            say("content.calendar.line", journey=session.journey.title, line=finding.line),
        )
        for finding in desk.open_points(session)
        if finding.action.by and not finding.action.done
    ]
    again = say("content.calendar.again", journey=session.journey.title)
    entries.append(Entry(f"{session.run.id}-again", due_again(session), again))
    return write_calendar(entries, session.run.changed)
