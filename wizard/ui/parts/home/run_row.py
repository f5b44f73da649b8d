"""One self-assessment on the home page: what it is, how far, and what can be done."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.desk.assessment.planning import planned
from wizard.model.run import Run, RunCard
from wizard.ui import days, theme
from wizard.ui.parts.buttons import LinkButton, PlainButton, PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.parts.text import Body, QuestionText, Quiet
from wizard.words import say

BESIDE = 30
"""The width from which the way in stands beside the words, in ems."""


class RunRow(Card):
    """A card with the way back in.  Removing asks first, in the same place.

    ``stays`` tells that somebody was asked and keeps it.
    """

    opened = Signal(str)
    copied = Signal(str)
    removed = Signal(str)
    stays = Signal()

    def __init__(
        self,
        run: RunCard,
        journey: str,
        begun: Container[str],
        is_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        """``begun`` has, at any time, the ids of those with a decision that is half written."""
        name = say("ui.run.name", journey=journey, title=run.title) if run.title else journey
        super().__init__(name, parent)
        self._run, self._name, self._begun = run, name, begun
        look = theme.look()
        top = FlowRow(look.gap(1.5))
        words = QWidget(self)
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.gap(0.125))
        inside.addWidget(QuestionText(name, words))
        self._state = Quiet(_state(run), words)
        inside.addWidget(self._state)
        self._decided = Quiet(parent=words)
        self._decided.hide()
        inside.addWidget(self._decided)
        row = QHBoxLayout()
        row.setSpacing(look.gap(1))
        row.addWidget(words, 1)
        self.rows.addLayout(row)
        made = PrimaryButton if is_first else PlainButton
        label = say("ui.run.look") if run.finished else say("ui.run.carry-on")
        go = made(label, "arrow-right" if not run.finished else "", self)
        go.setAccessibleName(f"{label}, {name}")
        go.clicked.connect(lambda: self.opened.emit(run.id))
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        self._head, self._go = row, go
        self._is_beside = True
        self._links = QWidget(self)
        self._links.setLayout(top)
        copy = LinkButton(say("ui.run.copy"), "", self._links)
        copy.setAccessibleName(f"{say('ui.run.copy')}, {name}")
        copy.clicked.connect(lambda: self.copied.emit(run.id))
        away = LinkButton(say("ui.run.remove"), "", self._links)
        away.setAccessibleName(f"{say('ui.run.remove')}, {name}")
        away.clicked.connect(self._ask)
        top.addWidget(copy)
        top.addWidget(away)
        self.rows.addWidget(self._links)
        self._ways = (go, copy, away)
        self._question: QWidget | None = None

    def tell_apart(self) -> None:
        """Call its buttons by how it stands, too: another one has the same name."""
        for way in self._ways:
            way.setAccessibleName(f"{way.accessibleName()}, {self._state.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the way in below the words where there is no room beside them."""
        super().resizeEvent(event)
        is_beside = self.width() >= theme.look().text(BESIDE)
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            (self.rows if is_beside else self._head).removeWidget(self._go)
            if is_beside:
                self._head.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
            else:
                left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
                self.rows.insertWidget(1, self._go, 0, left)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask anew after home was out of sight: a decision may have been begun meanwhile."""
        super().hideEvent(event)
        if self._question is not None and not event.spontaneous():
            self._question.hide()
            self._links.show()

    @property
    def run_id(self) -> str:
        """Which self-assessment it is."""
        return self._run.id

    @property
    def is_asking(self) -> bool:
        """Whether it asks if it shall be removed."""
        return self._question is not None and self._question.isVisible()

    @property
    def way_in(self) -> QWidget:
        """The button that opens it."""
        return self._go

    def show_planned(self, run: Run) -> bool:
        """Say what was put down to be done and is not ticked off.  False if nothing is."""
        plan = planned(run)
        if not plan.count:
            return False
        by = days.spoken(plan.first.isoformat()) if plan.first else ""
        key = "ui.run.planned-by" if by else "ui.run.planned"
        still = say(key, count=plan.count, date=by)
        self._state.setText(" ".join((_state(self._run), still)))
        return True

    def show_decided(self, sentence: str) -> None:
        """Say what SLT decided last, if anything; what was changed since is no part of it."""
        self._decided.setText(say("ui.run.decided", decision=sentence) if sentence else "")
        self._decided.setVisible(bool(sentence))

    def _ask(self) -> None:
        if self._question is None:
            self._question = self._make_question()
            self.rows.addWidget(self._question)
        self._goes_too.setVisible(self._run.id in self._begun)
        self._links.hide()
        self._question.show()
        self._keep.setFocus()
        from wizard.ui import sight

        sight.bring(self._question, self._keep)

    def _make_question(self) -> QWidget:
        asked = QWidget(self)
        inside = QVBoxLayout(asked)
        inside.setContentsMargins(0, 0, 0, 0)
        # Beside the buttons its words would be squeezed into a narrow column.
        inside.addWidget(Body(say("ui.run.sure"), asked))
        self._goes_too = Body(say("ui.run.sure-begun"), asked)
        inside.addWidget(self._goes_too)
        row = FlowRow(theme.look().gap(0.75))
        inside.addLayout(row)
        self._keep = PlainButton(say("ui.run.keep"), "", asked)
        self._keep.clicked.connect(self._leave)
        gone = ForGoodButton(say("ui.run.remove-now"), "trash-2", asked)
        gone.meant.connect(lambda: self.removed.emit(self._run.id))
        row.addWidget(self._keep)
        row.addWidget(gone)
        return asked

    def _leave(self) -> None:
        assert self._question is not None
        self._question.hide()
        self._links.show()
        self._go.setFocus()
        self.stays.emit()


def _state(run: RunCard) -> str:
    moment = (run.finished or run.changed).astimezone()
    day = days.spoken(moment.date().isoformat())
    if run.finished is not None:
        if gaps := run.asked - run.answered:
            return say("ui.run.finished-gaps", date=day, count=gaps)
        return say("ui.run.finished", date=day)
    time = f"{moment.hour}:{moment.minute:02}"
    key = "ui.run.state-all" if run.answered == run.asked else "ui.run.state"
    return say(key, answered=run.answered, asked=run.asked, date=day, time=time)
