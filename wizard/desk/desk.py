"""The desk itself: everything the program can do, within reach of window and commands."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import there
from wizard.clock import local_day
from wizard.desk.assessment.copies import Copies
from wizard.desk.assessment.out_there import OutThere
from wizard.desk.assessment.runs import Runs
from wizard.desk.content import library
from wizard.desk.lock.locking import Lock
from wizard.desk.paper.papers import PaperShelf
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import ContentFaults
from wizard.model.card import JourneyCard
from wizard.pack.source import FolderSource
from wizard.words import say

if TYPE_CHECKING:
    from datetime import date

    from wizard.desk.paper.decisions import DecisionShelf
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
        self._policy_names: dict[str, str] = {}
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
        self.papers = PaperShelf(self._store, self.clock, self.runs.pack_to_read)
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
        from wizard.desk.paper.decisions import DecisionShelf

        return DecisionShelf(self._store, self.clock)

    @property
    def today(self) -> date:
        """The day that it is where the computer stands."""
        return local_day(self.clock.now())

    @property
    def place_warning(self) -> str:
        """What to say of the folder that the answers lie in; empty where all is well."""
        if self.lock.kept_note:
            return ""
        from wizard.store.whereabouts import Whereabouts, whereabouts

        folder = self.lock.places.answers
        # A warning is not worth waiting for: whoever goes home must be able to hide and to lock.
        where = there.soon(folder, whereabouts, otherwise=Whereabouts.HERE)
        if where is Whereabouts.HERE:
            return ""
        return say(f"errors.place.{where.value}", folder=folder)

    @property
    def is_put_back(self) -> bool:
        """Whether the answers, once they are ``ready``, are older than their copies."""
        return self._store.is_put_back

    @cached_property
    def cards(self) -> tuple[JourneyCard, ...]:
        """The journeys on offer.  Raises ``ContentFaults``.

        Read once: a page is made anew of them though their disk fails or hangs by then.
        """
        return library.journeys(self.places.content)

    def policy_name(self, policy_id: str) -> str:
        """Return the name of a policy, or how we say that none was chosen.

        Its id where the content can not be read just now: home is there all the same.
        """
        if policy_id not in self._policy_names:

            def read(content: Path) -> str:
                return library.policy_name(content, policy_id)

            try:
                name = there.soon(self.places.content, read, otherwise="")
            except ContentFaults:
                name = ""
            if not name:
                return policy_id
            self._policy_names[policy_id] = name
        return self._policy_names[policy_id]

    def close(self) -> None:
        """Finish every save, close the store and let go of its lock."""
        self.runs.close()
        if "searching" in self.__dict__:
            self.searching.close()
        self.lock.finish()
        self.lock.let_go()
