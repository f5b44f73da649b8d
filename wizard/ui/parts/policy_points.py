"""The points of a question: those of the policy chosen, and apart from them the others'."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk import reading
from wizard.model.question import Question
from wizard.session import Session
from wizard.ui import theme
from wizard.ui.parts.text import Points, Quiet
from wizard.words import say


class PolicyPoints(QWidget):
    """Bullets of the policy chosen, then under a line of their own those of others."""

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._question = session, question
        self._policy = ""
        self._inside: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.refresh()

    def refresh(self) -> None:
        """Draw them for the policy chosen now, unless they are."""
        policy = self._session.run.policy
        if policy == self._policy:
            return
        self._policy = policy
        own, others = reading.points(self._session.pack, self._question, policy)
        new = QWidget(self)
        rows = QVBoxLayout(new)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.5))
        if own:
            rows.addWidget(Points(own, new))
        if others:
            rows.addWidget(Quiet(say("ui.question.others"), new))
            rows.addWidget(Points(others, new))
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = new
        self._rows.addWidget(new)
