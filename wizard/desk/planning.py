"""What comes next: planned actions and next year's check, as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wizard.clock import local_day, months_after
from wizard.model.run import Run, RunCard
from wizard.words import say

if TYPE_CHECKING:
    from wizard.session import Session

YEARLY = 12
"""Months until the same journey is due again."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is still to be done of a self-assessment: how much, and the first day, if any."""

    count: int
    first: date | None


def planned(run: Run) -> Planned:
    """Return what somebody put down to be done and has not ticked off."""
    waiting = [action for action in run.answers.actions.values() if not action.done]
    planned_days = sorted(date.fromisoformat(action.by) for action in waiting if action.by)
    return Planned(len(waiting), planned_days[0] if planned_days else None)


def due(cards: Iterable[RunCard], today: date) -> tuple[RunCard, ...]:
    """Return the last self-assessment of each journey that was finished a year ago or longer.

    A journey begun again since is not due.
    """
    latest: dict[str, RunCard] = {}
    for card in cards:
        known = latest.get(card.journey)
        if known is None or card.started > known.started:
            latest[card.journey] = card
    return tuple(
        card
        for card in latest.values()
        if card.finished and months_after(local_day(card.finished), YEARLY) <= today
    )


def due_again(session: Session) -> date:
    """Return the day on which this journey is due again."""
    return months_after(local_day(session.run.finished or session.run.changed), YEARLY)


def calendar(session: Session) -> bytes:
    """Return what is planned and when to look again, as a calendar file.

    Actions that are done, or have no day, are left out.  No answer and no note goes
    into it: a calendar is often shared.
    """
    # Only whoever asks for a calendar pays for writing one.
    from wizard.desk import desk
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
