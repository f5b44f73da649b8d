"""A line above the footer for what went wrong; it stays until it is put away.

Where it is too high for that, it stands above the page and scrolls with it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import accessible, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.notice import Notice
from wizard.ui.shell.below import Below
from wizard.words import say

LARGE = 1.6
"""The scale of letters from which its button stands below the words."""


class Message(Below):
    """One sentence and a button to put it away; nothing is blocked meanwhile.

    ``told`` says that it has words that want room, before it is in sight.
    """

    told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column
        # Beside very large letters the button would only take room from the words.
        is_large = theme.look().scale >= LARGE
        row: QBoxLayout = QVBoxLayout(column) if is_large else QHBoxLayout(column)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.look().gap(1))
        self._notice = Notice(say("ui.message.title"), "", "warn", column)
        row.addWidget(self._notice, 1)
        away = LinkButton(say("ui.message.away"), "x", column)
        away.clicked.connect(self.hide)
        row.addWidget(away)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty where it was put away."""
        return "" if self.isHidden() else self._notice.words.text()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._notice.words.setText(sentence)
        self.told.emit()
        self.show()
        accessible.announce(self, sentence)
