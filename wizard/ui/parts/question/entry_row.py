"""One line of a sheet that was filled in with a pen, to be typed up: number, answer, note."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.model.answers import Answer
from wizard.model.question import AnswerKind, Choice, Question
from wizard.ui import accessible, theme
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.question.risk_rows import RiskRows
from wizard.ui.parts.text import Body, Number, Small, Warn
from wizard.ui.parts.writing.fields import DayField, LineField, TextField, beside
from wizard.words import say

ROOMY = 1.6
"""The scale of text from which a note stands below the answer, not beside it."""

SHORT = 48
"""Letters of all choices together that are read in one line."""

Editor = LineField | TextField | DayField | RiskRows


class EntryRow(QWidget):
    """``answered`` gives a value, ``picked`` one that was pressed and not written.

    ``noted`` gives a note, ``done`` asks for the next line.

    An answer to pick is typed by its number, counted from the left or the top of the
    sheet; where one number is all there can be, the next line comes by itself.
    """

    answered = Signal(object)
    picked = Signal(object)
    noted = Signal(str)
    done = Signal()

    def __init__(self, line: str, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._line = line
        look = theme.look()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, look.gap(0.25), 0, look.gap(0.25))
        across.setSpacing(0)
        number = Number(line, self)
        number.setMinimumWidth(look.text(3.25))
        across.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        beside = QWidget(self)
        beside.setLayout(columns := Columns(look.text(17), look.gap(1)))
        across.addWidget(beside, 1)
        words, fields = QWidget(beside), QWidget(beside)
        columns.addWidget(words)
        columns.addWidget(fields)
        left, right = QVBoxLayout(words), QVBoxLayout(fields)
        for rows in (left, right):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(look.gap(0.25))
        left.addWidget(Body(question.text, words))
        if question.kind.has_choices:
            left.addWidget(Small(listed(question.choices), words))
        left.addStretch(1)
        self._editor = self._make_editor(fields)
        self._means, self._wrong = Small(parent=fields), Warn(parent=fields)
        self._note = self._make_note(fields) if question.note else None
        beside_it = question.kind.has_choices and look.scale < ROOMY
        typed = QHBoxLayout() if beside_it else QVBoxLayout()
        typed.setSpacing(look.gap(0.5))
        typed.addWidget(self._editor)
        if self._note is not None:
            typed.addWidget(self._note)
        if beside_it:
            typed.setAlignment(self._editor, Qt.AlignmentFlag.AlignTop)
            typed.addStretch(0 if self._note is not None else 1)
        right.addLayout(typed)
        # What a number means, or that there is none, stands below the number itself.
        under = right if beside_it else typed
        for place, told in enumerate((self._means, self._wrong), 1):
            told.hide()
            under.insertWidget(place, told)
        right.addStretch(1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed for it."""
        editor = self._editor.line if isinstance(self._editor, DayField) else self._editor
        if isinstance(editor, TextField):
            return not editor.toPlainText()
        return not (editor.text() if isinstance(editor, LineField) else "")

    def show_answer(self, answer: Answer) -> None:
        """Show what is kept."""
        if self._note is not None:
            self._note.show_value(answer.note)
        if isinstance(self._editor, RiskRows):
            self._editor.show_value(answer.value)
        elif not self.question.kind.has_choices:
            self._editor.show_value(answer.value if isinstance(answer.value, str) else "")
        elif isinstance(self._editor, LineField):
            places = [at for at, one in enumerate(self.question.choices, 1)
                      if one.id in answer.chosen]  # fmt: skip
            if picked(self._editor.text(), len(self.question.choices)) != tuple(places):
                self._editor.show_value(" ".join(map(str, places)))
            self._say(tuple(places))

    def focus(self) -> None:
        """Take the focus, ready to type."""
        field = self._editor.line if isinstance(self._editor, DayField) else self._editor
        field.setFocus()
        if isinstance(field, LineField):
            field.selectAll()

    def flush(self) -> None:
        """Tell now what has been typed and not told yet."""
        self._editor.flush()
        if self._note is not None:
            self._note.flush()

    def _make_editor(self, parent: QWidget) -> Editor:
        question = self.question
        name = say("ui.question.name", line=self._line, question=question.text)
        if question.kind is AnswerKind.RISKS:
            rows = RiskRows(parent)
            rows.told.connect(self.answered.emit)
            rows.picked.connect(self.picked.emit)
            return rows
        if question.kind is AnswerKind.DATE:
            day = DayField(name, parent)
            day.told.connect(self.answered.emit)
            day.unread.connect(self._note_beside)
            day.line.returnPressed.connect(self.done.emit)
            return day
        if question.kind is AnswerKind.TEXT:
            text = TextField(name, 1, parent)
            text.told.connect(self.answered.emit)
            return text
        field = LineField(name, parent)
        field.returnPressed.connect(self.done.emit)
        if not question.kind.has_choices:
            field.told.connect(self.answered.emit)
            return field
        field.setMaximumWidth(theme.look().text(5))
        field.setAccessibleDescription(numbered(question.choices))
        field.told.connect(self._pick)
        if question.kind is AnswerKind.ONE:
            field.textEdited.connect(self._pick_at_once)
        return field

    def _make_note(self, parent: QWidget) -> TextField:
        name = say("papers.entry.note", line=self._line)
        note = TextField(name, 1, parent)
        note.setPlaceholderText(say("papers.entry.note-short"))
        note.told.connect(self.noted.emit)
        return note

    def _note_beside(self, typed: str) -> None:
        """Keep in the note what was typed as a day and is none."""
        if self._note is not None:
            self.noted.emit(beside(self._note.toPlainText(), typed))

    def _pick_at_once(self, typed: str) -> None:
        """Take a number to which no further digit could be added, and go on."""
        places = picked(typed, len(self.question.choices))
        if places and len(places) == 1 and places[0] * 10 > len(self.question.choices):
            self._editor.flush()
            self.done.emit()

    def _pick(self, typed: str) -> None:
        choices = self.question.choices
        places = picked(typed, len(choices))
        if places is None or (len(places) > 1 and self.question.kind is AnswerKind.ONE):
            self._wrong.setText(say("papers.entry.no-such", most=len(choices)))
            self._wrong.show()
            accessible.announce(self, self._wrong.text())
            return
        self._say(places)
        ids = tuple(choices[place - 1].id for place in places)
        several = self.question.kind is AnswerKind.SEVERAL
        self.answered.emit(ids if several else "".join(ids))
        if ids:
            accessible.announce(self, self._means.text())

    def _say(self, places: tuple[int, ...]) -> None:
        words = "; ".join(self.question.choices[place - 1].text for place in places)
        self._means.setText(words)
        self._means.setVisible(bool(words))
        self._wrong.hide()


def numbered(choices: tuple[Choice, ...]) -> str:
    """Return the choices with the digits that pick them."""
    return "\u00a0·  ".join(f"{at}\u00a0{one.text}" for at, one in enumerate(choices, 1))


def listed(choices: tuple[Choice, ...]) -> str:
    """Return the choices as they are read: one a line, where they would not fit in one."""
    in_one = numbered(choices)
    if len(in_one) <= SHORT:
        return in_one
    return "\n".join(f"{at}  {one.text}" for at, one in enumerate(choices, 1))


def picked(typed: str, most: int) -> tuple[int, ...] | None:
    """Return the numbers in what was typed, in order and once each.

    Returns None where something else stands there, or a number there is not.
    """
    parts = [part for part in re.split(r"[\s,;.]+", typed) if part]
    if not all(part.isdecimal() and 1 <= int(part) <= most for part in parts):
        return None
    return tuple(sorted({int(part) for part in parts}))
