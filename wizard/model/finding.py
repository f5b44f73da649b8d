"""What the program makes of an answer: a prompt, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.answers import Action, Answer
from wizard.model.clause import Clause, Side
from wizard.model.question import Question
from wizard.model.status import Status, Strength


@dataclass(frozen=True, slots=True)
class Severity:
    """How much a question weighs under the chosen policy, and why.

    ``clauses`` are those that set the strength; empty means no clause of the policy
    speaks of it: good practice, not in your policy.  With ``all``, ``policies`` says
    whose the strictest is.
    """

    strength: Strength
    clauses: tuple[Clause, ...]
    policies: tuple[str, ...]

    @property
    def in_policy(self) -> bool:
        """Whether the policy says anything about it."""
        return bool(self.clauses)


@dataclass(frozen=True, slots=True)
class Finding:
    """One question, its answer, and what becomes of it.

    ``line`` is the printed number; ``said`` is the answer in words; ``advice`` is
    what to do or ask, empty where nothing is; ``who`` is the role that decides;
    ``action`` is planned for what is open; ``sides`` is filled where policies want opposite things.
    """

    question: Question
    line: str
    section: str
    answer: Answer
    said: str
    status: Status
    severity: Severity
    advice: str
    who: str
    action: Action
    sides: tuple[Side, ...] = ()
