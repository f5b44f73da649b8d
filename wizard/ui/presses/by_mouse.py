"""Whether somebody goes by mouse: the arrow keys are meant for the page then, to read on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_PROPERTY = "goesByMouse"
"""Of the window: the page in it may be made anew, and whoever reads it is the same."""


class ByMouse(QObject):
    """Knows whether what it is installed on was pressed last, or gone to and picked by keys."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part

    @property
    def is_so(self) -> bool:
        """Whether the mouse was last used at anything of the kind in this window."""
        return bool(self._part.window().property(_PROPERTY))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See how it is used; keep nothing off."""
        is_tab = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in BY_TAB
        is_pick = isinstance(event, QKeyEvent) and (
            event.key() == Qt.Key.Key_Space or event.text().isdigit()
        )
        if event.type() == QEvent.Type.MouseButtonPress:
            self._part.window().setProperty(_PROPERTY, True)
        elif is_tab or is_pick:
            self._part.window().setProperty(_PROPERTY, False)
        return False
