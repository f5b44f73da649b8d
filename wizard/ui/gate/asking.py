"""A field for the passphrase in the middle of the window: Return or the button tries it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.errors import InputFault, StoreBusy, StoreLocked
from wizard.ui import accessible, theme
from wizard.ui.mistake import in_words
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.text import Strong, Warn
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.secret_field import WAITS, SecretField
from wizard.ui.shell.stage import Stage
from wizard.words import say

EVERY = 30
"""Milliseconds between two looks at whether it was the right one."""


class Asking(QWidget):
    """``unlocked`` tells that ``opens`` took what was typed."""

    unlocked = Signal()

    def __init__(
        self, lead: str, opens: Callable[[str], Future[None]], parent: QWidget | None,
        *, whose: str = "",
    ) -> None:  # fmt: skip
        """``whose`` stands above the field, where it is to be said whose answers these are."""
        super().__init__(parent)
        self._opens = opens
        self._trying: Future[None] | None = None
        self._since = QElapsedTimer()
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
        self.field = SecretField(say("ui.lock.field"), column)
        self.field.returnPressed.connect(self._try)
        self._asked = Labelled(say("ui.lock.field"), self.field, column)
        rows.addWidget(self._asked)
        self._wrong = Warn(parent=column)
        self._wrong.hide()
        rows.addWidget(self._wrong)
        button = PrimaryButton(say("ui.lock.open"), "", column)
        button.clicked.connect(self._try)
        rows.addWidget(button)
        rows.addStretch(1)
        self._stage.take_in(column)
        self._stage.show_page(column)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Put the focus where the passphrase is written, in sight in large letters too."""
        self.field.setFocus()
        self._stage.bring(self._asked)

    def _try(self) -> None:
        if self._trying is None and self.field.text():
            # A second wrong one would look as if nothing had been tried.
            self._wrong.hide()
            self._trying = self._opens(self.field.text())
            self._since.start()
            self._timer.start()

    def _look(self) -> None:
        trying = self._trying
        if trying is None or not (trying.done() or self._since.hasExpired(WAITS)):
            return
        self.give_up()
        problem = trying.exception() if trying.done() else StoreBusy(say("ui.lock.late"))
        if problem is None:
            self.unlocked.emit()
            return
        self.tell(in_words(problem))
        if isinstance(problem, InputFault) or (
            isinstance(problem, StoreLocked) and not problem.wait
        ):
            self.field.selectAll()
        else:
            # The right one may have to wait, or find a disk that is out: whoever goes meanwhile
            # leaves it for the next.
            self.field.clear()

    def give_up(self) -> None:
        """Wait no more for what is being tried."""
        self._timer.stop()
        self._trying = None

    def tell(self, sentence: str) -> None:
        """Say what is wrong, below the field."""
        self._wrong.setText(sentence)
        self._wrong.show()
        self._stage.bring(self._wrong)
        accessible.announce(self, self._wrong.text())
