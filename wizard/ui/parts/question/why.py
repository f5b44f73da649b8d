"""Why a question is asked: the reason, an example, and what holds at this school."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.reading import on_screen
from wizard.model.question import Question
from wizard.session import Session
from wizard.ui.parts.text import Body, Points
from wizard.words import say


class Why(QWidget):
    """What is folded beneath a question that says why it is asked."""

    def __init__(self, session: Session, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        if question.why:
            rows.addWidget(Body(question.why, self))
        if question.example:
            rows.addWidget(Body(say("ui.question.example", example=question.example), self))
        if question.facts:
            told = on_screen.facts(session.pack, question.facts, session.run.policy)
            rows.addWidget(Points(told, self))
        self.setAccessibleName(question.why or question.example)
