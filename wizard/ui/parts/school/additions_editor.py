"""What a school lays over the content: its own questions, stricter clauses, orders of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.school.additions import PARTS, Additions, Entry, text_of
from wizard.desk.school.draft import HalfForm
from wizard.model.clause import Policy
from wizard.model.journey import Journey
from wizard.model.school import Role
from wizard.report.blocks import BlankQuestion
from wizard.ui import accessible, sight, tab_order, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.school.addition_words import order_told, spoken, told
from wizard.ui.parts.school.clause_form import ClauseForm
from wizard.ui.parts.school.own_question_form import Fetch, OwnQuestionForm
from wizard.ui.parts.school.page_order_form import LookAtPage, PageOrderForm
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Warn
from wizard.ui.parts.writing.wrong import Wrong
from wizard.ui.reading_order import laid_out
from wizard.words import say

ADDS = {"questions": "plus", "stricter": "plus", "order": "list"}
"""What can be laid over, in this order, each with the icon of what begins it."""

Look = Callable[[Additions, int], BlankQuestion]
"""Makes of one of the questions what stands on paper; raises ``Problem`` if it is refused."""

Form = OwnQuestionForm | ClauseForm | PageOrderForm

NOTHING: Mapping[str, str] = MappingProxyType({})
"""What was written in a form that is opened afresh."""


class AdditionsEditor(QWidget):
    """Shows all of it, adds and takes away; ``reordered`` tells that the stops are others."""

    reordered = Signal()

    def __init__(
        self, policies: Mapping[str, Policy], roles: Mapping[str, Role],
        journeys: Mapping[str, str], fetch: Fetch, look: Look, look_at_page: LookAtPage,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look_at_page = look_at_page
        self._policies, self._roles, self._journeys = policies, roles, journeys
        self._fetch, self._look = fetch, look
        self.additions = Additions()
        self.school, self.policy = "", ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(1))
        self._lists: dict[str, QVBoxLayout] = {}
        self._adds: dict[str, LinkButton] = {}
        self._warnings: dict[str, list[tuple[QWidget, Warn]]] = {part: [] for part in PARTS}
        self._form: Form | None = None
        self._held = Warn(say("school.form.half"), self)
        self._held.hide()
        self._leave = SureButton(
            say("school.form.leave"), say("school.form.leave.sure"), self,
            goes=lambda: self.half_form is not None,
        )  # fmt: skip
        self._leave.confirmed.connect(self._leave_form)
        self._leave.hide()
        self._half: HalfForm | None = None
        self._cards: dict[str, Card] = {}
        for part, icon in ADDS.items():
            card = Card(say(f"school.{part}"), self)
            card.rows.addWidget(SectionTitle(say(f"school.{part}"), card))
            card.rows.addWidget(Quiet(say(f"school.{part}.lead"), card))
            listed = QVBoxLayout()
            listed.setSpacing(theme.look().gap(0.75))
            card.rows.addLayout(listed)
            self._lists[part], self._cards[part] = listed, card
            add = LinkButton(say(f"school.{part}.add"), icon, card)
            card.rows.addWidget(add)
            self._adds[part] = add
            rows.addWidget(card)
        for part, begin in (("questions", lambda: self._write(None)),
                            ("stricter", self._tighten),
                            ("order", lambda: self._arrange({}))):  # fmt: skip
            self._adds[part].clicked.connect(self._unless_half(begin))

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes: entries, the form if one is open, adding."""
        found: list[QWidget] = []
        for part in ADDS:
            found += [row for row, _warning in self._warnings[part]]
            if self._form is not None and self._cards[part].isAncestorOf(self._form):
                found += [*self._form.stops(), self._leave]
            found.append(self._adds[part])
        return found

    def show_additions(self, additions: Additions) -> None:
        """Show what is added; a form that is open stays."""
        self.additions = additions
        for part, listed in self._lists.items():
            for old in laid_out(listed):
                listed.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._warnings[part] = []
            for place, entry in enumerate(getattr(additions, part)):
                listed.addWidget(row := self._row(part, place, entry))
                row.show()
        self.reordered.emit()

    @property
    def open_form(self) -> HalfForm | None:
        """The form that is open, with what stands in it."""
        if self._form is None or self._half is None:
            return None
        return replace(self._half, written=self._form.written)

    @property
    def half_form(self) -> HalfForm | None:
        """The form that is open, if anything was written in it."""
        return self.open_form if self.open_form != self._half else None

    @property
    def half_wrong(self) -> list[Wrong]:
        """What is wrong where the form that is open is half written, with the way there."""
        if self._form is None or self.half_form is None:
            return []
        return [(tab_order.stops(self._form.stops()[0])[0], say("school.form.half"))]

    def show_form(self, half: HalfForm | None) -> None:
        """Open a form as it was left, or close the one that is open."""
        if half is None:
            self._close()
        elif half.part == "questions":
            self._write(half.place, half.written)
        elif half.part == "stricter":
            self._tighten(half.written)
        else:
            self._arrange({}, half.written)

    def say_refused(self, part: str, place: int, sentence: str) -> Wrong:
        """Say beside an entry why it can not be kept; return the way there."""
        row, warning = self._warnings[part][place]
        told = f"{warning.text()}\n" if warning.isVisible() else ""
        warning.setText(f"{told}{sentence}")
        warning.show()
        return tab_order.stops(row)[0], sentence

    def forget_refusals(self) -> None:
        """Take back what was said beside the entries."""
        for warnings in self._warnings.values():
            for _row, warning in warnings:
                warning.hide()

    def _row(self, part: str, place: int, entry: Entry) -> QWidget:
        row = QWidget(self)
        rows = QVBoxLayout(row)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.125))
        says, remark = told(part, entry, self._journeys, self._policies)
        words, more = Body(says, row), Quiet(remark, row)
        rows.addWidget(words)
        rows.addWidget(more)
        warning = Warn(parent=row)
        warning.hide()
        rows.addWidget(warning)
        self._warnings[part].append((row, warning))
        buttons = QWidget(row)
        line = FlowRow(theme.look().gap(1))
        buttons.setLayout(line)
        opens = {"questions": lambda: self._write(place), "order": lambda: self._arrange(entry)}
        if part in opens:
            change = LinkButton(say("school.change"), "pencil", row)
            change.setAccessibleName(spoken("change", says))
            change.clicked.connect(self._unless_half(opens[part]))
            line.addWidget(change)
        remove = SureButton(
            say("school.remove"), say("school.remove.sure"), self, name=spoken("remove", says)
        )
        remove.confirmed.connect(self._unless_half(lambda: self._remove(part, place)))
        line.addWidget(remove)
        rows.addWidget(buttons)
        if part == "order" and text_of(entry, "journey") in self._journeys:

            def name(plain: Journey) -> None:
                if isValid(row):
                    says, remark = order_told(entry, plain, self.additions)
                    words.setText(says)
                    more.setText(remark)
                    change.setAccessibleName(spoken("change", says))
                    remove.call(spoken("remove", says))

            # What the page is called stands in its journey, which may have to be read first.
            self._fetch(text_of(entry, "journey"), name)
        return row

    def _unless_half(self, act: Callable[[], None]) -> Callable[[], None]:
        """Return what acts, but goes to a form that is half written: acting would close it."""

        def press() -> None:
            wrongs = self.half_wrong
            self._held.setVisible(bool(wrongs))
            if not wrongs:
                act()
            for field, sentence in wrongs:
                field.setFocus()
                sight.bring(self._held, field)
                accessible.announce(self, sentence)

        return press

    def _write(self, place: int | None, written: Mapping[str, str] = NOTHING) -> None:
        """Open the form for a question: a new one, or the one at a place."""
        entry = self.additions.questions[place] if place is not None else {}
        form = OwnQuestionForm(
            entry, self._journeys, self._fetch, self._roles,
            lambda written: self._look(*self._with(written, place)), written,
            self._cards["questions"],
        )  # fmt: skip
        form.ids = frozenset(text_of(one, "id") for one in self.additions.questions)
        form.school = self.school
        form.taken.connect(lambda written: self._take(self._with(written, place)[0], "questions"))
        self._open(form, "questions", place, written)

    def _with(self, entry: Entry, place: int | None) -> tuple[Additions, int]:
        at = len(self.additions.questions) if place is None else place
        return self.additions.with_question(entry, place), at

    def _tighten(self, written: Mapping[str, str] = NOTHING) -> None:
        form = ClauseForm(self._policies, self.policy, written, self._cards["stricter"])
        form.taken.connect(self._take_clause)
        form.reordered.connect(self.reordered)
        self._open(form, "stricter", None, written)

    def _take_clause(self, entry: Entry) -> None:
        others = tuple(
            one for one in self.additions.stricter if text_of(one, "clause") != entry["clause"]
        )
        self._take(replace(self.additions, stricter=(*others, entry)), "stricter")

    def _arrange(self, entry: Entry, written: Mapping[str, str] = NOTHING) -> None:
        """Open the form for the order of a page: that of an entry, or the first there is."""
        form = PageOrderForm(
            self.additions, entry, self._journeys, self._fetch, self._look_at_page, written,
            self._cards["order"],
        )  # fmt: skip
        form.taken.connect(lambda written: self._take(written, "order"))
        form.reordered.connect(self.reordered)
        self._open(form, "order", None, written)

    def _open(self, form: Form, part: str, place: int | None, written: Mapping[str, str]) -> None:
        self._close()
        self._form = form
        # Whatever stood in one that was left half written is more than a fresh one has.
        self._half = HalfForm(part, place, NOTHING if written else form.written)
        card, add = self._cards[part], self._adds[part]
        for shown in (self._held, form, self._leave):
            card.rows.insertWidget(card.rows.indexOf(add), shown)
        add.hide()
        form.show()
        self._leave.show()
        self.reordered.emit()
        if not written:
            form.begin()

    def _take(self, additions: Additions, part: str) -> None:
        self._close()
        self.show_additions(additions)
        self._adds[part].setFocus()
        accessible.announce(self, say("school.listed"))

    def _leave_form(self) -> None:
        assert self._half is not None
        self._close()
        self._adds[self._half.part].setFocus()

    def _close(self) -> None:
        for add in self._adds.values():
            add.show()
        self._held.hide()
        self._leave.hide()
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _remove(self, part: str, place: int) -> None:
        # A form in which nothing was written may be about the entry that goes.
        self._close()
        self.show_additions(self.additions.without(part, place))
        self._adds[part].setFocus()
        accessible.announce(self, say("school.removed"))
