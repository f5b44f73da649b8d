"""What a question is answered with: choices, a line, a text, a day or risks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from wizard.model.answers import Value
from wizard.model.question import AnswerKind, Question
from wizard.session import Session
from wizard.ui.parts.question.risk_rows import RiskRows
from wizard.ui.parts.writing.choices import ChoicesAnswer
from wizard.ui.parts.writing.fields import LineField, TextField
from wizard.ui.parts.writing.half_read import DayField, HalfRead

LINES = 3
"""How high a text begins, in lines."""

Editor = ChoicesAnswer | LineField | TextField | DayField | RiskRows


def make_editor(
    question: Question,
    session: Session,
    pick: Callable[[str | tuple[str, ...]], None],
    keep_words: Callable[[str], None],
    parent: QWidget,
) -> Editor:
    """Return what a question is answered with; it tells the session.

    ``pick`` hears of a choice that was picked, ``keep_words`` of what was typed as a day and
    is none.
    """
    if question.kind.has_choices:
        several = question.kind is AnswerKind.SEVERAL
        choices = ChoicesAnswer(question.choices, several, question.text, parent)
        choices.picked.connect(pick)
        return choices
    made: LineField | TextField | DayField | RiskRows
    if question.kind is AnswerKind.DATE:
        made = DayField(question.text, parent)
        made.unread.connect(keep_words)
    elif question.kind is AnswerKind.RISKS:
        made = RiskRows(parent)
    elif question.kind is AnswerKind.TEXT:
        made = TextField(question.text, LINES, parent)
    else:
        made = LineField(question.text, parent)
    if isinstance(made, HalfRead):
        made.about = question.id
    made.told.connect(lambda value: session.answer(question.id, value))
    return made


def show_value(editor: Editor, value: Value) -> None:
    """Show what the session has as the answer."""
    if isinstance(editor, ChoicesAnswer | RiskRows):
        editor.show_value(value)
    else:
        editor.show_value(value if isinstance(value, str) else "")
