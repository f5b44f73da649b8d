"""Enter from paper: every line of a checklist in order, to be typed up by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.model.answers import STAFF, Answers, Value
from wizard.model.journey import Section
from wizard.session import Session
from wizard.ui import tab_order, theme
from wizard.ui.bridge import THE_PERSON, Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.buttons import LinkButton, PlainButton, PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.question.entry_row import EntryRow
from wizard.ui.parts.text import SectionTitle
from wizard.ui.parts.writing.fields import Labelled, LineField
from wizard.words import say

PERSON = ("name", "role")
"""What is asked of that person, in this order."""

MOST = 24
"""Lines on a page, as far as whole sections go: two printed pages."""


class EntryPage(AsidePage):
    """Page ``number`` (from 0).  ``turned`` asks for another, ``checked`` for the review.

    ``reached`` gives the line that is typed next, to be seen with its question; ``another``
    asks for a new self-assessment, where this one has answers that may be of another sheet.
    """

    turned = Signal(int)
    reached = Signal(object)
    checked = Signal()
    another = Signal()
    tells = True

    def __init__(self, bridge: Bridge, number: int = 0) -> None:
        journey = bridge.session.journey
        title = say("papers.entry.title", journey=journey.title)
        edition = say("paper.blank.edition", edition=bridge.session.pack.edition)
        lead = say("papers.entry.lead", edition=edition)
        super().__init__(bridge, title, lead if not number else "")
        pages = _sheet_pages(bridge.session)
        self._number = min(number, len(pages) - 1)
        self._lines: dict[str, EntryRow] = {}
        self._cards: list[QWidget] = []
        self._whose: Card | None = None
        self._person: list[LineField] = []
        if self._number == 0:
            if bridge.session.answers != Answers():
                self._cards.append(self._goes_on())
            self._whose = self._person_card()
            self._cards.append(self._whose)
        for section in pages[self._number]:
            self._cards.append(self._section_card(section))
        self._turns = self._turns_row()
        self.rows.addStretch(1)

    def stops(self) -> list[QWidget]:
        """The way back, the lines in order, then on."""
        return [self.back, *self._cards, self._turns]

    def first(self) -> QWidget | None:
        """The first line without an answer, else the first field."""
        empty = (row for row in self._lines.values() if row.is_empty)
        row = next(empty, None)
        return tab_order.stops(row or self._cards[0])[0]

    def part_of(self, question_id: str) -> QWidget | None:
        """Return the line of a question, or where that person stands."""
        if question_id == THE_PERSON and self._whose:
            return self._whose
        return self._lines.get(question_id)

    def turn_to(self, question_id: str) -> None:
        """Ask for the page that a question stands on, if it is another."""
        if self.part_of(question_id) is not None:
            return
        if question_id == THE_PERSON:
            self.turned.emit(0)
        for number, sections in enumerate(_sheet_pages(self.bridge.session)):
            if any(one.id == question_id for section in sections for one in section.questions):
                self.turned.emit(number)

    def group_of(self, control: QWidget) -> QWidget | None:
        """Return the line that a control stands on, to be seen with its question."""
        return next((row for row in self._lines.values() if row.isAncestorOf(control)), None)

    def begins_with(self, control: QWidget) -> bool:
        """Return whether a control stands on the first line."""
        return any(row.isAncestorOf(control) for row in [*self._lines.values()][:1])

    def arrive(self) -> None:
        """Show what is kept now: the page before told its last words as it went out of sight."""
        answers = self.bridge.session.answers
        self._show_person()
        for key, row in self._lines.items():
            row.show_answer(answers[key])

    def refresh(self, changed: frozenset[str]) -> None:
        """Show what is kept, after an undo for example."""
        answers = self.bridge.session.answers
        self._show_person()
        for act in changed:
            kind, _, key = act.partition(":")
            if kind == "answer" and key in self._lines:
                self._lines[key].show_answer(answers[key])
        self._say_on()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field in self._person:
            field.flush()
        for row in self._lines.values():
            row.flush()

    def carries_on(self) -> bool:
        """Go to the next lines, or to the review: the key for Carry on does so everywhere."""
        self._go_on()
        return True

    def _goes_on(self) -> Notice:
        notice = Notice("", say("papers.entry.goes-on"), parent=self)
        another = LinkButton(say("papers.entry.another"), "file-text", notice)
        another.clicked.connect(self.another)
        notice.column.addWidget(another)
        self.rows.addWidget(notice)
        return notice

    def _person_card(self) -> Card:
        card = Card(say("papers.entry.person"), self)
        card.rows.addWidget(SectionTitle(say("papers.entry.person"), card))
        fields = QWidget(card)
        fields.setLayout(columns := Columns(theme.look().text(14), theme.look().gap(1)))
        for key in PERSON:
            field = LineField(say(f"papers.entry.{key}"), fields)
            field.told.connect(self._person_putter(key))
            columns.addWidget(Labelled(say(f"papers.entry.{key}"), field, fields))
            self._person.append(field)
        self._person[0].returnPressed.connect(self._person[1].setFocus)
        self._person[1].returnPressed.connect(lambda: self._after(""))
        self._show_person()
        card.rows.addWidget(fields)
        self.rows.addWidget(card)
        return card

    def _show_person(self) -> None:
        person = self.bridge.session.answers.person(STAFF)
        for key, field in zip(PERSON, self._person, strict=False):
            field.show_value(getattr(person, key))

    def _section_card(self, section: Section) -> Card:
        session, lines = self.bridge.session, self.bridge.session.journey.lines
        card = Card(section.title, self)
        card.rows.addWidget(SectionTitle(section.title, card))
        for question in section.questions:
            row = EntryRow(lines[question.id], question, card)
            row.show_answer(session.answers[question.id])
            row.answered.connect(self._answerer(question.id))
            row.noted.connect(self._noter(question.id))
            row.unread.connect(self._keeper(question.id))
            row.done.connect(self._goer(question.id))
            card.rows.addWidget(row)
            self._lines[question.id] = row
        self.rows.addWidget(card)
        return card

    def _turns_row(self) -> QWidget:
        turns = QWidget(self)
        turns.setLayout(row := FlowRow(theme.look().gap(0.75)))
        self._on = PrimaryButton("", "arrow-right", turns)
        self._on.clicked.connect(self._go_on)
        row.addWidget(self._on)
        if self._number:
            before = _sheet_pages(self.bridge.session)[self._number - 1]
            words = say("papers.entry.before", lines=self._span(before))
            button = PlainButton(words, "arrow-left", turns)
            button.clicked.connect(lambda: self.turned.emit(self._number - 1))
            row.addWidget(button)
        self.rows.addWidget(turns)
        self._say_on()
        return turns

    def _next(self) -> list[Section]:
        """Return what stands on the next page; platforms that were just picked do, too."""
        return next(iter(_sheet_pages(self.bridge.session)[self._number + 1 :]), [])

    def _say_on(self) -> None:
        after = self._next()
        words = say("papers.entry.next", lines=self._span(after)) if after else ""
        self._on.say(words or say("papers.entry.check"))

    def _go_on(self) -> None:
        self.flush()
        if self._next():
            self.turned.emit(self._number + 1)
        else:
            self.checked.emit()

    def _span(self, sections: list[Section]) -> str:
        lines = self.bridge.session.journey.lines
        first, last = sections[0].questions[0], sections[-1].questions[-1]
        return say("papers.entry.span", first=lines[first.id], last=lines[last.id])

    def _person_putter(self, key: str) -> Callable[[str], None]:
        def put(text: str) -> None:
            session = self.bridge.session
            session.person(STAFF, replace(session.answers.person(STAFF), **{key: text}))

        return put

    def _answerer(self, question_id: str) -> Callable[[Value], None]:
        return lambda value: self.bridge.session.answer(question_id, value)

    def _noter(self, question_id: str) -> Callable[[str], None]:
        return lambda text: self.bridge.session.note(question_id, text)

    def _keeper(self, question_id: str) -> Callable[[str], None]:
        return lambda words: self.bridge.session.keep_words(question_id, words)

    def _goer(self, question_id: str) -> Callable[[], None]:
        return lambda: self._after(question_id)

    def _after(self, question_id: str) -> None:
        """Go to the line after this one (the first for none), from the last to the way on."""
        keys = list(self._lines)
        at = keys.index(question_id) + 1 if question_id else 0
        if at < len(keys):
            self._lines[keys[at]].focus()
            self.reached.emit(self._lines[keys[at]])
        else:
            self._on.setFocus()


def _sheet_pages(session: Session) -> list[list[Section]]:
    """Return the sections as they stand on the sheet, in pages of few lines.

    All of them, whatever is asked on screen just now, but platforms only where they are
    used: a sheet was printed for those.
    """
    asked = {section.id for section in session.sections()}
    on_sheet = [
        section
        for section in session.journey.sections
        if section.questions and (not section.platform or section.id in asked)
    ]
    pages: list[list[Section]] = [[]]
    for section in on_sheet:
        held = sum(len(one.questions) for one in pages[-1])
        if held and held + len(section.questions) > MOST:
            pages.append([])
        pages[-1].append(section)
    return pages
