"""What SLT decided about a self-assessment, and the way to put it down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.paper.decisions import sentence
from wizard.model.decision import Decision
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Small, Strong
from wizard.words import say


class DecisionsCard(Card):
    """Each decision with the paper it stands on; ``wanted`` asks for the page to record one."""

    wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(say("papers.decide.title"), parent)
        self._bridge = bridge
        self.rows.addWidget(SectionTitle(say("papers.decide.title"), self))
        self._lead = Quiet(say("papers.decide.lead"), self)
        self.rows.addWidget(self._lead)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.look().gap(0.75))
        self.rows.addLayout(self._list)
        # Who goes on answering must not take what they change for approved, too.
        self._then = Small(say("papers.decided.then"), self)
        self._then.hide()
        self.rows.addWidget(self._then)
        self._shown: tuple[Decision, ...] = ()
        self._lines: list[QWidget] = []
        button = PlainButton(say("papers.decide.record"), "pencil", self)
        button.clicked.connect(self.wanted)
        self.rows.addWidget(button)

    def arrive(self) -> None:
        """Ask what was decided; it is shown when the answer comes."""
        bridge = self._bridge
        bridge.when_done(bridge.desk.decisions.list(bridge.session.run.id), self._show)

    def _show(self, decided: tuple[Decision, ...]) -> None:
        if not isValid(self) or decided == self._shown:
            return
        self._shown = decided
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in decided]
        for line in self._lines:
            self._list.addWidget(line)
            line.show()
        self._lead.setVisible(not decided)
        self._then.setVisible(bool(decided))

    def _line(self, decision: Decision) -> QWidget:
        line = QWidget(self)
        rows = QVBoxLayout(line)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.125))
        rows.addWidget(Strong(sentence(decision), line))
        if decision.conditions:
            rows.addWidget(Body(say("papers.decide.given", text=decision.conditions), line))
        mark = say("papers.mark", reference=decision.reference, fingerprint=decision.fingerprint)
        rows.addWidget(Small(mark, line))
        return line
