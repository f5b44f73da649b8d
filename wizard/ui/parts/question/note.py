"""The note under a question: private unless its box is ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wizard.model.answers import Answer
from wizard.ui import theme
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.parts.writing.fields import Labelled, TextField
from wizard.ui.presses.written import is_written
from wizard.words import say

_GONE_TO = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Ways to a box.  Who comes back to the window, or from a page beside, is where they were."""


class Note(QWidget):
    """A text and a box.  ``told`` gives the words, ``shown`` whether SLT may read them.

    There is no box where SLT never sees anything of the question.
    """

    told = Signal(str)
    shown = Signal(bool)

    def __init__(
        self, line: str, parent: QWidget | None = None, *, may_be_shown: bool = True
    ) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.5))
        self.setAccessibleName(say("ui.note.name", line=line))
        self.text = TextField(say("ui.note.name", line=line), 2, self)
        self.text.told.connect(self.told)
        label = say("ui.note.label" if may_be_shown else "ui.note.label-own")
        rows.addWidget(Labelled(label, self.text, self))
        self.box = CheckChoice(say("ui.note.show"), self)
        self.box.setAccessibleDescription(say("ui.note.name", line=line))
        self.box.toggled.connect(self.shown)
        self.box.installEventFilter(self)
        self._writes_on = self._blank_ticked = False
        self.box.setVisible(may_be_shown)
        rows.addWidget(self.box)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Write on in the note where somebody types on behind Tab: the letters went nowhere.

        A tick that a blank among them has set is taken back, however long somebody thought behind
        it: SLT would come to see the note.  Nothing is ticked by it.
        """
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _GONE_TO:
            self._writes_on = event.reason() is Qt.FocusReason.TabFocusReason
            self._blank_ticked = False
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._blank_ticked = False
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Space:
            self._blank_ticked = not self.box.isChecked()
        if not (is_written(event) and (self._writes_on or self._blank_ticked)):
            return False
        if self._blank_ticked:
            self.box.setChecked(False)
        self.text.setFocus()
        # What was marked, to be copied, would go for the letter.
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        QApplication.sendEvent(self.text, event)
        return True

    def show_value(self, answer: Answer) -> None:
        """Show what is kept."""
        self.text.show_value(answer.note)
        self.box.show_ticked(answer.show_note)

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        self.text.flush()
