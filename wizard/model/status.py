"""What becomes of an answer, and how strongly a policy asks for something."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """The six words an answer can become.  There is no score.

    Every status is shown as word, shape and tone together, so that none of them
    depends on colour.  ``value`` is what content files and answers files say.
    """

    IN_PLACE = "in-place"
    TO_DO = "to-do"
    ASK = "ask"
    EXCEPTION = "exception"
    DOESNT_APPLY = "doesnt-apply"
    NOT_ANSWERED = "not-answered"

    @property
    def shape(self) -> str:
        """The mark that says the same as the colour, for eyes, copiers and readers."""
        return _SHAPES[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do or decide something."""
        return self in (Status.TO_DO, Status.ASK)


_SHAPES = {
    Status.IN_PLACE: "✓",
    Status.TO_DO: "■",
    Status.ASK: "?",
    Status.EXCEPTION: "◇",
    Status.DOESNT_APPLY: "–",
    Status.NOT_ANSWERED: "○",
}


class Strength(Enum):
    """How strongly a clause asks, strictest first.

    ``informational`` clauses explain and never make a finding.
    """

    PROHIBITED = "prohibited"
    REQUIRED = "required"
    STRONGLY_ADVISED = "strongly-advised"
    ADVISED = "advised"
    INFORMATIONAL = "informational"

    @property
    def rank(self) -> int:
        """0 for the strictest, growing as the strength weakens."""
        return list(Strength).index(self)
