"""The school's helplines, to write: a row for each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from wizard.model.school import HELPLINE_MONTHS, Helpline
from wizard.ui import days
from wizard.ui.parts.school.helpline_line import checked_day
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.parts.writing.rows_editor import RowsEditor
from wizard.words import say

COLUMNS = ("name", "purpose", "reach", "hours", "checked")
CHECKED = COLUMNS.index("checked")


class HelplineRows(RowsEditor):
    """A row for each line.  How long one keeps has no field: that stays as the file has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        labels = tuple(say(f"ui.school.helpline.{column}") for column in COLUMNS)
        super().__init__(labels, say("ui.school.helpline.add"), parent)
        self._keeps: dict[str, int] = {}

    def show_lines(self, lines: Iterable[Helpline]) -> None:
        """Show these helplines in the place of those that were there."""
        shown = tuple(lines)
        self._keeps = {line.name: line.shelf_months for line in shown}
        self.show_rows(
            (line.name, line.purpose, line.reach, line.hours, checked_day(line)) for line in shown
        )

    def lines(self) -> tuple[Helpline, ...]:
        """Return what is written; a day that can not be read counts as none."""
        return tuple(
            Helpline(
                name, purpose, reach, hours, days.read(day),
                self._keeps.get(name, HELPLINE_MONTHS),
            )
            for name, purpose, reach, hours, day in self.rows()
        )  # fmt: skip

    def unread_days(self) -> tuple[str, ...]:
        """Return for each of the lines what is written as its day and is none."""
        typed = (values[CHECKED] for values in self.rows())
        return tuple("" if days.read(text) is not None else text for text in typed)

    def write_unread(self, typed: Iterable[str]) -> None:
        """Write it back into these lines, in their order."""
        for field, text in zip(self.column(CHECKED), typed, strict=False):
            if text:
                field.show_value(text)

    def unreadable(self) -> LineField | None:
        """Return the first field whose words are no day, or None."""
        return self.first(CHECKED, lambda text: bool(text) and days.read(text) is None)
