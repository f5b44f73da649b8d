"""A key pressed again at once, where the first press of it moved the focus to something else."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from wizard.ui.presses.first_heard import FirstHeard
from wizard.ui.presses.repeats import when
from wizard.ui.presses.typed_on import PRESSES


class SecondKey(FirstHeard):
    """Keeps it from the button or list that came: nobody who presses twice, or thrice, meant that.

    It answered the first question of a page that came, or showed SLT a note once the window was
    to be seen again.  Who goes on by another key, as by Tab, means what they press there; and a
    field has its keys as fast as they come.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        # A hold on it would outlive a page, or a lock.
        self._first: ref[QWidget] | None = None
        self._last: tuple[int, tuple[float, float]] = (0, (0, 0))
        # A page comes a moment late, and so do hands that wait for it.
        self._within = 2 * QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000

    def keeps_off(self, event: QEvent) -> bool:
        """Know what was pressed first, and keep what follows at once from all else."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._last = (0, (0, 0))
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        focus: QWidget | None = self.window.focusWidget()
        is_same = self._first is not None and self._first() is focus
        can_press = event.key() in PRESSES and isinstance(focus, (QAbstractButton, QComboBox))
        if self._goes_on(event) and can_press and not is_same:
            return True
        self._first = ref(focus) if focus is not None else None
        return False

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Say whether it is the key of the press before, no later than twice a double click."""
        (key, (told, heard)), now = self._last, when(event)
        self._last = event.key(), now
        # By the system's time, where that is known: a busy window hears late of both.
        since = now[0] - told if now[0] and told else now[1] - heard
        return event.key() == key and since <= self._within
