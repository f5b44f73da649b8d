"""The school's profile and what it lays over the content: found, read and kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from errno import ETIMEDOUT
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wizard import there
from wizard.desk import files
from wizard.desk.places import Places
from wizard.desk.school.place import Whose, school_file
from wizard.errors import ContentFaults, InputFault, OutputFault, Problem
from wizard.model.school import NO_SCHOOL, School
from wizard.safe.canonical import digest
from wizard.words import say, say_reason

if TYPE_CHECKING:
    from wizard.desk.school.additions import Additions
    from wizard.desk.school.draft import Draft

T = TypeVar("T")

LOGO_FILE = "school-logo"
BEFORE = ".before"
"""What stands before the ending of the copy that is kept of the file as it was."""
OTHER = ".other"
"""The same for one that somebody else wrote meanwhile."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a save came to: the copy of the file as it was, if there was one.

    ``lost`` are the lines of that copy whose remarks have no place in the new file.
    """

    copy: Path | None = None
    lost: tuple[int, ...] = ()


class SchoolDesk:
    """The profile of the school, from the file somebody named or the one kept here.

    ``saves`` counts how often it was changed by this program; ``late`` is the digest of what
    was saved when nobody waited for it any more; ``draft`` is what somebody wrote on the page of
    the school and has not saved.  No disk is waited for longer than ``there.soon`` does.
    """

    def __init__(self, places: Places) -> None:
        self._named = places.school
        self._folder = places.data
        self._school: School | None = None
        self.saves = 0
        self.late: str | None = None
        self.draft: Draft | None = None

    @property
    def path(self) -> Path:
        """The file the profile is read from and written to.

        The one somebody named; else the one beside the program; else the one for
        everybody on this machine; else the person's own.
        """
        return self._found[0]

    @property
    def whose(self) -> Whose:
        """For whom the file is."""
        return self._found[1]

    @property
    def can_write(self) -> bool:
        """Whether this person may change the file."""
        return there.soon(self.path, _can_write, otherwise=False)

    @property
    def profile(self) -> School:
        """The profile; an empty one where there is no file.

        Raises ``ContentFaults`` or ``InputFault`` if the file is not right.
        """
        if self._school is None:
            self._school = self._read()
        return self._school

    @property
    def readable(self) -> School:
        """The profile; empty where its file is not right, which keeps nobody from their answers."""
        try:
            return self.profile
        except (ContentFaults, InputFault):
            return NO_SCHOOL

    @property
    def additions(self) -> Additions:
        """What the school's file adds to the content, makes stricter and puts in order.

        Raises ``InputFault`` where its disk says nothing.
        """
        from wizard.desk.school.additions import read_additions

        return self._asked(read_additions)

    @property
    def mark(self) -> str:
        """The digest of the file as it is now; empty where there is none to be read.

        Where its disk says nothing it is as it was read.
        """
        read = self._school.digest if self._school is not None else ""
        try:
            return there.soon(self.path, lambda path: digest(path.read_bytes()), otherwise=read)
        except OSError:
            return ""

    def look_again(self) -> None:
        """Read the file anew where it was changed since; one that is not right waits."""
        if self._school is not None and self.mark != self._school.digest:
            with suppress(Problem):
                self._school = self._read()
                self.saves += 1

    def kept(self) -> Draft:
        """Return the file as it is now.  Raises ``ContentFaults`` or ``InputFault``."""
        from wizard.desk.school.draft import Draft

        self.look_again()
        return Draft(self.profile, self.additions)

    def save(self, school: School, additions: Additions | None = None) -> Kept:
        """Keep a profile, and what it adds where that is given.

        The file is written whole, and the one before it is kept as a copy: one of its own
        where that is another file than the profile was read from.  No later save goes over a
        copy: somebody was told what they find in it.  Raises ``OutputFault``; the old one then
        stays, or goes later where the disk says nothing for long, which is told.
        """
        # YAML is slow to import and home does not need it.
        import wizard.pack.school_file  # noqa: F401

        path = self.path
        try:
            kept = there.soon(path, lambda path: self._save(path, school, additions), None)
        except OSError as cause:
            raise OutputFault(_unread(path, cause)) from cause
        if kept is None:
            raise OutputFault(say("school.late", path=path))
        self.late = None
        return kept

    def read_logo(self, path: Path) -> bytes:
        """Return the bytes of a picture chosen as logo.  Raises ``InputFault``."""
        from wizard.pack.school_file import read_logo

        if (logo := there.soon(path, read_logo, None)) is None:
            raise InputFault(say("errors.logo.unread", path=path, reason=say_reason(_late())))
        return logo

    @property
    def _found(self) -> tuple[Path, Whose]:
        return school_file(self._named, self._folder)

    def _save(self, path: Path, school: School, additions: Additions | None) -> Kept:
        from wizard.pack.school_file import read_school, write_school

        folder = path.parent
        if folder == self._folder:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        logo_name = self._keep_logo(path, school)
        overlay = additions.entries() if additions is not None else None
        written = write_school(school, logo_name, path, overlay)
        copy = None
        if stat.S_ISREG(there.kind(path)) and (before := path.read_bytes()) != written.content:
            what = BEFORE if digest(before) == school.digest else OTHER
            copy = _beside(path.with_name(f"{path.stem}{what}{path.suffix}"), before)
            files.write(copy, before)
        files.write(path, written.content)
        self.late = digest(written.content)
        self.saves += 1
        self._school = read_school(path)
        return Kept(copy, written.lost)

    def _keep_logo(self, path: Path, school: School) -> str:
        """Put the logo beside the file, and return its name; one that stays keeps its own."""
        if not school.logo:
            return ""
        from wizard.pack.school_file import read_raw

        if school.logo == self.profile.logo and (name := str(read_raw(path).get("logo", ""))):
            return name
        # A copy of the file as it was names the picture as it was.
        logo = _beside(path.parent / LOGO_FILE, school.logo)
        files.write(logo, school.logo)
        return logo.name

    def _read(self) -> School:
        if not self._asked(_opens):
            return NO_SCHOOL
        from wizard.pack.school_file import read_school

        return self._asked(read_school)

    def _asked(self, look: Callable[[Path], T]) -> T:
        """Return what a look at the file brings.  Raises ``InputFault`` where it brings nothing."""
        path = self.path
        try:
            if (found := there.soon(path, look, None)) is None:
                raise _late()
        except OSError as cause:
            raise InputFault(_unread(path, cause)) from cause
        return found


def _unread(path: Path, cause: OSError) -> str:
    return say("errors.school-unread", path=path, reason=say_reason(cause))


def _late() -> OSError:
    return OSError(ETIMEDOUT, os.strerror(ETIMEDOUT))


def _can_write(path: Path) -> bool:
    if there.is_any(path) and not os.access(path, os.W_OK):
        return False
    # The folder of one's own answers is made when it is first needed.
    return not there.is_any(path.parent) or os.access(path.parent, os.W_OK)


def _opens(path: Path) -> bool:
    """Say whether the file is there; one that does not open raises why."""
    try:
        with path.open("rb"):
            return True
    except FileNotFoundError:
        return False


def _beside(wanted: Path, content: bytes) -> Path:
    """Return ``wanted`` where nothing else lies there, or the same with the first free number."""
    with suppress(OSError):
        if stat.S_ISREG(there.kind(wanted)) and wanted.read_bytes() == content:
            return wanted
    return files.free(wanted)
