"""What is kept of a question and not shown at it just now."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.answers import Earlier


@dataclass(frozen=True, slots=True)
class Aside:
    """The answer in words, a note, a plan in words, and what was said before; or a name."""

    question: str
    said: str = ""
    note: str = ""
    plan: str = ""
    earlier: tuple[Earlier, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything of it is shown where it belongs."""
        return not (self.said or self.note or self.plan or self.earlier)
