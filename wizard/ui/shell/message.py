"""A line above the footer for what went wrong; it stays until it is put away."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.ui import accessible, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.notice import Notice
from wizard.ui.shell.below import Below
from wizard.words import say


class Message(Below):
    """One sentence and a button to put it away; nothing is blocked meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column
        row = QHBoxLayout(column)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.look().gap(1))
        self._notice = Notice(say("ui.message.title"), "", "warn", column)
        row.addWidget(self._notice, 1)
        away = LinkButton(say("ui.message.away"), "x", column)
        away.clicked.connect(self.hide)
        row.addWidget(away)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._notice.words.setText(sentence)
        self.show()
        accessible.announce(self, sentence)
