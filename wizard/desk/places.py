"""Where this run of the program finds its content, its school and the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from wizard import paths
from wizard.clock import Clock, SystemClock
from wizard.errors import InputFault
from wizard.words import say, say_reason

PEOPLE = "people"
"""The folder with a place for each of several people of one login, below the data folder."""


@dataclass(frozen=True, slots=True)
class Places:
    """Three places, each with the usual one unless somebody named another, and the time.

    ``school`` is the school's file; None means the one found where schools put it.
    ``person`` is the id of one of several people who use this login, empty for none.
    """

    data: Path = field(default_factory=paths.data_folder)
    content: Path = field(default_factory=paths.content_folder)
    school: Path | None = None
    clock: Clock = field(default_factory=SystemClock)
    person: str = ""

    @property
    def answers(self) -> Path:
        """The folder of the answers: a person's own where several people use this login."""
        return self.data / PEOPLE / self.person if self.person else self.data

    def refuse_missing(self) -> None:
        """Raise ``InputFault`` if a place that somebody named is not there, or can not be."""
        try:
            # Not there yet is no fault; a name that no system takes is.
            self.data.exists()
        except OSError as fault:
            places = {"folder": self.data, "reason": say_reason(fault)}
            raise InputFault(say("errors.key.unwritable", **places)) from fault
        if not self.content.is_dir():
            raise InputFault(say("errors.no-content", folder=self.content))
        if self.school is not None and not self.school.exists():
            raise InputFault(say("errors.no-school", path=self.school))
        if self.school is not None and not (self.school.is_file() or self.school.is_dir()):
            raise InputFault(say("errors.school-no-file", path=self.school))
