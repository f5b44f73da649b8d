"""Whether somebody goes by mouse: the arrow keys are meant for the page then, to read on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ByMouse(QObject):
    """Knows whether what it is installed on was pressed last, or gone to and picked by keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_so = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See how it is used; keep nothing off."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.is_so = True
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self.is_so = self.is_so and event.reason() not in BY_TAB
        elif isinstance(event, QKeyEvent):
            is_pick = event.key() == Qt.Key.Key_Space or event.text().isdigit()
            self.is_so = self.is_so and not is_pick
        return False
