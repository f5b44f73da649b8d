"""The rows of a risk assessment, each a small form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.model.answers import RISK_ROWS, RiskRow
from wizard.ui import sight, tab_order, theme
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import draw_panel
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.question.risk_standing import Standing, settled
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Small, Strong
from wizard.ui.parts.writing.fields import Labelled, LineField, TextField, beside
from wizard.ui.parts.writing.half_read import DayField, HalfRead, give_up
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.reading_order import as_laid_out
from wizard.ui.sight import has_focus
from wizard.words import say

_LONG = ("hazard", "already", "further")
_STEPS = 5


class RiskForm(QWidget):
    """One row: hazard, who, what is done already, how likely, how bad, what else.

    ``told`` tells that something was written, or a number picked.
    """

    told = Signal()
    gone = Signal()

    def __init__(self, number: int, stands: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.look()
        self._row, self._was = stands.row, stands.was
        self._fields: dict[str, LineField | TextField | DayField] = {}
        self._steps: dict[str, Picker] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(look.gap(1), look.gap(0.75), look.gap(1), look.gap(0.75))
        self._rows.setSpacing(look.gap(0.5))
        self._number = number
        self.setAccessibleName(say("ui.risk.row", number=number))
        self._rows.addWidget(Strong(say("ui.risk.row", number=number), self))
        for key in ("hazard", "who_harmed", "already"):
            self._rows.addWidget(self._field(key))
        self._beside(self._step("likelihood"), self._step("severity"))
        self._rows.addWidget(self._field("further"))
        self._beside(self._field("who_acts"), self._field("when"))
        remove = say("ui.risk.remove", number=number)
        away = SureButton(
            remove, say("ui.rows.sure"), self,
            icon="trash-2", name=remove, goes=lambda: self._says_something,
        )  # fmt: skip
        away.confirmed.connect(self.gone)
        self._rows.addWidget(away)
        if stands.unread:
            self._day.put_back(stands.unread)

    @property
    def row(self) -> RiskRow:
        """The row as it is now."""
        return self._row

    @property
    def stands(self) -> Standing:
        """All that stands in it."""
        return Standing(self._row, self._was, self._day.stands)

    def show_value(self, stands: Standing) -> None:
        """Show another state of the same row: whoever writes in it stays where they are."""
        self._row, self._was = stands.row, stands.was
        for key, field in self._fields.items():
            field.show_value(str(getattr(self._row, key)))
        for key, box in self._steps.items():
            box.setCurrentIndex(int(getattr(self._row, key)))
        if stands.unread:
            self._day.put_back(stands.unread)

    def take(self) -> Standing:
        """Return all that stands in it, and leave no day that can not be read."""
        unread = self._day.take()
        return replace(self.stands, unread=unread)

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        for field in self._fields.values():
            field.flush()

    @property
    def _says_something(self) -> bool:
        # Whoever presses by voice has not left the field they wrote in.
        self.flush()
        return self._row != RiskRow() or bool(self._day.stands)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface it stands on."""
        draw_panel(self)

    def _beside(self, *fields: Labelled) -> None:
        columns = Columns(theme.look().text(15), theme.look().gap(1))
        row = QWidget(self)
        row.setLayout(columns)
        for field in fields:
            columns.addWidget(field)
        self._rows.addWidget(row)

    def _field(self, key: str) -> Labelled:
        label = say(f"ui.risk.{key}")
        name = say("ui.risk.field", field=label, number=self._number)
        field: LineField | TextField | DayField
        if key == "when":
            field = self._day = DayField(name, self)
            field.unread.connect(self._keep_words)
        elif key in _LONG:
            field = TextField(name, 1, self)
        else:
            field = LineField(name, self)
        field.show_value(str(getattr(self._row, key)))
        field.told.connect(self._write(key))
        self._fields[key] = field
        return Labelled(label, field, self)

    def _keep_words(self, typed: str) -> None:
        """Put what was typed as a day, and is none, to what more there is to do."""
        further = self._fields["further"]
        further.flush()
        words = beside(self._row.further, typed)
        # Whoever stays goes on from there: the field must not write over it.
        further.show_value(words)
        self._write("further")(words)

    def _step(self, key: str) -> Labelled:
        box = Picker(self)
        box.addItem(say("ui.risk.unset"))
        for step in range(1, _STEPS + 1):
            box.addItem(say(f"ui.risk.{key}-{step}"))
        box.setCurrentIndex(int(getattr(self._row, key)))
        box.activated.connect(self._write(key))
        self._steps[key] = box
        return Labelled(say(f"ui.risk.{key}"), box, self)

    def _write(self, key: str) -> Callable[[object], None]:
        def put(value: object) -> None:
            self._was |= {self._row}
            self._row = replace(self._row, **{key: value})  # type: ignore[arg-type]
            self.told.emit()

        return put


