"""The form with which a school takes a clause of its policy more strictly."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.model.clause import Clause, Policy
from wizard.model.question import Choice
from wizard.model.status import Strength
from wizard.ui import accessible, theme
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.text import Quiet, Strong
from wizard.ui.parts.writing.choices import ChoicesAnswer
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.parts.writing.wrong import Checked
from wizard.words import say

SHOWN = 8
"""How many clauses a search shows; the rest is counted."""


class ClauseForm(QWidget):
    """``taken`` gives the clause and its new strength as an entry of the file.

    ``reordered`` tells that other clauses can be reached than before.
    """

    taken = Signal(object)
    reordered = Signal()

    def __init__(
        self, policies: Mapping[str, Policy], policy: str, written: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``written`` is what stood in the form when it was left, nothing for a fresh one."""
        super().__init__(parent)
        self._policies, self._policy = policies, policy
        self._clause: Clause | None = None
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.look().gap(0.5), 0, 0)
        rows.setSpacing(theme.look().gap(0.75))
        rows.addWidget(Strong(say("school.clause.new"), self))
        field = LineField(say("school.clause.find"), self)
        field.textChanged.connect(lambda _text: self._find())
        self._sought = Checked(say("school.clause.find"), field, self)
        rows.addWidget(self._sought)
        self._found = QWidget(self)
        self._found_rows = QVBoxLayout(self._found)
        self._found_rows.setContentsMargins(0, 0, 0, 0)
        self._choices: ChoicesAnswer | None = None
        self._more = Quiet(parent=self._found)
        self._found_rows.addWidget(self._more)
        rows.addWidget(self._found)
        self._strength = Picker(self)
        self._how = Checked(say("school.clause.strength"), self._strength, self)
        self._how.hide()
        rows.addWidget(self._how)
        self._take_it = PlainButton(say("school.clause.take"), "check", self)
        self._take_it.clicked.connect(self._take)
        rows.addWidget(self._take_it)
        self._find()
        if written:
            self._write_again(written)

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes."""
        found = [self._choices] if self._choices is not None else []
        return [self._sought, *found, self._how, self._take_it]

    def begin(self) -> None:
        """Put the focus where the search is written."""
        self._sought.field.setFocus()

    @property
    def written(self) -> Mapping[str, str]:
        """What was looked for, which clause was picked and how strict it shall be."""
        assert isinstance(self._sought.field, LineField)
        picked = self._clause
        return {
            "words": self._sought.field.text(),
            "clause": picked.id if picked is not None else "",
            "strength": str(self._strength.currentData()) if picked is not None else "",
        }

    def _write_again(self, written: Mapping[str, str]) -> None:
        assert isinstance(self._sought.field, LineField)
        self._sought.field.setText(written["words"])
        if written["clause"] and self._choices is not None:
            self._choices.show_value(written["clause"])
            self._pick(written["clause"])
            self._strength.setCurrentIndex(max(0, self._strength.findData(written["strength"])))

    def _find(self) -> None:
        assert isinstance(self._sought.field, LineField)
        words = self._sought.field.text().casefold().split()
        found = [one for one in self._all() if all(word in _line(one) for word in words)]
        shown = found[:SHOWN] if words else []
        self._clause = None
        self._how.hide()
        if self._choices is not None:
            self._found_rows.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
        choices = tuple(Choice(one.id, self._said(one)) for one in shown)
        self._choices = ChoicesAnswer(choices, False, say("school.clause.which"), self._found)
        self._choices.picked.connect(self._pick)
        self._found_rows.insertWidget(0, self._choices)
        self._choices.setVisible(bool(shown))
        rest = len(found) - len(shown)
        key = "some" if shown else "none" if words else "begin"
        self._more.setText(say(f"school.clause.{key}", shown=len(shown), rest=rest))
        self.reordered.emit()

    def _all(self) -> list[Clause]:
        """Return what can be made stricter; of the school's own policy if it has one."""
        policies = [self._policies[self._policy]] if self._policy in self._policies else (
            list(self._policies.values())
        )  # fmt: skip
        weak = {Strength.PROHIBITED, Strength.INFORMATIONAL}
        return [clause for policy in policies for clause in policy.clauses.values()
                if clause.strength not in weak]  # fmt: skip

    def _said(self, clause: Clause) -> str:
        return say(
            "school.clause.line",
            policy=self._policies[clause.policy].name,
            section=clause.section,
            text=clause.text,
            strength=say(f"school.strength.{clause.strength.value}"),
        )

    def _pick(self, clause_id: object) -> None:
        self._clause = next((one for one in self._all() if one.id == clause_id), None)
        self._sought.say_wrong("")
        if self._clause is None:
            return
        self._strength.clear()
        for strength in Strength:
            if strength.rank < self._clause.strength.rank:
                self._strength.addItem(say(f"school.strength.{strength.value}"), strength.value)
        self._strength.setCurrentIndex(self._strength.count() - 1)
        self._how.show()

    def _take(self) -> None:
        if self._clause is None:
            self._sought.say_wrong(say("school.clause.missing"))
            self._sought.field.setFocus()
            accessible.announce(self, say("school.clause.missing"))
            return
        self.taken.emit({"clause": self._clause.id, "strength": str(self._strength.currentData())})


def _line(clause: Clause) -> str:
    return f"{clause.text} {clause.section} {clause.id}".casefold()
