"""The school's profile: its name, logo, people and policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wizard.clock import months_after
from wizard.model.answers import NOBODY, Person
from wizard.model.clause import ALL_POLICIES

NATIONS = ("england", "wales", "scotland", "northern-ireland")
"""Where a school may be, the usual one first: some of what is told differs by that."""

HELPLINE_MONTHS = 12
"""How long a helpline keeps where nothing else is said, as the program's own do."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """Whom to call: a line, what it is for, its number or address, its hours.

    ``checked`` is the day somebody last tried it, None where nobody wrote that down;
    after ``shelf_months`` from then it is to be tried again.
    """

    name: str
    purpose: str
    reach: str
    hours: str = ""
    checked: date | None = None
    shelf_months: int = HELPLINE_MONTHS

    @property
    def until(self) -> date | None:
        """The last day on which it counts as tried, or None where it is not dated."""
        return months_after(self.checked, self.shelf_months) if self.checked else None


@dataclass(frozen=True, slots=True)
class School:
    """What one school sets once for everybody.

    ``logo`` holds the bytes of a PNG or JPEG, empty for none.  ``people`` maps role
    ids to persons.  ``policy`` is a policy id or ``all``.  ``links`` are titles and
    addresses, shown and never opened by themselves.  ``retention_days`` is how long
    the school lets answers lie on a computer, 0 where it says nothing.  ``digest`` is
    the SHA-256 of its file, empty where there is none.
    """

    name: str = ""
    logo: bytes = b""
    policy: str = ALL_POLICIES
    nation: str = "england"
    people: Mapping[str, Person] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    helplines: tuple[Helpline, ...] = ()
    retention_days: int = 0
    digest: str = ""

    def person(self, role: str) -> Person:
        """Return the person in a role, or nobody."""
        return self.people.get(role, NOBODY)


NO_SCHOOL = School()


@dataclass(frozen=True, slots=True)
class Role:
    """A role that decides or is told, and how to say it where no name is known.

    ``name`` reads "Head"; ``spoken`` reads "the Head" inside a sentence.
    ``meaning`` explains it where it stands (DSL, SLT, ...).
    """

    id: str
    name: str
    spoken: str
    meaning: str = ""
