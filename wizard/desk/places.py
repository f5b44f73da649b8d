"""Where this run of the program finds its content, its school and the answers."""

from __future__ import annotations

import stat
from pathlib import Path

from wizard import paths, there
from wizard.clock import Clock, SystemClock
from wizard.errors import InputFault
from wizard.words import say, say_reason

PEOPLE = "people"
"""The folder with a place for each of several people of one login, below the data folder."""


class Places:
    """Three places, each with the usual one unless somebody named another, and the time.

    ``school`` is the school's file; None means the one found where schools put it.
    ``person`` is the id of one of several people who use this login, empty for none.
    They stay as they are; those of another person are others.
    """

    def __init__(
        self,
        data: Path | None = None,
        content: Path | None = None,
        school: Path | None = None,
        clock: Clock | None = None,
        person: str = "",
    ) -> None:
        self.data = data if data is not None else _usual()
        self.content = content if content is not None else paths.content_folder()
        self.school = school
        self.clock = clock if clock is not None else SystemClock()
        self.person = person

    def of(self, person: str) -> Places:
        """Return the places of another person of this login, by id; empty for none."""
        return Places(self.data, self.content, self.school, self.clock, person)

    @property
    def answers(self) -> Path:
        """The folder of the answers: a person's own where several people use this login."""
        return self.data / PEOPLE / self.person if self.person else self.data

    def refuse_missing(self) -> None:
        """Raise ``InputFault`` if a place that somebody named is not there, or can not be."""
        # The database takes no other name: one that was made when letters were one byte each.
        if any("\udc80" <= letter <= "\udcff" for letter in str(self.data)):
            raise InputFault(say("errors.data-letters", folder=self.data))
        try:
            self.data.stat()
        except (FileNotFoundError, NotADirectoryError):
            # Not there yet is no fault; a name that no system takes is.
            pass
        except OSError as fault:
            places = {"folder": self.data, "reason": say_reason(fault)}
            raise InputFault(say("errors.key.unwritable", **places)) from fault
        if not there.is_folder(self.content):
            raise InputFault(say("errors.no-content", folder=self.content))
        if self.school is not None and not there.is_any(self.school):
            raise InputFault(say("errors.no-school", path=self.school))
        if self.school is not None and not (
            there.is_file(self.school) or there.is_folder(self.school)
        ):
            raise InputFault(say("errors.school-no-file", path=self.school))


def has_people(data: Path) -> bool:
    """Say whether several people may have places below ``data``."""
    try:
        kind = there.kind(data / PEOPLE, follows=False)
    except OSError:
        return True
    # A link may lead to a disk that is out.
    return stat.S_ISDIR(kind) or stat.S_ISLNK(kind)


def _usual() -> Path:
    try:
        return paths.data_folder()
    except RuntimeError as cause:
        raise InputFault(say("errors.no-home")) from cause
