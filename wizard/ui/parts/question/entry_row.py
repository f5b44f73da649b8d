"""One line of a sheet that was filled in with a pen, to be typed up: number, answer, note."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.model.answers import Answer
from wizard.model.question import AnswerKind, Choice, Question
from wizard.ui import accessible, theme
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.question.risk_rows import RiskRows
from wizard.ui.parts.text import Body, Number, Small
from wizard.ui.parts.writing.fields import LineField, TextField
from wizard.ui.parts.writing.half_read import DayField, HalfRead, ReadLine
from wizard.words import say

ROOMY = 1.6
"""The scale of text from which a note stands below the answer, not beside it."""

SHORT = 48
"""Letters of all choices together that are read in one line."""

RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Editor = LineField | TextField | ReadLine | RiskRows


class EntryRow(QWidget):
    """``answered`` gives a value, ``noted`` a note, ``unread`` words that can be no answer.

    ``done`` asks for the next line: none comes by itself, as who has their eyes on the paper
    would press Return there, and be a line further.

    An answer to pick is typed by its number, counted from the left or the top of the sheet.
    """

    answered = Signal(object)
    noted = Signal(str)
    unread = Signal(str)
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
        self._means = Small(parent=fields)
        self._is_shown = Small(say("papers.entry.note-shown"), fields)
        self._is_shown.hide()
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
        right.addWidget(self._is_shown)
        # What a number means, or that there is none, stands below the number itself.
        under = right if beside_it else typed
        self._means.hide()
        under.insertWidget(1, self._means)
        if isinstance(self._editor, PickField):
            under.insertWidget(2, self._editor.warning)
        right.addStretch(1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed for it."""
        editor = self._editor.line if isinstance(self._editor, ReadLine) else self._editor
        if isinstance(editor, TextField):
            return not editor.toPlainText()
        return not (editor.text() if isinstance(editor, LineField) else "")

    def show_answer(self, answer: Answer) -> None:
        """Show what is kept."""
        if self._note is not None:
            self._note.show_value(answer.note)
            self._is_shown.setVisible(answer.show_note)
        if isinstance(self._editor, RiskRows):
            self._editor.show_value(answer.value)
        elif not self.question.kind.has_choices:
            self._editor.show_value(answer.value if isinstance(answer.value, str) else "")
        else:
            choices = enumerate(self.question.choices, 1)
            places = " ".join(str(at) for at, one in choices if one.id in answer.chosen)
            self._editor.show_value(places)
            self._say(places)

    def focus(self) -> None:
        """Take the focus, ready to type.

        A number is typed over the one that stands there; words are not.
        """
        editor = self._editor
        field = editor.line if isinstance(editor, ReadLine) else editor
        field.setFocus()
        if isinstance(editor, PickField) and not editor.is_unread:
            editor.line.selectAll()
        elif isinstance(field, LineField):
            field.end(False)

    def flush(self) -> None:
        """Tell now what has been typed and not told yet."""
        self._editor.flush()
        if self._note is not None:
            self._note.flush()

    def _make_editor(self, parent: QWidget) -> Editor:
        question = self.question
        name = say("ui.question.name", line=self._line, question=question.text)
        editor: Editor
        if question.kind is AnswerKind.RISKS:
            editor = RiskRows(parent)
        elif question.kind is AnswerKind.TEXT:
            editor = self._make_text(name, parent)
        elif question.kind is AnswerKind.DATE or question.kind.has_choices:
            editor = self._make_read_line(name, parent)
        else:
            editor = LineField(name, parent)
            editor.returnPressed.connect(self.done.emit)
        if isinstance(editor, HalfRead):
            editor.about = question.id
        editor.told.connect(self._pick if question.kind.has_choices else self.answered.emit)
        return editor

    def _make_read_line(self, name: str, parent: QWidget) -> ReadLine:
        question = self.question
        line: ReadLine
        if question.kind is AnswerKind.DATE:
            line = DayField(name, parent)
        else:
            several = question.kind is AnswerKind.SEVERAL
            line = PickField(name, question.choices, several, parent)
        line.returned.connect(self.done.emit)
        line.unread.connect(self._give_up)
        return line

    def _make_text(self, name: str, parent: QWidget) -> TextField:
        text = TextField(name, 1, parent)
        text.installEventFilter(self)
        return text

    def eventFilter(self, _text: QObject, event: QEvent) -> bool:
        """Go to the next line by Return from words, too: its number stood behind them."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        # With Shift it breaks the line.
        is_on = event.key() in RETURNS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if is_on:
            self.done.emit()
        return is_on

    def _make_note(self, parent: QWidget) -> TextField:
        name = say("papers.entry.note", line=self._line)
        note = self._make_text(name, parent)
        note.setPlaceholderText(say("papers.entry.note-short"))
        note.told.connect(self.noted.emit)
        return note

    def _give_up(self, typed: str) -> None:
        if self._note is not None:
            self._note.flush()
        self.unread.emit(typed)

    def _pick(self, places: str) -> None:
        ids = tuple(self.question.choices[int(place) - 1].id for place in places.split())
        several = self.question.kind is AnswerKind.SEVERAL
        self.answered.emit(ids if several else "".join(ids))
        self._say(places)
        if ids:
            accessible.announce(self, self._means.text())

    def _say(self, places: str) -> None:
        chosen = (self.question.choices[int(place) - 1] for place in places.split())
        self._means.setText("; ".join(choice.text for choice in chosen))
        self._means.setVisible(bool(places))


class PickField(ReadLine):
    """The numbers of what is picked; ``told`` gives them in order, with blanks between."""

    def __init__(
        self, name: str, choices: tuple[Choice, ...], several: bool, parent: QWidget
    ) -> None:
        most = len(choices)

        def read(typed: str) -> str | None:
            if typed and not typed.strip():
                # Typed over a number that is selected, it would take the answer away.
                return self._kept
            places = picked(typed, most)
            is_one = places is not None and (several or len(places) <= 1)
            return " ".join(map(str, places or ())) if is_one else None

        super().__init__(name, read, say("papers.entry.no-such", most=most), parent)
        self.setMaximumWidth(theme.look().text(5))
        self.describe(numbered(choices))


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
