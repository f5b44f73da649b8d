"""What was answered before a question came to mean something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.model.answers import Earlier
from wizard.ui import theme
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.text import Body
from wizard.ui.reading_order import laid_out
from wizard.words import say


class EarlierRemark(Notice):
    """The old answers with the words they were given to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("ui.earlier.title"), "", "info", parent)
        self._earlier: tuple[Earlier, ...] = ()
        self._each = QVBoxLayout()
        self._each.setContentsMargins(0, 0, 0, theme.look().gap(0.375))
        self._each.setSpacing(theme.look().gap(0.5))
        self.column.insertLayout(self.column.indexOf(self.words), self._each)

    def show_said(self, earlier: Iterable[Earlier], *, is_answered: bool) -> None:
        """Show what was answered, oldest first, each apart, and what becomes of it now."""
        self.words.setText(say("ui.earlier.stays" if is_answered else "ui.earlier.again"))
        if (now := tuple(earlier)) == self._earlier:
            return
        self._earlier = now
        for gone in laid_out(self._each):
            self._each.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in now:
            self._each.addWidget(Body(told(one), self))


def told(earlier: Earlier) -> str:
    """Return what was answered once, with its note, as its writer reads it."""
    return "\n".join(_lines(earlier))


def _lines(earlier: Earlier) -> Iterator[str]:
    key = "said" if earlier.said else "noted"
    yield say(f"ui.earlier.{key}", said=earlier.said, question=earlier.question)
    if earlier.note:
        yield say("ui.earlier.note", note=earlier.note)
