"""What somebody wrote on the page of the school and has not saved: tried out, looked at.

A draft is checked as its file would be: written beside nothing, read, and laid over every
journey it concerns.  So nothing that would be refused later can be saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from wizard.desk.school.additions import PARTS, Additions, text_of
from wizard.desk.school.place import SCHOOL_FILE
from wizard.errors import ContentFaults, Fault
from wizard.model.answers import Answers
from wizard.model.clause import ALL_POLICIES
from wizard.model.run import Run
from wizard.model.school import School
from wizard.report.blocks import BlankQuestion, Facts, Report, SignOffPage
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.pack import Pack
    from wizard.pack.source import FolderSource


@dataclass(frozen=True, slots=True)
class HalfForm:
    """A form that is open on the page and half written.

    ``part`` says what it adds, ``place`` which of its like it changes (None for a new one);
    ``written`` is what stands in it, by names of its own.
    """

    part: str
    place: int | None
    written: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A school and what it adds, as they stand on the page, with a form half written there.

    ``unread`` is what is written where a number or a day belongs and is none: in the days that
    answers may stay, then in each helpline; empty where all can be read.
    """

    school: School
    additions: Additions
    form: HalfForm | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an entry can not be kept: its part, its place among its like, and a sentence.

    ``part`` is empty where it can not be told which entry is meant.
    """

    part: str
    place: int
    sentence: str


def refusals(content: Path, additions: Additions) -> tuple[Refusal, ...]:
    """Return what of these additions would be refused; it takes a second for each journey."""
    from wizard.pack.index import read_index
    from wizard.pack.school_file import unknown_journeys
    from wizard.pack.source import FolderSource

    source = FolderSource(content)
    known = [card.id for card in read_index(source)]
    named = [
        text_of(entry, "journey")
        for part in ("questions", "order")
        for entry in getattr(additions, part)
    ]
    # Clauses are the same in every journey, so the first stands for all of them.
    journeys = [one for one in known if one in named] or known[: bool(additions.stricter)]
    with TemporaryDirectory() as folder:
        path = _written(Path(folder), additions)
        faults = unknown_journeys(path, known)
        for journey in journeys:
            faults += _faults(source, journey, path)
        return tuple(dict.fromkeys(_refusal(path, fault) for fault in faults))


def on_paper(content: Path, additions: Additions, place: int) -> BlankQuestion:
    """Return a question of the school's own as the blank sheet has it.

    Raises ``ContentFaults`` if it can not be asked.
    """
    entry = additions.questions[place]
    return _sheet(content, additions, text_of(entry, "journey"))[1][text_of(entry, "id")]


def page_on_paper(
    content: Path, additions: Additions, journey: str, section: str
) -> Mapping[str, BlankQuestion]:
    """Return the questions of a page, by id, as the blank sheet has them.

    Raises ``ContentFaults`` if what the school adds to the journey is refused.
    """
    pack, drawn = _sheet(content, additions, journey)
    page = next(one for one in pack.journey.sections if one.id == section)
    return {one.id: drawn[one.id] for one in page.questions if one.id in drawn}


def _sheet(
    content: Path, additions: Additions, journey: str
) -> tuple[Pack, dict[str, BlankQuestion]]:
    """Return a journey with these, and its questions as its blank sheet has them."""
    from wizard.pack.build import open_pack
    from wizard.pack.source import FolderSource
    from wizard.report.compose_blank import compose_blank

    with TemporaryDirectory() as folder:
        path = _written(Path(folder), additions)
        pack = open_pack(FolderSource(content), journey, path)
    sheet = compose_blank(pack, School(), ALL_POLICIES, large_print=False)
    return pack, {block.id: block for block in sheet.blocks if isinstance(block, BlankQuestion)}


def plain(content: Path, journey: str, nation: str) -> Pack:
    """Return a journey as it is without what a school adds.

    Roles are called as the ``nation`` calls them.  It reads whatever the school's own file
    may hold.  Raises ``ContentFaults``.
    """
    from wizard.pack.build import open_pack
    from wizard.pack.rewrite import write_yaml
    from wizard.pack.source import FolderSource

    with TemporaryDirectory() as folder:
        path = Path(folder) / SCHOOL_FILE
        path.write_bytes(write_yaml({"name": SCHOOL_FILE, "nation": nation}))
        return open_pack(FolderSource(content), journey, path)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every paper, and whom its last page names for SLT."""

    report: Report
    facts: tuple[tuple[str, str], ...]
    signs: tuple[str, str]


def head(pack: Pack, school: School, now: datetime) -> Head:
    """Return the head of a paper of this journey that nobody has begun."""
    from wizard.clock import local_day
    from wizard.report.compose import compose

    run = Run("", pack.journey.id, pack.digest, now, now, school.policy, answers=Answers())
    # The file that is not written yet has no digest.
    report = compose(pack, run, replace(school, digest=""), "slt", local_day(now))
    facts = next(block for block in report.blocks if isinstance(block, Facts))
    last = next(block for block in report.blocks if isinstance(block, SignOffPage))
    named = ", ".join(part for part in (last.slt.name, last.slt.role) if part)
    return Head(report, facts.rows, (last.slt.label, named))


def _written(folder: Path, additions: Additions) -> Path:
    from wizard.pack.rewrite import write_yaml

    path = folder / SCHOOL_FILE
    path.write_bytes(write_yaml({"name": SCHOOL_FILE, "overlay": additions.entries()}))
    return path


def _faults(source: FolderSource, journey: str, path: Path) -> tuple[Fault, ...]:
    from wizard.pack.build import open_pack

    try:
        open_pack(source, journey, path)
    except ContentFaults as refused:
        return refused.faults
    return ()


def _refusal(path: Path, fault: Fault) -> Refusal:
    part, place = _entry_of(path, fault)
    what = f"{fault.what[:1].upper()}{fault.what[1:]}"
    return Refusal(part, place, say("school.fault", what=what, hint=fault.hint))


def _entry_of(path: Path, fault: Fault) -> tuple[str, int]:
    """Return which entry of the file a fault is about."""
    from wizard.pack.school_file import entry_lines

    if fault.file != str(path):
        return "", 0
    begun = [
        (line, part, place)
        for part, lines in entry_lines(path).items()
        for place, line in enumerate(lines)
        if line <= fault.line and part in PARTS
    ]
    _line, part, place = max(begun, default=(0, "", 0))
    return part, place
