"""What was answered before a question came to mean something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QWidget

from wizard.model.answers import Earlier
from wizard.ui.parts.notice import Notice
from wizard.words import say


class EarlierRemark(Notice):
    """The old answers with the words they were given to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("ui.earlier.title"), "", "info", parent)

    def show_said(self, earlier: Iterable[Earlier], *, is_answered: bool) -> None:
        """Show what was answered, oldest first, and what becomes of it now."""
        means = say("ui.earlier.stays" if is_answered else "ui.earlier.again")
        self.words.setText("\n".join((*(line for one in earlier for line in _told(one)), means)))


def _told(earlier: Earlier) -> Iterator[str]:
    key = "said" if earlier.said else "noted"
    yield say(f"ui.earlier.{key}", said=earlier.said, question=earlier.question)
    if earlier.note:
        yield say("ui.earlier.note", note=earlier.note)
