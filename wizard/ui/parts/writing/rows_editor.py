"""A short list that can be written: rows of fields, one to add, each to be taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import tab_order, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.writing.fields import Labelled, LineField
from wizard.words import say


class RowsEditor(QWidget):
    """``rows`` gives what stands there; a row without a word is left out.

    ``reordered`` tells that there are other stops now, for whoever orders those around it.
    """

    reordered = Signal()

    def __init__(self, labels: tuple[str, ...], add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._fields: list[tuple[QWidget, list[LineField]]] = []
        self._made = 0
        look = theme.look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.gap(0.75))
        outer.addLayout(self._list)
        self._more = LinkButton(add, "plus", self)
        self._more.clicked.connect(self._add_one)
        outer.addWidget(self._more)

    def show_rows(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Show these rows in the place of those that were there."""
        for row, _fields in tuple(self._fields):
            self._remove(row)
        self._made = 0
        for values in rows:
            self._make(values)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return what is written, each field without blanks around it."""
        written = (tuple(field.text().strip() for field in fields) for _row, fields in self._fields)
        return tuple(values for values in written if any(values))

    def lacking(self, needed: int) -> LineField | None:
        """Return the first empty field of a row begun, among the ``needed`` ones; or None."""
        for _row, fields in self._fields:
            if any(field.text().strip() for field in fields):
                for field in fields[:needed]:
                    if not field.text().strip():
                        return field
        return None

    def first(self, column: int, is_wrong: Callable[[str], bool]) -> LineField | None:
        """Return the first field of a column whose words are wrong, or None."""
        fields = self.column(column)
        return next((field for field in fields if is_wrong(field.text().strip())), None)

    def column(self, column: int) -> list[LineField]:
        """Return the fields of a column, from the top."""
        return [fields[column] for _row, fields in self._fields]

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes: the rows, then what adds one."""
        return [*(row for row, _fields in self._fields), self._more]

    def _add_one(self) -> None:
        fields = self._make(("",) * len(self._labels))
        fields[0].setFocus()

    def _make(self, values: tuple[str, ...]) -> list[LineField]:
        row = QWidget(self)
        columns = Columns(theme.look().text(11), theme.look().gap(0.75))
        row.setLayout(columns)
        # Rows go, but no number is given twice: two of one name could not be told apart.
        self._made += 1
        number = self._made
        fields = []
        for label, value in zip(self._labels, values, strict=True):
            field = LineField(say("ui.rows.field", field=label, number=number), row)
            field.show_value(value)
            columns.addWidget(Labelled(label, field, row))
            fields.append(field)
        which = f"{say('ui.rows.remove', number=number)}, {self._labels[0]}"
        away = SureButton(
            say("ui.run.remove"), say("ui.rows.sure"), row, name=which,
            goes=lambda: any(field.text().strip() for field in fields),
        )  # fmt: skip
        away.confirmed.connect(lambda: self._remove(row))
        columns.addWidget(away)
        self._fields.append((row, fields))
        self._list.addWidget(row)
        row.show()
        tab_order.follow(self.stops())
        self.reordered.emit()
        return fields

    def _remove(self, row: QWidget) -> None:
        place = next(n for n, one in enumerate(self._fields) if one[0] is row)
        self._fields = [one for one in self._fields if one[0] is not row]
        beside = self._fields[min(place, len(self._fields) - 1)][1][0] if self._fields else None
        (beside or self._more).setFocus()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
