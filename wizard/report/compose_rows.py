"""What a reader sees of a self-assessment, as plain rows: all that a paper is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.model.answers import NO_ACTION, Action

if TYPE_CHECKING:
    from wizard.model.status import Status
    from wizard.report.blocks import RiskLine


@dataclass(frozen=True, slots=True)
class Row:
    """One question as its reader may see it.

    ``status`` is None where a question only sets the scene.  ``point`` is the line it
    gets among what is open; ``who`` decides; ``strength`` and ``cites`` say how
    strongly the policy asks, and where.  ``line`` is empty where it would tell too much.
    """

    line: str
    question: str
    said: str
    status: Status | None
    note: str = ""
    cites: str = ""
    point: str = ""
    strength: str = ""
    who: str = ""
    action: Action = NO_ACTION
    risks: tuple[RiskLine, ...] = ()
    neutral: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do or decide something."""
        return self.status is not None and self.status.is_open


@dataclass(frozen=True, slots=True)
class Part:
    """One section as its reader may see it.  ``neutral`` hides what it is made of."""

    title: str
    rows: tuple[Row, ...]
    neutral: bool = False

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses of its questions, in order, without those that set the scene."""
        return tuple(row.status for row in self.rows if row.status is not None)


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a reader may see: the parts, and what is open, most pressing first.

    ``scene`` has the rows that open a journey and only say what it is about;
    ``matters`` is what needs a decision or a deed, and for SLT then the exceptions.
    """

    parts: tuple[Part, ...]
    scene: tuple[Row, ...]
    matters: tuple[Row, ...]

    @property
    def told(self) -> tuple[Row, ...]:
        """Everything that is told line by line."""
        return tuple(row for part in self.parts for row in part.rows)
