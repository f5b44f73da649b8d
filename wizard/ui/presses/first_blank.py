"""A blank on a button that Tab has led to from words: it presses, or it begins the next word."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from shiboken6 import isValid

from wizard.ui.presses.held_key import MOVES
from wizard.ui.presses.written import writes

A_WORD = 600
"""Milliseconds within which a letter follows a blank, where 20 words are typed in a minute."""


class FirstBlank(QObject):
    """Waits with it until another key tells which it is, or ``A_WORD`` is over.

    Tab is pressed to indent, too, or by a slip: " and so on", typed behind it, recorded half a
    decision, or said that a plan was done.  What takes words or answers away asks, as a word may
    come later than anybody can wait for.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._blanks: list[QKeyEvent] = []
        # A hold on it would outlive a page, or a lock.
        self._on: ref[QWidget] | None = None
        self._is_led_on = False
        self._over = QTimer(self, singleShot=True, interval=A_WORD)
        self._over.timeout.connect(self.press)

    def waits_with(self, event: QKeyEvent) -> bool:
        """Say whether this is such a blank, or letting go of it."""
        kind = event.type()
        if _is_half(event):
            return False
        if self._blanks and event.key() == Qt.Key.Key_Space:
            if kind == QEvent.Type.ShortcutOverride:
                return False
            if not event.isAutoRepeat():
                self._blanks.append(event.clone())
            return True
        return kind == QEvent.Type.KeyPress and self._begins_with(event)

    def _begins_with(self, event: QKeyEvent) -> bool:
        focus: QWidget | None = self._window.focusWidget()
        was_led_on, self._is_led_on = self._is_led_on, False
        if event.key() in MOVES and focus is not None:
            # No key tells of words that were put in, or came by a voice.
            self._is_led_on = focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        is_button = isinstance(focus, (QAbstractButton, QComboBox))
        if focus is None or not (event.key() == Qt.Key.Key_Space and was_led_on and is_button):
            return False
        self._blanks, self._on = [event.clone()], ref(focus)
        self._show_down(True)
        self._over.start()
        return True

    def gives_way_to(self, event: QKeyEvent) -> bool:
        """End waiting, where a key says which it is; return whether the blank began words.

        What else a key does, as to go on, it does behind what the blank presses.
        """
        is_let_go = event.type() == QEvent.Type.KeyRelease
        if not self._blanks or is_let_go or _is_half(event) or event.key() == Qt.Key.Key_Space:
            return False
        if not (writes(event) or event.key() == Qt.Key.Key_Backspace):
            self.press()
            return False
        # Before it is pressed, Qt asks whether it shall do something else.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if not is_asked:
            self._end()
        return not is_asked

    def press(self) -> None:
        """Press what the blank was for, as the system did."""
        on = self._on
        for blank in self._end():
            # What the first of two has brought is not what the second was for.
            if on is not None and on() is self._window.focusWidget():
                QCoreApplication.sendEvent(self._window.windowHandle(), blank)

    def _end(self) -> list[QKeyEvent]:
        self._over.stop()
        self._show_down(False)
        blanks, self._blanks = self._blanks, []
        return blanks

    def _show_down(self, is_down: bool) -> None:
        """Show the button pressed while it waits, as ever."""
        button = self._on() if self._on is not None else None
        if isinstance(button, QAbstractButton) and isValid(button):
            button.setDown(is_down)


def _is_half(event: QKeyEvent) -> bool:
    """Say whether a key does nothing alone: capital letters and accents begin with one."""
    is_held = Qt.Key.Key_Shift <= event.key() <= Qt.Key.Key_ScrollLock
    return is_held or Qt.Key.Key_AltGr <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay
