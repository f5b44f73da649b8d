"""Places to write: a line, a longer text that grows, a day.

Each keeps what is typed and tells it a moment after the typing stops, and at once when
the focus leaves; nothing typed waits for a button.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wizard.ui import accessible, days, icons, theme
from wizard.ui.parts.text import Small, Warn
from wizard.words import say

PAUSE = 700
"""Milliseconds without a key after which what was typed is told."""


class LineField(QLineEdit):
    """One line.  ``told`` gives the words when they have changed."""

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(500)
        self._last = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self.flush)

    def show_value(self, text: str) -> None:
        """Show words without telling them; what is being typed is left alone."""
        self._last = text
        if self.text() != text and not self._pause.isActive():
            self.setText(text)

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.told.emit(self._last)


class TextField(QPlainTextEdit):
    """Several lines that grow with what is written.  ``told`` gives the words."""

    told = Signal(str)

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines, self._last = lines, ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def show_value(self, text: str) -> None:
        """Show words without telling them; what is being typed is left alone."""
        self._last = text
        if self.toPlainText() != text and not self._pause.isActive():
            self.setPlainText(text)
            self._pause.stop()

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._last:
            self._last = text
            self.told.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it tells what was written."""
        super().focusOutEvent(event)
        self.flush()

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
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + look.gap(1.75))


class DayField(QWidget):
    """A day, written as people write it; ``told`` gives it as ISO, or empty.

    What can not be read stays as typed, and a line beneath says how to write it.
    """

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        self.line = LineField(name, self)
        self.line.setPlaceholderText(say("ui.day.example"))
        self.line.setMaximumWidth(theme.look().text(17))
        self.line.told.connect(self._read)
        self.warning = Warn(parent=self)
        self.warning.hide()
        rows.addWidget(self.line)
        rows.addWidget(self.warning)

    def show_value(self, iso: str) -> None:
        """Show a kept day in words; what could not be read is left as typed."""
        if iso or not self.warning.isVisibleTo(self):
            self.line.show_value(days.spoken(iso))

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        self.line.flush()

    def _read(self, text: str) -> None:
        day = days.read(text)
        wrong = bool(text.strip()) and day is None
        self.warning.setText(say("ui.day.unreadable") if wrong else "")
        self.warning.setVisible(wrong)
        self.line.setAccessibleDescription(self.warning.text())
        if wrong:
            accessible.announce(self.line, self.warning.text())
            return
        self.told.emit(day.isoformat() if day else "")
        if day:
            self.line.show_value(days.spoken(day.isoformat()))


class Picker(QComboBox):
    """One of a few things, chosen from a list that opens.

    The wheel scrolls the page and never changes what was picked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow too, which a style sheet's border takes away."""
        super().paintEvent(event)
        size = theme.look().text(1.125)
        colour = theme.look().colours.ink
        arrow = icons.pixmap("chevron-down", colour, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - size - size // 2, (self.height() - size) // 2, arrow)
        painter.end()


class Labelled(QWidget):
    """A small label above a field; pressing its access key goes to the field."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        words = Small(label, self)
        # A day is a line with its warning: the label belongs to the line.
        words.setBuddy(field.line if isinstance(field, DayField) else field)
        rows.addWidget(words)
        rows.addWidget(field)
