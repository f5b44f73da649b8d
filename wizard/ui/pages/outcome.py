"""The outcome: what matters on top, who does what by when, and the papers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.assessment import weighing
from wizard.desk.assessment.last_time import LastTime
from wizard.model.answers import STAFF
from wizard.model.clause import ALL_POLICIES
from wizard.model.finding import Finding
from wizard.model.status import Status
from wizard.ui import tab_order, theme
from wizard.ui.bridge import THE_PERSON, Bridge
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.outcome.ahead import (
    calendar_desk,
    compare_with_last_time,
    months_until_again,
)
from wizard.ui.parts.outcome.decisions_card import DecisionsCard
from wizard.ui.parts.outcome.open_point import OpenPoint
from wizard.ui.parts.outcome.turns import TurnsCard
from wizard.ui.parts.paper.paper_desk import PaperDesk
from wizard.ui.parts.paper.papers_made import PapersMade
from wizard.ui.parts.question.remarks import Remarks
from wizard.ui.parts.status_tag import StatusTag
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Small
from wizard.ui.parts.writing.fields import Labelled, LineField
from wizard.ui.parts.writing.half_read import give_up
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.sight import has_focus
from wizard.words import say


class OutcomePage(Page):
    """A prompt, never a verdict: it calls nothing safe."""

    tells = True

    wanted = Signal(str)
    preview_wanted = Signal(str)
    removed = Signal()
    blank_wanted = Signal()
    decide_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "")
        look = theme.look()
        self._counts = QWidget(self)
        self._counts.setLayout(FlowRow(look.gap(0.5)))
        self.rows.addWidget(self._counts)
        self._lead = Quiet(parent=self)
        self._remarks = Remarks(self)
        self.rows.addWidget(self._lead)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.gap(1))
        self.rows.addLayout(self._list)
        self._points: list[OpenPoint] = []
        self._shown: tuple[object, ...] = ()
        self._calendar = calendar_desk(bridge, self)
        self._dates = self._dates_card()
        self._left = self._exceptions_card()
        self.rows.addWidget(self._remarks)
        self._turns = self.rows.count()
        self._turned: TurnsCard | None = None
        self._about = self._about_card()
        self._papers = self._papers_card()
        self._decided = DecisionsCard(bridge, self)
        self._decided.wanted.connect(self.decide_wanted)
        self.rows.addWidget(self._decided)
        self.rows.addStretch(1)

    def arrive(self) -> None:
        """Weigh the answers and show what came of them."""
        session = self.bridge.session
        heading, tone = weighing.outcome(session)
        self.heading.say(f"{tone.shape}  {heading}" if tone.is_open else heading)
        self.heading.setAccessibleName(heading)
        self._show_counts()
        points = weighing.open_points(session)
        self._lead.setText(_lead(bool(points), bool(session.gaps())))
        self._show_points(points)
        self._show_exceptions(weighing.findings(session))
        self._show_calendar(points)
        self._remarks.tell(weighing.remarks(session, self.bridge.desk.clock))
        self._refresh_fields()
        self._made.arrive()
        self._decided.arrive()
        compare_with_last_time(self.bridge, self._show_turns)

    def refresh(self, changed: frozenset[str]) -> None:
        """A plan or a name came back changed, by undo for example."""
        if any(act.startswith("answer:") for act in changed):
            self.arrive()
            return
        for point in self._points:
            point.refresh()
        self._show_calendar(weighing.open_points(self.bridge.session))
        self._refresh_fields()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field in (self._name, self._role, self._title):
            field.flush()
        for point in self._points:
            point.flush()

    def _put_down(self) -> None:
        """Keep all that stands here: a paper has nothing of a day that can not be read."""
        self.flush()
        with self.bridge.session.unasked():
            give_up(self)

    def part_of(self, question_id: str) -> QWidget | None:
        """Return where that person stands."""
        return self._about if question_id == THE_PERSON else None

    def stops(self) -> list[QWidget]:
        """Points, their dates, what turned since last time, who it is, then the papers."""
        turned = [self._turned] if self._turned is not None else []
        parts = (
            self._dates, self._left, *turned, self._about, self._papers, self._decided,
        )  # fmt: skip
        return [*self._points, *parts]

    def _show_calendar(self, points: tuple[Finding, ...]) -> None:
        """Offer the days there are: what is planned, or only the day to look again."""
        has_days = any(point.action.by and not point.action.done for point in points)
        label = "ui.calendar.save" if has_days else "ui.calendar.save-again"
        self._calendar.button.say(say(label))
        self._calendar.explain(say("ui.calendar.holds" if has_days else "ui.calendar.holds-again"))
        # What is done once has no next year's day.
        self._dates.setVisible(has_days or bool(months_until_again(self.bridge)))

    def _show_counts(self) -> None:
        row = self._counts.layout()
        assert row is not None
        for tag in self._counts.findChildren(StatusTag):
            row.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        for status, count in weighing.counts(self.bridge.session):
            tag = StatusTag(status, count, self._counts)
            row.addWidget(tag)
            tag.show()

    def _show_points(self, points: tuple[Finding, ...]) -> None:
        shown = tuple((p.question.id, p.status, p.advice, p.who) for p in points)
        if shown == self._shown:
            for point in self._points:
                point.refresh()
            return
        self._shown = shown
        place = next((n for n, old in enumerate(self._points) if has_focus(old)), None)
        if place is not None:
            # Before it goes: Qt would look for the next field, far below.
            self.heading.setFocus()
        for old in self._points:
            with self.bridge.session.unasked():
                give_up(old)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._points = []
        for number, finding in enumerate(points, 1):
            point = OpenPoint(self.bridge, finding, number, self)
            point.wanted.connect(self.wanted)
            self._list.addWidget(point)
            self._points.append(point)
            point.show()
        if place is not None and points:
            # Where it stood, the next one stands now.
            tab_order.stops(self._points[min(place, len(points) - 1)])[0].setFocus()

    def _dates_card(self) -> Card:
        card = Card(say("ui.calendar.title"), self)
        card.rows.addWidget(SectionTitle(say("ui.calendar.title"), card))
        card.rows.addWidget(self._calendar)
        self.rows.addWidget(card)
        return card

    def _exceptions_card(self) -> Card:
        card = Card(say("ui.outcome.exceptions"), self)
        card.rows.addWidget(SectionTitle(say("ui.outcome.exceptions"), card))
        self._exceptions = Body(parent=card)
        card.rows.addWidget(self._exceptions)
        self.rows.addWidget(card)
        return card

    def _show_exceptions(self, findings: tuple[Finding, ...]) -> None:
        left = [finding for finding in findings if finding.status is Status.EXCEPTION]
        shape = Status.EXCEPTION.shape
        lines = []
        for finding in left:
            reason = finding.answer.note or say("ui.outcome.no-reason")
            text = finding.question.text
            lines.append(
                say("ui.outcome.exception", shape=shape, line=finding.line, question=text,
                    reason=reason)
            )  # fmt: skip
        self._exceptions.setText("\n".join(lines))
        self._left.setVisible(bool(left))

    def _show_turns(self, last: LastTime) -> None:
        if not isValid(self):
            return
        if self._turned is not None:
            self.rows.removeWidget(self._turned)
            self._turned.hide()
            self._turned.deleteLater()
        self._turned = TurnsCard(last, self)
        self.rows.insertWidget(self._turns, self._turned)
        self._turned.show()
        tab_order.follow(self.stops())

    def _about_card(self) -> Card:
        card = Card(say("ui.outcome.about"), self)
        card.rows.addWidget(SectionTitle(say("ui.outcome.about"), card))
        card.rows.addWidget(Quiet(say("ui.outcome.about-lead"), card))
        fields = QWidget(card)
        columns = Columns(theme.look().text(14), theme.look().gap(1))
        fields.setLayout(columns)
        self._name = LineField(say("ui.outcome.name"), fields)
        self._role = LineField(say("ui.outcome.role"), fields)
        self._title = LineField(say("ui.outcome.title"), fields)
        self._policy = Picker(card)
        self._policy.addItem(say("ui.policy.all"), ALL_POLICIES)
        for policy in self.bridge.session.pack.policies.values():
            self._policy.addItem(
                say("ui.policy.one", name=policy.name, edition=policy.edition), policy.id
            )
        for key, field in (("name", self._name), ("role", self._role), ("title", self._title)):
            columns.addWidget(Labelled(say(f"ui.outcome.{key}"), field, fields))
        card.rows.addWidget(fields)
        card.rows.addWidget(Labelled(say("ui.outcome.policy"), self._policy, card))
        self._name.told.connect(lambda name: self._put_person(name=name))
        self._role.told.connect(lambda role: self._put_person(role=role))
        self._title.told.connect(self._rename)
        self._policy.activated.connect(self._choose_policy)
        self.rows.addWidget(card)
        return card

    def _papers_card(self) -> Card:
        card = Card(say("ui.outcome.papers"), self)
        card.rows.addWidget(SectionTitle(say("ui.outcome.papers"), card))
        card.rows.addWidget(Quiet(say("ui.outcome.papers-lead"), card))
        row = QWidget(card)
        links = FlowRow(theme.look().gap(0.75))
        row.setLayout(links)
        links.addWidget(Small(say("ui.outcome.read-first"), row))
        for reader in ("slt", "me"):
            link = LinkButton(say(f"ui.outcome.preview-{reader}"), "book-open", row)
            link.clicked.connect(lambda _on=False, which=reader: self.preview_wanted.emit(which))
            links.addWidget(link)
        card.rows.addWidget(row)
        self._desk = PaperDesk(self.bridge, card)
        self._desk.begins.connect(self._put_down)
        self._desk.removed.connect(self.removed)
        card.rows.addWidget(self._desk)
        self._made = PapersMade(self.bridge, card)
        card.rows.addWidget(self._made)
        # Another thing than the paper of these answers: it comes last.
        blank = LinkButton(say("papers.blank.link"), "printer", card)
        blank.clicked.connect(self.blank_wanted)
        card.rows.addWidget(blank)
        self.rows.addWidget(card)
        return card

    def _refresh_fields(self) -> None:
        session = self.bridge.session
        person = session.answers.person(STAFF)
        self._name.show_value(person.name)
        self._role.show_value(person.role)
        self._title.show_value(session.run.title)
        self._policy.setCurrentIndex(max(0, self._policy.findData(session.run.policy)))
        self._desk.refresh()

    def _put_person(self, **part: str) -> None:
        session = self.bridge.session
        session.person(STAFF, replace(session.answers.person(STAFF), **part))

    def _rename(self, title: str) -> None:
        self.bridge.session.rename(title)

    def _choose_policy(self) -> None:
        self.bridge.session.choose_policy(str(self._policy.currentData()))
        self.arrive()


def _lead(has_points: bool, has_gaps: bool) -> str:
    if has_points:
        return say("ui.outcome.lead")
    return say("ui.outcome.gaps" if has_gaps else "ui.outcome.nothing-open")
