"""The desk itself: everything the program can do, within reach of window and commands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wizard.clock import Clock, local_day
from wizard.desk.content import library
from wizard.desk.copies import Copies
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.desk.out_there import OutThere
from wizard.desk.papers import PaperShelf
from wizard.desk.places import Places
from wizard.desk.runs import Runs
from wizard.desk.school.profile import SchoolDesk
from wizard.model.card import JourneyCard
from wizard.model.clause import ALL_POLICIES
from wizard.model.finding import Finding
from wizard.model.platform import Setting
from wizard.model.school import School
from wizard.model.status import Status
from wizard.pack.source import FolderSource
from wizard.session import Session
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.decisions import DecisionShelf
    from wizard.desk.reading.searching import Searching


class Desk:
    """Opens the store and holds one object for each thing the program does.

    Making a desk reads the key and starts the store's thread; ``ready`` is done once
    the store is open, or holds the ``StoreProblem`` that kept it shut.
    """

    def __init__(self, places: Places, lock: Lock | None = None) -> None:
        """Open the desk, with a ``lock`` that somebody unlocked where there is one.

        Raises ``StoreLocked`` if it is locked, ``StoreProblem`` if the key can not be had.
        """
        self.clock = places.clock
        self.places = places
        self.school = SchoolDesk(places)
        self.lock = lock or Lock(places)
        self._store, self.ready = self.lock.open_store()
        self.runs = Runs(
            self._store,
            FolderSource(places.content),
            self.school,
            self.clock,
            self.lock.for_good,
        )
        self.papers = PaperShelf(self._store, self.clock)
        self.elsewhere = OutThere()
        """What lies in a file of the person's too, as it stands there."""
        self.copies = Copies(self._store, self.clock, self.runs.rewrite)

    @cached_property
    def searching(self) -> Searching:
        """What finds and reads without a journey; nothing of it is there before it is asked."""
        from wizard.desk.reading.searching import Searching

        school = self.school
        return Searching(self.places.content, lambda: school.path, lambda: school.saves)

    @cached_property
    def decisions(self) -> DecisionShelf:
        """What SLT decided about papers made here; read when somebody asks for it."""
        from wizard.desk.decisions import DecisionShelf

        return DecisionShelf(self._store, self.clock)

    @property
    def place_warning(self) -> str:
        """What to say of the folder that the answers lie in; empty where all is well."""
        if self.lock.state is State.SHARED:
            return ""
        from wizard.store.whereabouts import Whereabouts, whereabouts

        where = whereabouts(self.lock.places.answers)
        if where is Whereabouts.HERE:
            return ""
        return say(f"errors.place.{where.value}", folder=self.lock.places.answers)

    @property
    def cards(self) -> tuple[JourneyCard, ...]:
        """The journeys on offer.  Raises ``ContentFaults``."""
        return library.journeys(self.places.content)

    def policy_name(self, policy_id: str) -> str:
        """Return the name of a policy, or how we say that none was chosen."""
        return library.policy_name(self.places.content, policy_id)

    def close(self) -> None:
        """Finish every save, close the store and let go of its lock."""
        self.runs.close()
        if "searching" in self.__dict__:
            self.searching.close()
        self.lock.finish()
        self.lock.let_go()


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
