"""What was answered before a question came to mean something else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.model.answers import Earlier
from wizard.ui.parts.notice import Notice
from wizard.words import say


class EarlierRemark(Notice):
    """The old answer with the words it was given to; it goes when the new one is given."""

    def __init__(self, earlier: Earlier, parent: QWidget | None = None) -> None:
        key = "said" if earlier.said else "noted"
        text = say(f"ui.earlier.{key}", said=earlier.said, question=earlier.question)
        if earlier.note:
            text = "\n".join((text, say("ui.earlier.note", note=earlier.note)))
        super().__init__(say("ui.earlier.title"), text, "info", parent)
