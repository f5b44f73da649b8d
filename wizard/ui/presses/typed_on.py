"""Words that somebody types on while a button or a list has the focus, as behind Tab in a table."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from wizard.ui.presses.first_heard import FirstHeard
from wizard.ui.presses.written import is_written

PRESSES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Keys that press a button, and stand between words and behind them."""

_POINTED = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class TypedOn(FirstHeard):
    """Keeps the blanks between words from the button: nobody who types presses it.

    The first blank of the next risk removed the one just written, or said that a plan was done.
    Of what is picked from a list, figures among the words pick none.  However long somebody
    looks up from the keys, they type on: until they go elsewhere, by Escape or the mouse, too, or
    press three times behind one letter alone: nothing tells who touched it that it counts.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._typed = ""
        # A hold on it would outlive a page, or a lock.
        self._at: ref[QWidget] | None = None

    def keeps_off(self, event: QEvent) -> bool:
        """Keep what presses a button off, and figures off a list, behind a letter for neither."""
        if event.type() in _POINTED:
            self._typed = ""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._typed = ""
        focus: QWidget | None = self.window.focusWidget()
        if self._at is None or self._at() is not focus:
            self._typed, self._at = "", ref(focus) if focus is not None else None
        if not isinstance(focus, (QAbstractButton, QComboBox)):
            return False
        if event.key() in PRESSES:
            return self._typed_between(event)
        # Behind a figure that no answer has, the next may pick one.
        return event.text().isdigit() and not (self._typed.strip() or "0").isdigit()

    def _typed_between(self, event: QKeyEvent) -> bool:
        """Say whether a blank stands among words.  One letter and three in a row are none."""
        if self._typed and not event.isAutoRepeat():
            is_slip = self._typed[1:] == "  "
            self._typed = "" if is_slip else f"{self._typed} "
        return bool(self._typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know of each letter that no part took: a figure that picks an answer is none."""
        if watched is self.window and isinstance(event, QKeyEvent) and is_written(event):
            # Which letter it was would stay in memory behind a lock.
            self._typed += "1" if event.text().isdigit() else "a"
        return super().eventFilter(watched, event)
