"""One open point of the outcome: what to do or ask, and who does it by when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.model.answers import LINE_LETTERS, Action
from wizard.model.finding import Finding
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.status_tag import StatusTag
from wizard.ui.parts.text import Number, QuestionText, Quiet
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.parts.writing.fields import Labelled, LineField, beside
from wizard.ui.parts.writing.half_read import DayField
from wizard.words import say


class OpenPoint(Card):
    """A card; ``wanted`` asks for its question."""

    wanted = Signal(str)

    def __init__(
        self, bridge: Bridge, finding: Finding, number: int, parent: QWidget | None = None
    ) -> None:
        said = finding.advice or finding.question.text
        super().__init__(said, parent)
        look = theme.look()
        self._bridge, self._key = bridge, finding.question.id
        is_large = look.is_large
        tag = StatusTag(finding.status, parent=self)
        head = QHBoxLayout()
        head.setSpacing(look.gap(0.75) if is_large else 0)
        mark = Number(str(number), self)
        indent = 0 if is_large else look.text(2.25)
        mark.setMinimumWidth(indent)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QuestionText(said, self)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(words, 1)
        if is_large:
            # Beside very large letters it would leave no room for the words.
            self.rows.addWidget(tag)
        else:
            head.addSpacing(look.gap(0.75))
            head.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(indent, 0, 0, 0)
        inner.setSpacing(look.gap(0.5))
        self.rows.addLayout(inner)
        inner.addWidget(Quiet(self._about(finding), self))
        fields = QWidget(self)
        # Where nothing may be written down, nobody is asked to plan it here either.
        fields.setVisible(finding.question.note)
        columns = Columns(look.text(13), look.gap(1))
        fields.setLayout(columns)
        which = say("ui.question.number", line=finding.line)
        self._who = LineField(f"{say('ui.outcome.who')}, {which}", fields)
        self._by = DayField(f"{say('ui.outcome.by')}, {which}", fields)
        self._by.about = self._key
        columns.addWidget(Labelled(say("ui.outcome.who"), self._who, fields))
        columns.addWidget(Labelled(say("ui.outcome.by"), self._by, fields))
        self._done = CheckChoice(say("ui.outcome.done"), self)
        self._done.setVisible(finding.question.note)
        self._done.setAccessibleDescription(said)
        inner.addSpacing(look.gap(0.25))
        inner.addWidget(fields)
        below = FlowRow(look.gap(1))
        below.addWidget(self._done)
        link = LinkButton(say("ui.outcome.question", line=finding.line), "arrow-right", self)
        link.clicked.connect(lambda: self.wanted.emit(self._key))
        below.addWidget(link)
        inner.addLayout(below)
        self.refresh()
        self._who.told.connect(lambda who: self._plan(who=who))
        self._by.unread.connect(self._keep_words)
        self._by.told.connect(lambda by: self._plan(by=by))
        self._done.toggled.connect(lambda done: self._plan(done=done))

    def refresh(self) -> None:
        """Show the plan as it is kept."""
        action = self._action()
        self._who.show_value(action.who)
        self._by.show_value(action.by)
        self._done.show_ticked(action.done)

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        self._who.flush()
        self._by.flush()

    def _keep_words(self, by: str) -> None:
        """Put what was typed as a day, and is none, to who does it, or where that is full aside."""
        self._who.flush()
        who = beside(self._action().who, by)
        if len(who) <= LINE_LETTERS:
            self._plan(who=who)
        else:
            self._bridge.session.keep_words(self._key, by)

    def _action(self) -> Action:
        return self._bridge.session.answers.action(self._key)

    def _plan(self, **part: str | bool) -> None:
        self._bridge.session.plan(self._key, replace(self._action(), **part))  # type: ignore[arg-type]

    def _about(self, finding: Finding) -> str:
        parts = [say("ui.outcome.line", line=finding.line), self._weight(finding)]
        if who := self._bridge.who(finding.who):
            parts.append(say("ui.outcome.decides", who=who))
        return " · ".join(parts)

    def _weight(self, finding: Finding) -> str:
        severity = finding.severity
        if not severity.in_policy:
            return say("paper.good-practice.long")
        known = self._bridge.session.pack.policies
        names = ", ".join(known[policy].name for policy in severity.policies if policy in known)
        strength = say(f"paper.strength.{severity.strength.value}")
        return say("paper.strength", policy=names, strength=strength) if names else strength
