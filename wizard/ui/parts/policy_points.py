"""The points of a question: those of the policy chosen, and folded away those of the others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk import reading
from wizard.model.question import Question
from wizard.session import Session
from wizard.ui import theme
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.text import Points
from wizard.words import say


class PolicyPoints(QWidget):
    """Bullets of the policy chosen, then a fold with those of others.

    Whoever is in a hurry reads the rules of their own school, and then the answers.
    """

    def __init__(
        self, session: Session, question: Question, about: str, parent: QWidget | None = None
    ) -> None:
        """``about`` tells this question's fold from those of the others on a page."""
        super().__init__(parent)
        self._session, self._question, self._about = session, question, about
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
            fold = FoldButton(say("ui.question.others"), self._about, new)
            rows.addWidget(fold)
            rows.addWidget(Folded(fold, lambda: _said(others), new))
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = new
        self._rows.addWidget(new)


def _said(points: Iterable[str]) -> Points:
    said = Points(points)
    # What is unfolded is read out at once.
    said.setAccessibleName(said.text())
    return said
