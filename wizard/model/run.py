"""One self-assessment: a journey, the answers so far, and where the person is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from wizard.model.answers import Answers
from wizard.model.clause import ALL_POLICIES


@dataclass(frozen=True, slots=True)
class Run:
    """A self-assessment as it is kept.

    ``id`` is random and says nothing.  ``title`` is what the person calls it, often
    empty.  ``place`` is the section to come back to, or ``review`` or ``outcome``.
    ``content`` is the SHA-256 of the content it was made with.  Times are aware;
    ``finished`` is None while it is a draft.
    """

    id: str
    journey: str
    content: str
    started: datetime
    changed: datetime
    policy: str = ALL_POLICIES
    title: str = ""
    place: str = ""
    finished: datetime | None = None
    answers: Answers = field(default_factory=Answers)


class RunCard(NamedTuple):
    """What the home page shows of a self-assessment, without its answers.

    A tuple with names, for there may be ten thousand: a frozen class takes thrice as long.
    """

    id: str
    journey: str
    title: str
    answered: int
    asked: int
    started: datetime
    changed: datetime
    finished: datetime | None
