"""The school's profile: its name, logo, people and policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.model.answers import NOBODY, Person
from wizard.model.clause import ALL_POLICIES


@dataclass(frozen=True, slots=True)
class School:
    """What one school sets once for everybody.

    ``logo`` holds the bytes of a PNG or JPEG, empty for none.  ``people`` maps role
    ids to persons.  ``policy`` is a policy id or ``all``.
    """

    name: str = ""
    logo: bytes = b""
    policy: str = ALL_POLICIES
    nation: str = "england"
    people: Mapping[str, Person] = field(default_factory=dict)

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
