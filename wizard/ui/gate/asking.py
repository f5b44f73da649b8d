"""A field for the passphrase in the middle of the window: Return or the button tries it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.text import Strong
from wizard.ui.parts.writing.trying import Trying
from wizard.ui.shell.stage import Stage
from wizard.words import say


class Asking(QWidget):
    """``unlocked`` tells that ``opens`` took what was typed."""

    unlocked = Signal()

    def __init__(
        self, lead: str, opens: Callable[[str], Future[None]], parent: QWidget | None,
        *, whose: str = "",
    ) -> None:  # fmt: skip
        """``whose`` stands above the field, where it is to be said whose answers these are."""
        super().__init__(parent)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        # Beside very large letters it is higher than a small screen.
        self._stage = Stage(self)
        across.addWidget(self._stage)
        column = Page(None, say("ui.lock.title"), lead)
        column.setMaximumWidth(theme.look().text(30))
        self.rows = rows = column.rows
        if whose:
            rows.addWidget(Strong(whose, column))
        self._trying = Trying(opens, PrimaryButton(say("ui.lock.open"), "", column), column)
        self._trying.right.connect(self.unlocked)
        self._trying.wrong.connect(lambda: self._stage.bring(self._trying.says))
        self.field = self._trying.field
        self.give_up, self.tell = self._trying.give_up, self._trying.tell
        rows.addWidget(self._trying)
        rows.addStretch(1)
        self._stage.take_in(column)
        self._stage.show_page(column)

    def begin(self) -> None:
        """Put the focus where the passphrase is written, in sight in large letters too."""
        self.field.setFocus()
        self._stage.bring(self._trying.asked)
