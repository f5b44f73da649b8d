"""A paper that was made here, as it is remembered: what stands on it, never what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

READERS = ("me", "slt")
"""Whom a paper is for: whoever wrote the answers, or those who lead the school."""

ATTACHED = "before-you-post.json"
"""What the data inside a paper is called there; nothing else that is attached is ours."""

PRODUCER = "Before You Post"
"""What a paper says it was made by."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF of a self-assessment.

    ``reference`` and ``fingerprint`` stand on each of its pages; a paper that was saved
    before fingerprints were kept has none here.  ``reader`` is ``me`` or ``slt``, ``made``
    when it was saved, ``has_data`` whether answers were put inside.  ``path`` is where it
    was saved, and may have been moved from since; it is None where another paper took its
    place, and for one that was made on another computer.
    """

    run: str
    reference: str
    fingerprint: str
    reader: str
    made: datetime
    has_data: bool
    path: Path | None = None
