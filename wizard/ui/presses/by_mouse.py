"""Whether somebody goes by mouse: the arrow keys are meant for the page then, to read on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QRadioButton, QWidget

from wizard.ui.presses.first_heard import FirstHeard

BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_POINTED = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel)
_PROPERTY = "goesByMouse"
"""Of the window: the page in it may be made anew, and whoever reads it is the same."""


class ByMouse(FirstHeard):
    """Knows whether the mouse was used last in a window, or keys that go to a part and pick.

    A page that comes has its focus on an answer, wherever it was pressed for; so has one whose
    answer was cleared.
    """

    def keeps_off(self, event: QEvent) -> bool:
        """See what is used; keep nothing off."""
        if event.type() in _POINTED:
            read_on(self.window)
        elif isinstance(event, QKeyEvent) and self._is_by_keys(event):
            self.window.setProperty(_PROPERTY, False)
        return False

    def _is_by_keys(self, event: QKeyEvent) -> bool:
        focus: QWidget | None = self.window.focusWidget()
        is_pick = event.key() == Qt.Key.Key_Space or event.text().isdigit()
        can_pick = isinstance(focus, (QAbstractButton, QComboBox))
        # On what is picked already a blank is meant to bring the next screenful.
        is_read = isinstance(focus, QRadioButton) and focus.isChecked()
        is_down = event.type() == QEvent.Type.KeyPress
        return is_down and (event.key() in _TABS or (is_pick and can_pick and not is_read))


def read_on(part: QWidget) -> None:
    """Let the arrows in the window of ``part`` scroll, and pick nothing, until Tab or a pick."""
    part.window().setProperty(_PROPERTY, True)


def reads_on(part: QWidget) -> bool:
    """Say whether the arrows in the window of ``part`` are meant for the page."""
    return bool(part.window().property(_PROPERTY))
