"""How the content stands: which edition it is, what has aged, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.pack.source import FolderSource


@dataclass(frozen=True, slots=True)
class Overdue:
    """A dated fact to look at again: what it says, when it was checked, till when it kept."""

    says: str
    checked: date
    until: date


@dataclass(frozen=True, slots=True)
class ContentState:
    """``edition`` names the content, ``policies`` each policy with its edition.

    ``faults`` are sentences with their place; while there are any, nothing is said of age.
    """

    edition: str
    policies: tuple[tuple[str, str], ...]
    overdue: tuple[Overdue, ...]
    faults: tuple[str, ...]


def content_state(content: Path, day: date) -> ContentState:
    """Read and check all content, which takes a few seconds."""
    from wizard.pack.check import check
    from wizard.pack.stale import aged

    packs, faults = check(FolderSource(content))
    policies = {policy.id: policy for pack in packs for policy in pack.policies.values()}
    found = aged(packs, day) if not faults else ()
    return ContentState(
        packs[0].edition if packs else "",
        tuple((policy.name, policy.edition) for policy in policies.values()),
        tuple(Overdue(one.says, one.checked, one.until) for one in found),
        tuple(map(str, faults)),
    )
