"""Places to write: a line, a longer text that grows.

Each keeps what is typed and tells it a moment after the typing stops, and at once when
the focus leaves; nothing typed waits for a button.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from wizard.model.answers import LINE_LETTERS
from wizard.ui import theme
from wizard.ui.parts import selecting
from wizard.ui.parts.text import Small
from wizard.ui.parts.writing import dropped, letters, own_keys
from wizard.ui.parts.writing.coming_in import ComingIn
from wizard.ui.parts.writing.overflow import Overflow
from wizard.ui.parts.writing.typing_pause import TypingPause
from wizard.ui.parts.writing.underlined import Underlined

INSET, RING = 2, 2
"""Between a line's padding and its words, as Qt has it, and the focus's ring; in pixels."""


class LineField(ComingIn, QLineEdit):
    """One line.  ``told`` gives the words when they have changed.

    ``only_whole`` words, as a day, are not told before the typing stops.  What does not fit
    is left out, or not taken where it is dropped, and said beneath.
    """

    told = Signal(str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, only_whole: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        own_keys.keep_to_itself(self)
        self._last = self._stood = ""
        self._underlined = Underlined(self, self.insert)
        self._shown = ("", "")
        self._is_whole = only_whole
        self._overflow = Overflow(self)
        self._pause = TypingPause(self, is_long=only_whole)
        self._pause.timeout.connect(self.flush)
        # Not ``textEdited``: who speaks to the computer writes without a key.
        self.textChanged.connect(self._take_in)
        self.editingFinished.connect(self.flush)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z only where nobody else keeps its words, while there are some to take back."""
        has_own = self.isUndoAvailable, self.isRedoAvailable
        return own_keys.is_for_the_window(self, event, *has_own) or super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what a line has to do by itself."""
        own_keys.offer(self, self.createStandardContextMenu(), event.globalPos())

    def text(self) -> str:
        """Return what stands there, as it is seen: Qt shows a break as a blank and keeps it."""
        return super().text().translate(letters.BREAKS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was underlined until now."""
        self._underlined.leave()
        super().focusOutEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a copy of what fits whole; of what does not, nothing."""
        if letters.places(event.mimeData().text()) <= self._room():
            self._overflow.clear()
            super().dropEvent(event)
            dropped.copy_only(event)
            return
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.ignore()
        # The mark of where it would have fallen goes as if it had not fallen.
        self.dragLeaveEvent(QDragLeaveEvent())
        self._overflow.tell("dropped")

    def show_value(self, text: str) -> None:
        """Show words without telling them; what is being typed is left alone."""
        if self.is_at_hand or self.text() == text:
            self._last = text
        elif self._shown != (text, self.text()):
            # What is longer is not cut by being shown.
            self.setMaxLength(max(self.maxLength(), letters.places(text)))
            self._last, stood = text, self.text()
            self.setText(text)
            self._pause.end()
            # It may hold some letters otherwise: nobody typed that.
            self._last = self.text()
            self._shown = (text, self._last)
            # Whoever writes goes on where it changed; what is longer than the field is read
            # from its beginning.
            place = letters.places(letters.up_to_new(text, stood))
            self.setCursorPosition(place if self.hasFocus() else 0)

    def _room(self) -> int:
        """Return how many letters more, as Qt counts them, fit."""
        return max(LINE_LETTERS, letters.places(self._last)) - letters.places(self.text())

    def _take_in(self, text: str) -> None:
        # Qt's own limit cuts without a word what a voice control or a screen reader sets.
        over = letters.places(text) - max(LINE_LETTERS, letters.places(self._last))
        # A letter beyond Qt's first plane has two places, and is one letter in a file.
        more = len(text) - max(LINE_LETTERS, len(self._last))
        if over > 0 or more > 0:
            new = letters.up_to_new(text, self._stood)
            if self.isUndoAvailable():
                # Somebody typed or pasted, and stands behind it.
                new = letters.before(text, self.cursorPosition())
            kept = letters.without_last(new, max(0, over))[: len(new) - max(0, more)]
            self.setText(kept + text[len(new) :])
            self.setCursorPosition(letters.places(kept))
            self._overflow.tell("full")
            return
        if self._room() > 0:
            self._overflow.clear()
        self._stood = text
        self._pause.typed()

    def flush(self) -> None:
        """Tell now what has not been told yet, as it is shown: with what is still composed.

        What counts only as a whole waits until nothing of it is composed any more.
        """
        if self.composed and self._is_whole:
            self._pause.stop()
            return
        self._pause.end()
        composed = self.composed[: max(0, self._room())]
        self._underlined.tell()
        words = letters.shown(self.text(), self.cursorPosition(), composed)
        if words != self._last:
            self._last = words
            self.told.emit(words)


class TextField(ComingIn, QPlainTextEdit):
    """Several lines that grow with what is written.  ``told`` gives the words."""

    told = Signal(str)

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        own_keys.keep_to_itself(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Its words begin where those of a line do.
        self.document().setDocumentMargin(INSET)
        # That would be the first thing to take back.
        self.document().clearUndoRedoStacks()
        self._lines, self._last, self._shown = lines, "", ("", "")
        self._underlined = Underlined(self, self.insertPlainText)
        self._pause = TypingPause(self)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.typed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z only where nobody else keeps its words, while there are some to take back."""
        has_own = self.document().isUndoAvailable, self.document().isRedoAvailable
        return own_keys.is_for_the_window(self, event, *has_own) or super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what a text has to do by itself."""
        own_keys.offer(self, self.createStandardContextMenu(), event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select anew, and drag nothing."""
        selecting.let_go(self, event)
        super().mousePressEvent(event)

    def show_value(self, text: str) -> None:
        """Show words without telling them; what is being typed is left alone."""
        if self.is_at_hand or self.toPlainText() == text:
            self._last = text
        elif self._shown != (text, self.toPlainText()):
            stood = self.toPlainText()
            self.setPlainText(text)
            self._pause.end()
            # It holds some blanks otherwise: nobody typed that.
            self._last = self.toPlainText()
            self._shown = (text, self._last)
            if self.hasFocus():
                cursor = self.textCursor()
                cursor.setPosition(letters.places(letters.up_to_new(self._last, stood)))
                self.setTextCursor(cursor)

    def flush(self) -> None:
        """Tell now what has not been told yet, as it is shown: with what is still composed."""
        self._pause.end()
        self._underlined.tell()
        text = letters.shown(self.toPlainText(), self.textCursor().position(), self.composed)
        if text != self._last:
            self._last = text
            self.told.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it tells what was written."""
        super().focusOutEvent(event)
        self._underlined.leave()
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where a narrower field needs more lines; the document does not tell that."""
        super().resizeEvent(event)
        self._grow()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a copy of the words."""
        super().dropEvent(event)
        dropped.copy_only(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words only, whatever was copied."""
        self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """Return the size that its lines need."""
        return QSize(theme.look().text(20), self.height())

    def _grow(self) -> None:
        look = theme.look()
        self.ensurePolished()
        lines = max(self._lines, int(self.document().size().height()))
        self.setFixedHeight(
            lines * self.fontMetrics().lineSpacing() + look.gap(1) + 2 * (INSET + RING)
        )


def beside(words: str, more: str) -> str:
    """Return what was written, with something added to it."""
    return " – ".join(part for part in (words, more) if part)


class Labelled(QWidget):
    """A small label above a field; pressing its access key goes to the field."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        self.words = Small(label, self)
        # A day is a line with its warning: the label belongs to the line.
        self.words.setBuddy(field.findChild(LineField) or field)
        rows.addWidget(self.words)
        rows.addWidget(field)
        # Beside something higher the label stays at the top, as its neighbour's does.
        rows.addStretch(1)
