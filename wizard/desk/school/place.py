"""Where the school's file lies.  Apart from what reads it, for every start asks this."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from wizard import paths, there

SCHOOL_FILE = "school.yaml"


class Whose(Enum):
    """For whom a school's file is: whoever named it, this copy, this computer, this person."""

    NAMED = "named"
    PROGRAM = "program"
    MACHINE = "machine"
    OWN = "own"


def school_file(named: Path | None, data: Path) -> tuple[Path, Whose]:
    """Return the file the school's profile is read from and written to, and whose it is.

    The one somebody ``named``; else the one beside the program; else the one for
    everybody on this machine; else the person's own, in ``data``, which may not exist.
    """
    if named is not None:
        return (named / SCHOOL_FILE if there.is_folder(named) else named), Whose.NAMED
    for folder, whose in (
        (paths.program_folder(), Whose.PROGRAM), (paths.machine_folder(), Whose.MACHINE),
    ):  # fmt: skip
        if there.is_file(folder / SCHOOL_FILE):
            return folder / SCHOOL_FILE, whose
    return data / SCHOOL_FILE, Whose.OWN