class RiskRows(HalfRead):
    """All rows.  ``told`` gives them as a tuple; empty rows are not told."""

    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms: list[RiskForm] = []
        self._shown: tuple[RiskRow, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.75))
        self._add = PlainButton(say("ui.risk.add"), "plus", self)
        self._add.clicked.connect(self._add_row)
        self._rows.addWidget(self._add)
        self._full = Small(say("ui.risk.most", most=RISK_ROWS), self)
        self._full.hide()
        self._rows.addWidget(self._full)

    def show_value(self, value: object) -> None:
        """Show the rows kept; forms being written in are left alone."""
        rows = tuple(row for row in value if isinstance(row, RiskRow)) if isinstance(
            value, tuple) else ()  # fmt: skip
        if rows == self._shown:
            return
        stood = [form.stands for form in self._forms]
        stands = settled(rows, stood)
        if len(stands) == len(stood) and not any(one.unread for one in [*stands, *stood]):
            for form, one in zip(self._forms, stands, strict=True):
                form.show_value(one)
            self._shown = rows
            return
        held = next((n for n, form in enumerate(self._forms) if has_focus(form)), None)
        self._build(stands, held)

    @property
    def stands(self) -> tuple[Standing, ...]:
        """The rows as they stand, empty ones too."""
        return tuple(form.stands for form in self._forms)

    def take(self) -> tuple[Standing, ...]:
        """Return the rows as they stand, empty ones too, and leave no day that is not read."""
        return tuple(form.take() for form in self._forms)

    def put_back(self, taken: object) -> None:
        """Let all rows stand again as they stood; what was told since is told all the same."""
        assert isinstance(taken, tuple)
        stands = settled(self._shown, taken)
        if len(stands) != len(self._forms):
            self._build(stands, None)
            return
        for form, one in zip(self._forms, stands, strict=True):
            form.show_value(one)

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        for form in self._forms:
            form.flush()

    def _put(self, stands: Standing) -> RiskForm:
        form = RiskForm(len(self._forms) + 1, stands, self)
        form.told.connect(self._tell)
        form.gone.connect(lambda: self._remove(form))
        self._rows.insertWidget(len(self._forms), form)
        self._forms.append(form)
        form.show()
        return form

    def _offer_more(self) -> None:
        """What is beyond the most there can be would be refused by whoever reads it in a file."""
        is_full = len(self._forms) >= RISK_ROWS
        self._add.setEnabled(not is_full)
        self._full.setVisible(is_full)

    def _add_row(self) -> None:
        form = self._put(Standing(RiskRow()))
        as_laid_out(self)
        tab_order.follow([*self._forms[-2:], self._add])
        self._offer_more()
        tab_order.stops(form)[0].setFocus()

    def _remove(self, gone: RiskForm) -> None:
        # Whoever presses by voice or by a key has not left the field they wrote in; and an
        # undo brings back all that stood there.
        self.flush()
        give_up(gone)
        left = [form.stands for form in self._forms if form is not gone]
        self._build(left, self._forms.index(gone))
        self._tell()

    def _build(self, rows: Sequence[Standing], place: int | None) -> None:
        """Make the forms anew; where one of them had the focus, ``place`` says which."""
        self._add.setEnabled(True)
        if place is not None:
            self._add.setFocus()
        for form in self._forms:
            self._rows.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._forms = []
        for stands in rows:
            self._put(stands)
        self._shown = self._told
        # Whoever orders the page goes by what was made when: the button came before the rows.
        as_laid_out(self)
        # Once for all: for each form anew, a hundred of them took twice as long.
        tab_order.follow([*self._forms, self._add])
        self._offer_more()
        if place is not None and self._forms:
            # Where it stood, the next one stands now.
            tab_order.stops(self._forms[min(place, len(self._forms) - 1)])[0].setFocus()
        # The page is longer or shorter by whole forms now.
        if has_focus(self) and (focus := self.window().focusWidget()) is not None:
            sight.bring(focus)

    @property
    def _told(self) -> tuple[RiskRow, ...]:
        return tuple(form.row for form in self._forms if form.row != RiskRow())

    def _tell(self) -> None:
        self._shown = self._told
        self.told.emit(self._shown)
