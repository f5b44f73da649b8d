"""The fields of the school's profile: who the school is, its people, links, retention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.model.answers import Person
from wizard.model.clause import ALL_POLICIES, Policy
from wizard.model.school import NATIONS, Role, School
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.school.helpline_rows import HelplineRows
from wizard.ui.parts.school.logo_card import LogoCard
from wizard.ui.parts.text import Quiet, SectionTitle, Small, Warn
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.parts.writing.rows_editor import RowsEditor
from wizard.ui.parts.writing.wrong import Checked, Wrong
from wizard.words import say

NOT_HERE = frozenset({"staff", "head-or-deputy"})
"""Roles that are somebody else each time, or one of two: a school names each of the two."""

NEEDED = 3
"""Fields of a link (both) or a helpline (but its hours and its day) that can not stay empty."""


class SchoolFields(QWidget):
    """``changed`` tells at each letter; ``nation`` that roles are called otherwise now.

    ``reordered`` tells that there are other stops than before.
    """

    changed = Signal()
    reordered = Signal()
    nation = Signal(str)

    def __init__(
        self, bridge: Bridge, policies: Mapping[str, Policy], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = School()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(1))
        about, self._logo = self._card("about"), LogoCard(bridge, self)
        self._fill_about(about, policies)
        self._logo.changed.connect(self.changed)
        self._rows.addWidget(self._logo)
        self._first = [about, self._logo]
        third = self._card("people")
        third.rows.addWidget(Quiet(say("ui.school.people-lead"), third))
        self._people_box = QWidget(third)
        self._people_row = Columns(theme.look().text(14), theme.look().gap(1))
        self._people_box.setLayout(self._people_row)
        third.rows.addWidget(self._people_box)
        self._meanings = Small(parent=third)
        third.rows.addWidget(self._meanings)
        self._people: dict[str, LineField] = {}
        self._called: dict[str, Checked] = {}
        fourth = self._card("more")
        fourth.rows.addWidget(Quiet(say("ui.school.more-lead"), fourth))
        self._links = self._link_rows(fourth)
        self._helplines = HelplineRows(fourth)
        self._helplines.reordered.connect(self.reordered)
        fourth.rows.addWidget(self._helplines)
        fourth.rows.addWidget(Quiet(say("ui.school.helpline.checked-lead"), fourth))
        self._half = Warn(parent=fourth)
        self._half.hide()
        fourth.rows.addWidget(self._half)
        self._days = self._line(say("ui.school.retention"), fourth)
        # A field as wide as the page asks for more than a number.
        self._days.field.setMaximumWidth(theme.look().text(7))
        fourth.rows.addWidget(self._days)
        fourth.rows.addWidget(Quiet(say("ui.school.retention-lead"), fourth))

    def begin(self) -> QWidget:
        """Return the first field."""
        return self._name.field

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes, which is the order they are read in."""
        links, lines = self._links.stops(), self._helplines.stops()
        return [*self._first, self._people_box, *links, *lines, self._days]

    def stand_on(self, school: School) -> None:
        """Take it that what is written was written over this, which has just been kept."""
        self._kept = school

    def show_school(self, school: School, unread: tuple[str, ...] = ()) -> None:
        """Show a school in all fields; ``unread`` is what a draft keeps beside it."""
        self._kept = school
        _write(self._name, school.name)
        self._nation.setCurrentIndex(max(0, self._nation.findData(school.nation)))
        self._policy.setCurrentIndex(max(0, self._policy.findData(school.policy)))
        for role, field in self._people.items():
            field.show_value(school.person(role).name)
        self._links.show_rows(school.links)
        self._helplines.show_lines(school.helplines)
        _write(self._days, next(iter(unread), "") or str(school.retention_days or ""))
        self._helplines.write_unread(unread[1:])
        self._logo.show_logo(school.logo)

    def show_roles(self, roles: Mapping[str, Role]) -> None:
        """Show a field for each role, called as the nation calls it.

        That is known a moment after the nation was chosen: who writes a name by then goes on.
        """
        for role in roles.values():
            if role.id in NOT_HERE:
                continue
            if role.id not in self._called:
                self._called[role.id] = self._role_field(role)
            self._called[role.id].call(role.name, role.meaning)
        here = [role for role in roles.values() if role.meaning and role.id in self._people]
        self._meanings.setText(
            "\n".join(say("ui.school.role", name=one.name, meaning=one.meaning) for one in here)
        )
        self.reordered.emit()

    def _role_field(self, role: Role) -> Checked:
        field = LineField(role.name, self._people_box)
        field.show_value(self._kept.person(role.id).name)
        field.textChanged.connect(self.changed)
        self._people[role.id] = field
        called = Checked(role.name, field, self._people_box)
        self._people_row.addWidget(called)
        return called

    def school(self) -> School:
        """Return the school as it is written now; days that are no number count as none."""
        days = _text(self._days)
        people = {
            role: replace(self._kept.person(role), name=field.text().strip())
            for role, field in self._people.items()
            if field.text().strip()
        }
        # Whom the page has no field for stays as the file has them.
        others: dict[str, Person] = {
            role: person for role, person in self._kept.people.items() if role not in self._people
        }
        return replace(
            self._kept,
            name=_text(self._name),
            logo=self._logo.logo,
            nation=str(self._nation.currentData()),
            policy=str(self._policy.currentData()),
            people=others | people,
            links=tuple((title, address) for title, address in self._links.rows()),
            helplines=self._helplines.lines(),
            retention_days=int(days) if _is_number(days) else 0,
        )

    @property
    def unread(self) -> tuple[str, ...]:
        """What is written where a number or a day belongs and is none, as a draft keeps it."""
        days = _text(self._days)
        found = ("" if _is_number(days) else days, *self._helplines.unread_days())
        return found if any(found) else ()

    def wrongs(self) -> list[Wrong]:
        """Return what can not be kept as it is written, and say so beside each field."""
        found: list[Wrong] = []
        days = _text(self._days)
        is_wrong = bool(days) and not _is_number(days)
        self._days.say_wrong(say("ui.school.retention-wrong") if is_wrong else "")
        if is_wrong:
            found.append((self._days.field, say("ui.school.retention-wrong")))
        rows: list[Wrong] = [
            (empty, say("ui.school.half-row"))
            for editor in (self._links, self._helplines)
            if (empty := editor.lacking(NEEDED)) is not None
        ]
        if (odd := self._helplines.unreadable()) is not None:
            rows.append((odd, say("ui.day.unreadable")))
        self._half.setText("\n".join(dict.fromkeys(sentence for _field, sentence in rows)))
        self._half.setVisible(bool(rows))
        return found + rows

    def _fill_about(self, card: Card, policies: Mapping[str, Policy]) -> None:
        self._name = self._line(say("ui.school.name"), card)
        self._nation = Picker(card)
        for nation in NATIONS:
            self._nation.addItem(say(f"ui.school.nation.{nation}"), nation)
        self._policy = Picker(card)
        self._policy.addItem(say("ui.policy.all"), ALL_POLICIES)
        for policy in policies.values():
            label = say("ui.policy.one", name=policy.name, edition=policy.edition)
            self._policy.addItem(label, policy.id)
        inside = QWidget(card)
        columns = Columns(theme.look().text(15), theme.look().gap(1))
        inside.setLayout(columns)
        columns.addWidget(self._name)
        columns.addWidget(Checked(say("ui.school.nation"), self._nation, inside))
        card.rows.addWidget(inside)
        card.rows.addWidget(Checked(say("ui.school.policy"), self._policy, card))
        card.rows.addWidget(Quiet(say("ui.school.policy-lead"), card))
        self._policy.currentIndexChanged.connect(self.changed)
        self._nation.currentIndexChanged.connect(
            lambda _at: self.nation.emit(str(self._nation.currentData()))
        )

    def _link_rows(self, card: Card) -> RowsEditor:
        labels = (say("ui.school.link.title"), say("ui.school.link.address"))
        editor = RowsEditor(labels, say("ui.school.link.add"), card)
        editor.reordered.connect(self.reordered)
        card.rows.addWidget(editor)
        return editor

    def _line(self, label: str, card: Card) -> Checked:
        field = LineField(label, card)
        field.textChanged.connect(self.changed)
        return Checked(label, field, card)

    def _card(self, name: str) -> Card:
        heading = say(f"ui.school.{name}")
        card = Card(heading, self)
        card.rows.addWidget(SectionTitle(heading, card))
        self._rows.addWidget(card)
        return card


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6


def _text(checked: Checked) -> str:
    assert isinstance(checked.field, LineField)
    return checked.field.text().strip()


def _write(checked: Checked, text: str) -> None:
    assert isinstance(checked.field, LineField)
    checked.field.show_value(text)
