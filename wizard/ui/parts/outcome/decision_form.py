"""What was decided, by whom and when: the form beneath the paper that was signed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.model.decision import Decided
from wizard.ui import accessible, sight, tab_order, theme
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.text import Body, SectionTitle, Small
from wizard.ui.parts.writing.fields import Labelled, LineField, TextField
from wizard.ui.parts.writing.half_read import DayField
from wizard.ui.parts.writing.options import Options
from wizard.ui.parts.writing.wrong import Wrong, WrongSummary
from wizard.words import say


class DecisionForm(Card):
    """The boxes that are ``offered`` on the sheet, and what is written there, in its order.

    So Tab leads from the conditions to a day, and not to what records them: words may be typed on.
    ``today`` (ISO) stands as the day until another is written.  ``complete`` tells that
    somebody wants it recorded and nothing is missing.
    """

    complete = Signal()

    def __init__(self, offered: tuple[Decided, ...], today: str, parent: QWidget) -> None:
        super().__init__(say("papers.decide.what"), parent)
        self.rows.addWidget(SectionTitle(say("papers.decide.what"), self))
        boxes = [(one.value, say(f"papers.decided.{one.value}")) for one in offered]
        self._decided = Options(say("papers.decide.what"), boxes, self)
        self._only = offered[0].value if len(offered) == 1 else ""
        if self._only:
            self._decided.choose(self._only)
        self.rows.addWidget(self._decided)
        self._conditions = TextField(say("papers.decide.conditions"), 2, self)
        label = say("papers.decide.conditions")
        self.rows.addWidget(Labelled(label, self._conditions, self))
        names = QWidget(self)
        columns = Columns(theme.look().text(18), theme.look().gap(1))
        names.setLayout(columns)
        self._review = DayField(say("papers.decide.review"), names)
        self._who = LineField(say("papers.decide.who"), names)
        self._role = LineField(say("papers.decide.role"), names)
        self._day = DayField(say("papers.decide.day"), names)
        self._days = {self._day: today, self._review: ""}
        self._day.show_value(today)
        self._today = self._day.line.text()
        for day in self._days:
            day.told.connect(lambda iso, which=day: self._days.update({which: iso}))
        for key, field in (
            ("review", self._review), ("who", self._who), ("role", self._role),
            ("day", self._day),
        ):  # fmt: skip
            columns.addWidget(Labelled(say(f"papers.decide.{key}"), field, names))
        self.rows.addWidget(names)
        self._lacking = WrongSummary(self)
        self.rows.addWidget(self._lacking)
        record = PrimaryButton(say("papers.decide.record"), "check", self)
        record.clicked.connect(self._complete)
        self.rows.addWidget(record)
        self._says = Body(parent=self)
        self._says.hide()
        self.rows.addWidget(self._says)
        self.rows.addWidget(Small(say("papers.decide.ink"), self))

    def flush(self) -> None:
        """Take the days as they stand."""
        for day in self._days:
            day.flush()

    @property
    def is_begun(self) -> bool:
        """Whether anybody wrote or picked something in it."""
        typed = (self._who.text(), self._role.text(), self._conditions.toPlainText())
        days = (self._review.line.text(), self._day.line.text() != self._today)
        return any(typed) or any(days) or self._decided.value != self._only

    @property
    def decided(self) -> Decided:
        """The box that is picked.  Raises ValueError for none, which is never ``complete``."""
        return Decided(self._decided.value)

    def written(self) -> dict[str, str]:
        """Return what is written in its fields, by what the desk calls each."""
        return {
            "who": self._who.text(),
            "role": self._role.text(),
            "day": self._days[self._day],
            "conditions": self._conditions.toPlainText(),
            "review": self._days[self._review],
        }

    def refuse(self, sentence: str) -> None:
        """Say why it could not be recorded, with a way to the first field."""
        self._lacking.show_wrongs([(self._who, sentence)])

    def tell(self, sentence: str) -> None:
        """Say beneath the button what became of it."""
        self._says.setText(sentence)
        self._says.show()
        sight.bring(self._says)
        accessible.announce(self, sentence)

    def _complete(self) -> None:
        self._says.hide()
        self.flush()
        self._lacking.show_wrongs(wrongs := self._wrongs())
        if not wrongs:
            self.complete.emit()

    def _wrongs(self) -> list[Wrong]:
        """Return what is missing or can not be read, and where."""
        wrongs: list[Wrong] = []
        if not self._decided.value:
            wrongs.append((tab_order.stops(self._decided)[0], say("papers.decide.no-box")))
        if not self._who.text().strip():
            wrongs.append((self._who, say("returning.decision.nobody")))
        for field in self._days:
            if field.is_unread:
                name = field.line.accessibleName()
                wrongs.append((field.line, say("papers.decide.day-wrong", field=name)))
        return wrongs
