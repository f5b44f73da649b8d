"""The points of a question: those of the policy chosen, and those of the others."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.desk.reading import on_screen
from wizard.model.question import Question
from wizard.session import Session
from wizard.ui.parts.text import Points, bullets


class OwnPoints(Points):
    """What the policy chosen says, in sight above the answers; hidden where it says nothing.

    Whoever is in a hurry reads the rules of their own school, and then the answers.
    """

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._session, self._question = session, question
        self.refresh()

    def refresh(self) -> None:
        """Say what holds by the policy chosen now."""
        own, _others = points(self._session, self._question)
        self.setText(bullets(own))
        self.setVisible(bool(own))


class OtherPoints(Points):
    """What other policies say, to be folded away below the answers."""

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._session, self._question = session, question
        self.refresh()

    def refresh(self) -> None:
        """Say what does not hold by the policy chosen now."""
        _own, others = points(self._session, self._question)
        self.setText(bullets(others))
        # What is unfolded is read out at once.
        self.setAccessibleName(self.text())


def points(session: Session, question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the policy chosen says to a question, and what the others say."""
    return on_screen.points(session.pack, question, session.run.policy)
