"""The school's profile: name, logo, people, policy.  Set once, used on every paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from wizard.errors import Problem
from wizard.model.answers import Person
from wizard.model.clause import ALL_POLICIES, Policy
from wizard.model.school import Helpline, Role, School
from wizard.ui import accessible, tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import LinkButton, PlainButton, PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.fields import Labelled, LineField, Picker
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.rows_editor import RowsEditor
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Warn
from wizard.words import say

NATIONS = ("england", "wales", "scotland", "northern-ireland")
NOT_HERE = frozenset({"staff", "head-or-deputy"})
"""Roles that are somebody else each time, or one of two: a school names each of the two."""

LOGO_HEIGHT = 5
"""How high the logo is shown, in ems."""


class SchoolPage(Page):
    """A form; nothing is kept before Save, and leaving keeps what was typed."""

    saved = Signal()

    def __init__(
        self, bridge: Bridge, policies: Mapping[str, Policy], roles: Mapping[str, Role]
    ) -> None:
        super().__init__(bridge, say("ui.school.title"), say("ui.school.lead"))
        self._logo = b""
        first = self._card(say("ui.school.about"))
        self._name = LineField(say("ui.school.name"), first)
        self._nation = Picker(first)
        for nation in NATIONS:
            self._nation.addItem(say(f"ui.school.nation.{nation}"), nation)
        self._policy = Picker(first)
        self._policy.addItem(say("ui.policy.all"), ALL_POLICIES)
        for policy in policies.values():
            label = say("ui.policy.one", name=policy.name, edition=policy.edition)
            self._policy.addItem(label, policy.id)
        self._grid(first, (("name", self._name), ("nation", self._nation)))
        first.rows.addWidget(Labelled(say("ui.school.policy"), self._policy, first))
        first.rows.addWidget(Quiet(say("ui.school.policy-lead"), first))
        second = self._card(say("ui.school.logo"))
        self._picture = QLabel(second)
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setWordWrap(True)
        second.rows.addWidget(self._picture)
        row = FlowRow(theme.look().gap(0.75))
        second.rows.addLayout(row)
        choose = PlainButton(say("ui.school.logo-choose"), "image", second)
        choose.clicked.connect(self._choose_logo)
        self._no_logo = LinkButton(say("ui.school.logo-remove"), "x", second)
        self._no_logo.clicked.connect(lambda: self._show_logo(b""))
        row.addWidget(choose)
        row.addWidget(self._no_logo)
        third = self._card(say("ui.school.people"))
        third.rows.addWidget(Quiet(say("ui.school.people-lead"), third))
        self._people = {
            role.id: LineField(role.name, third)
            for role in roles.values()
            if role.id not in NOT_HERE
        }
        people = QWidget(third)
        columns = Columns(theme.look().text(14), theme.look().gap(1))
        people.setLayout(columns)
        for key, field in self._people.items():
            field.setToolTip(roles[key].meaning)
            field.setAccessibleDescription(roles[key].meaning)
            columns.addWidget(Labelled(roles[key].name, field, people))
        third.rows.addWidget(people)
        fourth = self._card(say("ui.school.more"))
        fourth.rows.addWidget(Quiet(say("ui.school.more-lead"), fourth))
        self._links = self._editor(fourth, "link", ("title", "address"))
        self._helplines = self._editor(fourth, "helpline", ("name", "purpose", "reach", "hours"))
        self._days = LineField(say("ui.school.retention"), fourth)
        fourth.rows.addWidget(Labelled(say("ui.school.retention"), self._days, fourth))
        fourth.rows.addWidget(Quiet(say("ui.school.retention-lead"), fourth))
        self._says, self._wrong = Body(parent=self), Warn(parent=self)
        save = PrimaryButton(say("ui.school.save"), "check", self)
        save.clicked.connect(self.save)
        for part in (save, self._says, self._wrong):
            self.rows.addWidget(part)
        self._cards = [first, second, third, fourth, save]
        self.rows.addStretch(1)
        self._show(bridge.desk.school.profile)

    def first(self) -> QWidget | None:
        """The school's name."""
        return self._name

    def stops(self) -> list[QWidget]:
        """The cards in order, then Save."""
        tab_order.follow(self._cards)
        return [self]

    def save(self) -> None:
        """Keep the profile, and say so only when it is kept."""
        days = self._days.text().strip()
        if days and not (days.isascii() and days.isdigit() and len(days) < 6):
            self._tell("", say("ui.school.retention-wrong"))
            self._days.setFocus()
            return
        if any("" in row[:3] for row in (*self._links.rows(), *self._helplines.rows())):
            self._tell("", say("ui.school.half-row"))
            return
        school = replace(
            self.bridge.desk.school.profile,
            name=self._name.text().strip(),
            logo=self._logo,
            nation=str(self._nation.currentData()),
            policy=str(self._policy.currentData()),
            people=self._named(),
            links=tuple((title, address) for title, address in self._links.rows()),
            helplines=tuple(Helpline(*line) for line in self._helplines.rows()),
            retention_days=int(days or 0),
        )
        try:
            self.bridge.desk.school.save(school)
        except Problem as problem:
            self._tell("", str(problem))
            return
        self._tell(say("ui.school.saved"), "")
        self.saved.emit()

    def _named(self) -> dict[str, Person]:
        named = {}
        old = self.bridge.desk.school.profile
        for role, field in self._people.items():
            if name := field.text().strip():
                named[role] = replace(old.person(role), name=name)
        return named

    def _show(self, school: School) -> None:
        self._name.show_value(school.name)
        self._nation.setCurrentIndex(max(0, self._nation.findData(school.nation)))
        self._policy.setCurrentIndex(max(0, self._policy.findData(school.policy)))
        for role, field in self._people.items():
            field.show_value(school.person(role).name)
        self._links.show_rows(school.links)
        self._helplines.show_rows(
            (line.name, line.purpose, line.reach, line.hours) for line in school.helplines
        )
        self._days.show_value(str(school.retention_days or ""))
        self._show_logo(school.logo)
        self._tell("", "")

    def _show_logo(self, logo: bytes) -> None:
        self._logo = logo
        picture = QPixmap()
        picture.loadFromData(logo)
        if logo and not picture.isNull():
            high = theme.look().gap(LOGO_HEIGHT)
            self._picture.setPixmap(
                picture.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
            )
            self._picture.setAccessibleName(say("ui.school.logo"))
        else:
            self._picture.clear()
            self._picture.setText(say("ui.school.no-logo"))
        self._no_logo.setVisible(bool(logo))

    def _choose_logo(self) -> None:
        dialog = QFileDialog(self, say("ui.school.logo-choose"), "", say("ui.school.logo-kind"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read_logo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_logo(self, name: str) -> None:
        try:
            self._show_logo(self.bridge.desk.school.read_logo(Path(name)))
        except Problem as problem:
            self._tell("", str(problem))

    def _tell(self, text: str, wrong: str) -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        accessible.announce(self, text or wrong)

    def _editor(self, card: Card, name: str, fields: tuple[str, ...]) -> RowsEditor:
        labels = tuple(say(f"ui.school.{name}.{field}") for field in fields)
        editor = RowsEditor(labels, say(f"ui.school.{name}.add"), card)
        card.rows.addWidget(editor)
        return editor

    def _card(self, heading: str) -> Card:
        card = Card(heading, self)
        card.rows.addWidget(SectionTitle(heading, card))
        self.rows.addWidget(card)
        return card

    def _grid(self, card: Card, fields: tuple[tuple[str, QWidget], ...]) -> None:
        inside = QWidget(card)
        columns = Columns(theme.look().text(15), theme.look().gap(1))
        inside.setLayout(columns)
        for key, field in fields:
            columns.addWidget(Labelled(say(f"ui.school.{key}"), field, inside))
        card.rows.addWidget(inside)
