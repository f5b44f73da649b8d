"""The content: which journeys there are, what is wrong with it, what carries what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.errors import Fault
from wizard.model.card import JourneyCard
from wizard.model.clause import ALL_POLICIES
from wizard.model.school import NO_SCHOOL, School
from wizard.pack.faults import refuse
from wizard.pack.index import read_index
from wizard.pack.source import FolderSource
from wizard.words import say, spoken

if TYPE_CHECKING:
    from wizard.pack.languages import Checked
    from wizard.pack.stale import Aged


def journeys(content: Path) -> tuple[JourneyCard, ...]:
    """Return the journeys on offer, in the language spoken.  Raises ``ContentFaults``."""
    return read_index(FolderSource(content), spoken().language)


def faults(content: Path) -> tuple[tuple[Fault, ...], Checked]:
    """Return every fault in the content, in file order, and how far the translations are."""
    # Reading everything is for ``check`` alone; the index must not pay for it.
    from wizard.pack.check import check
    from wizard.pack.languages import check_languages

    source = FolderSource(content)
    packs, found = check(source)
    return found, check_languages(source, packs)


def aged(content: Path, day: date, school: School = NO_SCHOOL) -> tuple[Aged, ...]:
    """Return what was checked longer ago than it keeps.  Raises ``ContentFaults``."""
    from wizard.pack.check import check
    from wizard.pack.stale import aged as past

    packs, found = check(FolderSource(content))
    if found:
        raise refuse(found)
    return past(packs, day, school)


def policy_name(content: Path, policy_id: str) -> str:
    """Return the name of a policy, or how we say that none was chosen."""
    if policy_id == ALL_POLICIES:
        return say("content.policy.all")
    # Home asks for it only where the school has chosen one; YAML must not cost others.
    from wizard.pack.policies import read_policy_name

    return read_policy_name(FolderSource(content), policy_id)


TRACE_HEADER = ("clause", "carrier kind", "carrier id", "journey")
TRACE_TEXTS = ("clause says", "carrier says")


def trace_lines(content: Path, *, texts: bool) -> Iterator[tuple[str, ...]]:
    """Yield the header and one line for each clause and what carries it.

    A clause that nothing carries stands with three empty cells, so that it is seen.
    Raises ``ContentFaults`` if the content can not be read.
    """
    from wizard.pack.check import check
    from wizard.pack.trace import clauses, trace

    packs, found = check(FolderSource(content))
    if found:
        raise refuse(found)
    known = clauses(packs)
    carried = trace(packs)
    yield TRACE_HEADER + (TRACE_TEXTS if texts else ())
    for pair in carried:
        line = (pair.clause, pair.kind, pair.carrier, pair.journey)
        yield line + ((known[pair.clause].text, pair.says) if texts else ())
    for clause_id in sorted(known.keys() - {pair.clause for pair in carried}):
        yield (clause_id, "", "", "") + ((known[clause_id].text, "") if texts else ())
