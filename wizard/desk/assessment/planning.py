"""What comes next: planned actions and next year's check, as a calendar file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wizard.clock import local_day, months_after
from wizard.model.run import Run, RunCard
from wizard.safe.canonical import digest
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.card import JourneyCard
    from wizard.model.finding import Finding
    from wizard.session import Session


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


def due(
    cards: Iterable[RunCard], today: date, journeys: Iterable[JourneyCard]
) -> tuple[RunCard, ...]:
    """Return the last self-assessment of each journey that is due again.

    A journey begun again since is not due, nor is one that is done once: what went wrong a
    year ago, or leaving.
    """
    months = {journey.id: journey.again for journey in journeys}
    latest: dict[str, RunCard] = {}
    for card in cards:
        known = latest.get(card.journey)
        if known is None or card.started > known.started:
            latest[card.journey] = card
    return tuple(
        card
        for card in latest.values()
        if card.finished
        and (again := months.get(card.journey, 0))
        and months_after(local_day(card.finished), again) <= today
    )


def due_again(session: Session, months: int) -> date | None:
    """Return the day on which this journey is due again; None for one that is done once."""
    if not months:
        return None
    return months_after(local_day(session.run.finished or session.run.changed), months)


def calendar(session: Session, months: int) -> bytes:
    """Return what is planned and when to look again, as a calendar file.

    ``months`` is after how many it is due again, 0 for never.

    Actions that are done, or have no day, are left out.  Each says who does it, in the
    words of the person, who is told so beforehand.  No answer and no note goes into it:
    a calendar is often shared, and whoever reads it learns of an answer no more than SLT do.
    """
    # Only whoever asks for a calendar pays for writing one.
    from wizard.assess.findings import assess, order_open
    from wizard.exchange.calendar import Entry, write_calendar
    from wizard.report.compose_private import concealed_questions, statuses_only

    journey, run = session.journey, session.run
    hidden, title = concealed_questions(journey, "slt"), journey.title
    tells_choices = not statuses_only(journey, "slt")
    found = assess(session.pack, session.answers, run.policy, tells_choices=tells_choices)
    entries = [
        Entry(
            _id(session, finding.question.id),
            date.fromisoformat(finding.action.by),
            _what(finding, hidden),
            _about(title, finding, hidden),
        )
        for finding in order_open(found)
        if finding.action.by and not finding.action.done
    ]
    if day := due_again(session, months):
        again = say("content.calendar.again", journey=title)
        entries.append(Entry(_id(session, "again"), day, again))
    return write_calendar(entries, run.changed)


def _id(session: Session, what: str) -> str:
    """Return an id that stays the same and says nothing: that of a question names a platform."""
    return digest(f"{session.run.id}-{what}".encode())


def _what(finding: Finding, hidden: Collection[str]) -> str:
    if finding.question.id in hidden:
        return say(f"paper.account-settings.{finding.status.value}")
    # Where no choice is told, nothing may be left to say of what to do: the question stands then.
    return finding.advice or finding.question.text


def _about(title: str, finding: Finding, hidden: Collection[str]) -> str:
    """Return who does it, if somebody was named, and which question it comes from."""
    who = " ".join(finding.action.who.split())
    line = title
    if finding.question.id not in hidden:
        line = say("content.calendar.line", journey=title, line=finding.line)
    return f"{say('content.calendar.who', who=who)}\n{line}" if who else line
