"""A platform, its privacy settings, and how sure we are of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Confidence(Enum):
    """How sure we are of a fact about a platform, surest first.

    A: the platform's own help page.  B: two or more independent sources agree.
    C: one secondary source.  D: not confirmed, or sources disagree.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class SafeValue:
    """What a policy wants a setting to be, where it differs, and the clause that says so."""

    safe: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One privacy setting of one platform.

    ``path`` is a hint only, because menus move; ``search`` is what to type into the
    app's own settings search.  ``checked`` is the day it was last looked at.
    """

    id: str
    platform: str
    label: str
    path: str
    safe: str
    why: str
    label_confidence: Confidence
    path_confidence: Confidence
    safe_confidence: Confidence
    checked: date
    shelf_months: int
    search: str = ""
    source: str = ""
    essential: bool = False
    check: str = ""
    by_policy: Mapping[str, SafeValue] = field(default_factory=dict)

    @property
    def confidence(self) -> Confidence:
        """The lowest letter of label, path and value decides."""
        return max(
            (self.label_confidence, self.path_confidence, self.safe_confidence),
            key=lambda letter: letter.value,
        )


@dataclass(frozen=True, slots=True)
class PlatformNote:
    """Something to know about a platform that is not a setting, or not sure enough to ask."""

    id: str
    text: str
    confidence: Confidence
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Platform:
    """A place where people post.  ``letter`` starts its printed line numbers (FB3)."""

    id: str
    name: str
    letter: str
    root: str
    checked: date
    shelf_months: int
    settings: tuple[Setting, ...] = ()
    notes: tuple[PlatformNote, ...] = ()
