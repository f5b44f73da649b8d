"""What the answers of a self-assessment come to so far, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.clock import Clock, local_day
from wizard.model.clause import ALL_POLICIES
from wizard.model.finding import Finding
from wizard.model.platform import Setting
from wizard.model.school import School
from wizard.model.status import Status
from wizard.session import Session

if TYPE_CHECKING:
    from wizard.model.aside import Aside


def findings(session: Session) -> tuple[Finding, ...]:
    """Return what becomes of each answer so far, in the order of the journey."""
    # What weighs answers is not needed before the first review.
    from wizard.assess.findings import assess

    return assess(session.pack, session.answers, session.run.policy)


def outcome(session: Session) -> tuple[str, Status]:
    """Return the heading a journey ends with now, and its tone."""
    from wizard.assess.findings import outcome as heading

    return heading(session.pack, findings(session), len(session.gaps()))


def open_points(session: Session) -> tuple[Finding, ...]:
    """Return what is open, what matters most first."""
    from wizard.assess.findings import order_open

    return order_open(findings(session))


def set_aside(session: Session) -> tuple[Aside, ...]:
    """Return what is kept and stands on no page of the journey just now."""
    from wizard.assess.aside import set_aside as kept_aside

    return kept_aside(session.pack, session.answers, findings(session))


def counts(session: Session) -> tuple[tuple[Status, int], ...]:
    """Return how many questions came to each status that occurs.

    The gaps are those of "Check your answers": a question that is asked and weighs nothing
    makes no finding, but leaves a gap.
    """
    from wizard.assess.findings import counts as counted

    found = dict(counted(findings(session))) | {Status.NOT_ANSWERED: len(session.gaps())}
    return tuple((status, found[status]) for status in Status if found.get(status))


def is_stale(setting: Setting, clock: Clock) -> bool:
    """Say whether a setting was last checked longer ago than it keeps."""
    from wizard.assess.law import is_stale as past_shelf_life

    return past_shelf_life(setting.checked, setting.shelf_months, local_day(clock.now()))


def who_decides(session: Session, school: School, role: str) -> str:
    """Return who holds a role, by name where one is known, as the paper says it."""
    from wizard.assess.deciders import who_decides as decider

    return decider(session.pack, role, school, session.answers)


LITTLE = 0.15
"""The part of a journey's questions below which a policy says little about it."""


def policy_says_little(session: Session) -> bool:
    """Say whether the chosen policy speaks of so few questions that all five are offered."""
    from wizard.assess.severity import severity

    policy = session.run.policy
    # Settings rest on what platforms offer; no policy lists them.
    weighed = [one for one in session.journey.questions() if one.assessed and not one.setting]
    if policy == ALL_POLICIES or not weighed:
        return False
    spoken_of = sum(severity(one, session.pack, policy).in_policy for one in weighed)
    return spoken_of < LITTLE * len(weighed)


def remarks(session: Session, clock: Clock) -> list[tuple[str, str, bool]]:
    """Return what the paper remarks on with its date: title, text, and whether it has aged."""
    from wizard.report.compose_dated import remarks as remarked

    found = remarked(session.pack, session.answers, local_day(clock.now()))
    return [(notice.title, notice.text, notice.tone == "stale") for notice in found]
