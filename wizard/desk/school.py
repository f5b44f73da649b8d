"""The school's profile: found, read and kept."""

from __future__ import annotations

from pathlib import Path

from wizard import paths
from wizard.desk import files
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.model.school import NO_SCHOOL, School

SCHOOL_FILE = "school.yaml"
LOGO_FILE = "school-logo"


class SchoolDesk:
    """The profile of the school, from the file somebody named or the one kept here."""

    def __init__(self, places: Places) -> None:
        self._named = places.school
        self._folder = places.data
        self._school: School | None = None

    @property
    def path(self) -> Path:
        """The file the profile is read from and written to.

        The one somebody named; else the one beside the program; else the one for
        everybody on this machine; else the person's own.
        """
        if self._named is not None:
            return self._named / SCHOOL_FILE if self._named.is_dir() else self._named
        for folder in (paths.program_folder(), paths.machine_folder()):
            if (folder / SCHOOL_FILE).is_file():
                return folder / SCHOOL_FILE
        return self._folder / SCHOOL_FILE

    @property
    def profile(self) -> School:
        """The profile; an empty one where there is no file.

        Raises ``ContentFaults`` or ``InputFault`` if the file is not right.
        """
        if self._school is None:
            self._school = self._read()
        return self._school

    def save(self, school: School) -> None:
        """Keep a profile.  Raises ``OutputFault``; the old one then stays."""
        # YAML is slow to import and home does not need it.
        from wizard.pack.school_file import write_school

        folder = self.path.parent
        if folder == self._folder:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        logo_name = LOGO_FILE if school.logo else ""
        if school.logo:
            files.write(folder / LOGO_FILE, school.logo)
        files.write(self.path, write_school(school, logo_name, self.path))
        self._school = None

    def read_logo(self, path: Path) -> bytes:
        """Return the bytes of a picture chosen as logo.  Raises ``InputFault``."""
        from wizard.pack.school_file import read_logo

        return read_logo(path)

    def _read(self) -> School:
        try:
            with self.path.open("rb"):
                pass
        except FileNotFoundError:
            return NO_SCHOOL
        except OSError as cause:
            reason = cause.strerror or "it can not be opened"
            raise InputFault(f"The school's file {self.path} can not be read: {reason}.") from cause
        from wizard.pack.school_file import read_school

        return read_school(self.path)
