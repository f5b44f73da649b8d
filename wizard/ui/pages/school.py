"""The school's profile: its file, written without an editor for text.  Set once for everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wizard.desk.school.additions import Additions
from wizard.desk.school.draft import (
    Draft,
    HalfForm,
    head,
    on_paper,
    page_on_paper,
    plain,
    refusals,
)
from wizard.errors import Problem
from wizard.model.journey import Journey
from wizard.model.pack import Pack
from wizard.ui import accessible, sight, tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage, Page
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.school.additions_editor import AdditionsEditor
from wizard.ui.parts.school.head_card import HeadCard
from wizard.ui.parts.school.school_fields import SchoolFields
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Body, Quiet, Warn
from wizard.ui.parts.writing.wrong import Checked, Wrong, WrongSummary
from wizard.words import say

if TYPE_CHECKING:
    from wizard.report.blocks import BlankQuestion

SOON = 40
"""Milliseconds after a letter in which the picture of the paper follows."""


class SchoolPage(AsidePage):
    """A form; nothing is kept before Save, and what is not saved waits for the way back.

    Where the file may not be changed, the page shows it and says so.
    """

    saved = Signal()

    def __init__(self, bridge: Bridge, content: Pack, kept: Draft) -> None:
        """Show what is ``kept`` in the file, and what is not saved over it."""
        super().__init__(bridge, say("ui.school.title"), say("ui.school.lead"))
        self._content = content
        self._kept = kept
        self._journeys: dict[str, Journey] = {content.journey.id: content.journey}
        desk = bridge.desk.school
        if not desk.can_write:
            self._show_only()
            return
        self.rows.addWidget(Quiet(say(f"school.file.{desk.whose.value}", path=desk.path), self))
        self._unsaved = self._unsaved_notice()
        self._summary = WrongSummary(self)
        self._fields = SchoolFields(bridge, content.policies, self)
        cards = {card.id: card.title for card in bridge.desk.cards}
        self._additions = AdditionsEditor(
            content.policies, content.roles, cards, self._fetch, self._on_paper,
            self._page_on_paper, self,
        )  # fmt: skip
        self._paper = HeadCard(self)
        save = PrimaryButton(say("ui.school.save"), "check", self)
        save.clicked.connect(self.save)
        self._says, self._wrong = Body(parent=self), Warn(parent=self)
        for part in (
            self._summary, self._paper, self._fields, self._additions,
            save, self._says, self._wrong,
        ):  # fmt: skip
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self._save = save
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._draw)
        self._fields.changed.connect(self._soon.start)
        self._fields.nation.connect(self._call_roles)
        for part in (self._fields, self._additions):
            part.reordered.connect(lambda: tab_order.follow(self.stops()))
        self._fields.show_roles(content.roles)
        self._told_of = ""
        self._show(desk.draft or kept)

    @property
    def can_write(self) -> bool:
        """Whether this is a form, not only shown."""
        return hasattr(self, "_fields")

    def first(self) -> QWidget | None:
        """The school's name."""
        return self._fields.begin() if self.can_write else None

    def group_of(self, control: QWidget) -> QWidget | None:
        """A field with its label: in very large letters the first one lies below the edge."""
        part: QWidget | None = control
        while part is not None and not isinstance(part, Checked):
            part = part.parentWidget()
        return part

    def stops(self) -> list[QWidget]:
        """All that can be written, in the order it is read, then Save."""
        if not self.can_write:
            return [self]
        return [
            self.back, self._unsaved, self._summary, *self._fields.stops(),
            *self._additions.stops(), self._save,
        ]  # fmt: skip

    def flush(self) -> None:
        """Keep what is not saved for the way back; the file stays as it is."""
        if self.can_write:
            desk, draft = self.bridge.desk.school, self._draft()
            if draft == self._kept:
                desk.draft = None
            elif draft != desk.draft:
                desk.draft = draft

    def half_written(self) -> Callable[[Page], None]:
        """Open the form that is open here too; all that was written is in the draft."""
        form = self._additions.open_form if self.can_write else None

        def write_again(page: Page) -> None:
            assert isinstance(page, SchoolPage)
            if form is not None and page.can_write:
                page.show_form(form)

        return write_again

    def show_form(self, form: HalfForm) -> None:
        """Open a form for what the school adds, as it was left."""
        self._additions.show_form(form)

    def save(self) -> None:
        """Keep the profile, and say so only when it is kept."""
        self._tell("", "")
        wrongs = [*self._fields.wrongs(), *self._additions.half_wrong, *self._refused()]
        self._summary.show_wrongs(wrongs)
        if wrongs:
            return
        draft = self._draft()
        if self._is_another(draft):
            return
        desk = self.bridge.desk.school
        try:
            kept = desk.save(draft.school, draft.additions)
            self._kept = Draft(desk.profile, desk.additions)
        except Problem as problem:
            self._tell("", str(problem))
            return
        desk.draft = None
        self._fields.stand_on(self._kept.school)
        self._unsaved.hide()
        lines = [say("ui.school.saved")]
        if kept.copy is not None:
            lines.append(say("school.saved.copy", copy=kept.copy))
        if kept.lost:
            lost = ", ".join(map(str, kept.lost))
            lines.append(say("school.saved.lost", lines=lost))
        self._tell("\n".join(lines), "")
        self.saved.emit()

    def _is_another(self, draft: Draft) -> bool:
        """Tell, once for each, of a file that is not the one this was written over."""
        desk = self.bridge.desk.school
        # What was saved after all, once its disk answered, is nobody else's.
        if (mark := desk.mark) in (draft.school.digest, desk.late, self._told_of):
            return False
        self._told_of = mark
        self._unsaved.show()
        ways = {"save": say("ui.school.save"), "back": say("school.unsaved.back")}
        self._tell("", say("school.changed", **ways))
        return True

    def _draft(self) -> Draft:
        fields, additions = self._fields, self._additions
        return Draft(fields.school(), additions.additions, additions.half_form, fields.unread)

    def _refused(self) -> list[Wrong]:
        """Try out what the school adds; say beside each entry why it can not be kept."""
        self._additions.forget_refusals()
        additions = self._additions.additions
        if additions == Additions():
            return []
        found: list[Wrong] = []
        for refusal in refusals(self.bridge.desk.places.content, additions):
            if refusal.part:
                part, place, sentence = refusal.part, refusal.place, refusal.sentence
                found.append(self._additions.say_refused(part, place, sentence))
            else:
                found.append((self._additions, refusal.sentence))
        return found

    def _show(self, draft: Draft) -> None:
        self._fields.show_school(draft.school, draft.unread)
        self._additions.show_additions(draft.additions)
        self._additions.show_form(draft.form)
        self._unsaved.setVisible(draft != self._kept)
        self._tell("", "")
        self._draw()

    def _draw(self) -> None:
        """Draw the head of the paper as it would be with what is written now."""
        school = self._fields.school()
        self._additions.school, self._additions.policy = school.name, school.policy
        shown = head(self._content, school, self.bridge.desk.clock.now())
        self._paper.show_head(shown)
        # The picture grew above what is being written, and pushed it down.
        focus: QWidget | None = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            sight.bring(focus)

    def _unsaved_notice(self) -> QWidget:
        box = Card(say("school.unsaved"), self)
        box.rows.addWidget(Notice("", say("school.unsaved"), "info", box))
        back = SureButton(say("school.unsaved.back"), say("school.unsaved.sure"), box)
        back.confirmed.connect(self._go_back)
        box.rows.addWidget(back)
        self.rows.addWidget(box)
        return box

    def _go_back(self) -> None:
        desk = self.bridge.desk.school
        try:
            self._kept = desk.kept()
        except Problem as problem:
            self._tell("", str(problem))
            return
        desk.draft = None
        self._show(self._kept)
        self._fields.begin().setFocus()

    def _call_roles(self, nation: str) -> None:
        """Call the roles as the nation chosen does."""
        content, journey = self.bridge.desk.places.content, self._content.journey.id
        work = self.bridge.in_background(lambda: plain(content, journey, nation))

        def arrived(found: Pack) -> None:
            if isValid(self):
                self._content = found
                self._fields.show_roles(found.roles)
                self._draw()

        self.bridge.when_done(work, arrived)

    def _fetch(self, journey: str, then: Callable[[Journey], None]) -> None:
        """Read a journey, once, and call back with it."""
        if journey in self._journeys:
            then(self._journeys[journey])
            return
        content, nation = self.bridge.desk.places.content, self._kept.school.nation
        work = self.bridge.in_background(lambda: plain(content, journey, nation).journey)

        def arrived(found: Journey) -> None:
            self._journeys[journey] = found
            if isValid(self):
                then(found)

        self.bridge.when_done(work, arrived)

    def _on_paper(self, additions: Additions, place: int) -> BlankQuestion:
        return on_paper(self.bridge.desk.places.content, additions, place)

    def _page_on_paper(
        self, additions: Additions, journey: str, page: str
    ) -> Mapping[str, BlankQuestion]:
        return page_on_paper(self.bridge.desk.places.content, additions, journey, page)

    def _tell(self, text: str, wrong: str) -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        accessible.announce(self, text or wrong)
        if text or wrong:
            sight.bring(self._says if text else self._wrong)

    def _show_only(self) -> None:
        """Show the file to whoever may not change it."""
        from wizard.ui.parts.school.school_shown import SchoolShown

        desk = self.bridge.desk.school
        told = say(f"school.read-only.{desk.whose.value}", path=desk.path)
        self.rows.addWidget(Notice(say("school.read-only"), told, "info", self))
        kept = self._kept
        shown = SchoolShown(self._content, kept.school, kept.additions, self)
        self.rows.addWidget(shown)
        self.rows.addStretch(1)
