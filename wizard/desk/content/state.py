"""How the content stands: which edition it is, what has aged, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import there
from wizard.errors import Fault, Problem
from wizard.model.school import NO_SCHOOL, School
from wizard.pack.source import FolderSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.pack.stale import Aged

SOON = timedelta(days=60)
"""How long before its time something is told: enough to look at it in one holiday."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact to look at again: what it says, when it was checked, till when it keeps.

    ``checked`` is None for what nobody dated.
    """

    says: str
    checked: date | None
    until: date


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault: its file and line (0 for the whole file), what it is, what to do.

    ``is_school`` says that it stands in the school's own file; then the file may be
    written in the window.
    """

    file: Path
    line: int
    what: str
    hint: str
    is_school: bool = False


@dataclass(frozen=True, slots=True)
class ContentState:
    """``edition`` names the content of the day ``dated``, ``policies`` each with its edition.

    ``checked`` are the platforms with the day they were looked at.  ``overdue`` is past its
    time, ``soon`` will be.  While the content has ``faults``, nothing is said of age.
    """

    edition: str
    dated: date | None
    journeys: int
    policies: tuple[tuple[str, str], ...]
    checked: tuple[tuple[str, date], ...]
    overdue: tuple[Dated, ...]
    soon: tuple[Dated, ...]
    faults: tuple[Wrong, ...]


def content_state(content: Path, day: date, school_file: Path | None = None) -> ContentState:
    """Read and check all content, and the school's file over it; it takes a few seconds."""
    from wizard.pack.check import check
    from wizard.pack.stale import aged

    packs, faults = check(FolderSource(content))
    policies = {policy.id: policy for pack in packs for policy in pack.policies.values()}
    platforms = {one.id: one for pack in packs for one in pack.platforms.values()}
    wrongs = [_wrong(fault) for fault in faults]
    school = NO_SCHOOL
    if school_file is not None and not faults:
        of_school = _of_school(content, [pack.journey.id for pack in packs], school_file)
        school = _readable(school_file, of_school)
        wrongs += of_school
    old = aged(packs, day, school) if not faults else ()
    near = [one for one in aged(packs, day + SOON, school) if one not in old] if not faults else []
    return ContentState(
        packs[0].edition if packs else "",
        packs[0].dated if packs else None,
        len(packs),
        tuple((policy.name, policy.edition) for policy in policies.values()),
        tuple(sorted((one.name, one.checked) for one in platforms.values())),
        _dated(old),
        _dated(near),
        tuple(wrongs),
    )


def _dated(found: Iterable[Aged]) -> tuple[Dated, ...]:
    return tuple(Dated(one.says, one.checked, one.until) for one in found)


def _wrong(fault: Fault, *, is_school: bool = False) -> Wrong:
    return Wrong(Path(fault.file), fault.line, fault.what, fault.hint, is_school)


def _readable(school_file: Path, wrongs: list[Wrong]) -> School:
    """Return the school, if there is a file and nothing is wrong with it."""
    from wizard.pack.school_file import read_school

    return NO_SCHOOL if wrongs or not there.is_any(school_file) else read_school(school_file)


def _of_school(content: Path, journeys: list[str], school_file: Path) -> list[Wrong]:
    """Return what is wrong with the school's file, by itself or over the journeys."""
    from wizard.errors import ContentFaults
    from wizard.pack.build import open_pack
    from wizard.pack.school_file import read_school, unknown_journeys

    if not there.is_any(school_file):
        return []
    found: dict[Fault, None] = {}
    try:
        read_school(school_file)
        found |= dict.fromkeys(unknown_journeys(school_file, journeys))
        for journey in journeys:
            try:
                open_pack(FolderSource(content), journey, school_file)
            except ContentFaults as refused:
                found |= dict.fromkeys(refused.faults)
    except ContentFaults as refused:
        found |= dict.fromkeys(refused.faults)
    except Problem as problem:
        # A logo that can not be read: the sentence names its file.
        return [Wrong(school_file, 0, str(problem), "", is_school=True)]
    return [_wrong(fault, is_school=True) for fault in found]
