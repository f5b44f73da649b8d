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
        is_folder = there.soon(named, there.is_folder, otherwise=False)
        return (named / SCHOOL_FILE if is_folder else named), Whose.NAMED
    for folder, whose in (
        (paths.program_folder(), Whose.PROGRAM), (paths.machine_folder(), Whose.MACHINE),
    ):  # fmt: skip
        file = folder / SCHOOL_FILE
        if there.soon(file, there.is_file, otherwise=False):
            return file, whose
    return data / SCHOOL_FILE, Whose.OWN
