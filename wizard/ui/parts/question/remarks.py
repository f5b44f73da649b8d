"""Remarks beside a journey: laws with their dates, and a policy that says little."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.notice import Notice
from wizard.ui.reading_order import laid_out
from wizard.words import say


class Remarks(QWidget):
    """What the paper will remark on with its date, told on screen as well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.75))
        self._shown: list[tuple[str, str, bool]] = []
        # With nothing to say it takes no room, not even that between two parts.
        self.hide()

    def tell(self, remarks: list[tuple[str, str, bool]]) -> None:
        """Show these in place of the last: title, text, and whether what it says has aged."""
        if remarks == self._shown:
            return
        self._shown = remarks
        for old in laid_out(self._rows):
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        for title, text, has_aged in remarks:
            notice = Notice(title, text, "warn" if has_aged else "info", self)
            self._rows.addWidget(notice)
            notice.show()
        self.setVisible(bool(remarks))


class SaysLittle(QWidget):
    """Says that the chosen policy leaves a journey nearly empty, and offers all five."""

    widened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        rows.addWidget(Notice(say("ui.little.title"), say("ui.little.text"), "info", self))
        self.button = LinkButton(say("ui.little.all"), "", self)
        self.button.clicked.connect(self.widened.emit)
        rows.addWidget(self.button)
