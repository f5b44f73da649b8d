"""A field for what opens the answers: Return or a button tries it; what is wrong stands below."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wizard.errors import InputFault, StoreBusy, StoreLocked
from wizard.ui import accessible, theme
from wizard.ui.mistake import in_words
from wizard.ui.parts.text import Warn
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.secret_field import WAITS, SecretField
from wizard.words import say

EVERY = 30
"""Milliseconds between two looks at whether it was the right one."""


class Trying(QWidget):
    """``right`` tells that ``opens`` took what was typed, ``wrong`` that it says why not."""

    right = Signal()
    wrong = Signal()

    def __init__(
        self, opens: Callable[[str], Future[None]], button: QPushButton, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._opens = opens
        self._trying: Future[None] | None = None
        self._since = QElapsedTimer()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(1))
        self.field = SecretField(say("ui.lock.field"), self)
        self.field.returnPressed.connect(self._try)
        self.asked = Labelled(say("ui.lock.field"), self.field, self)
        self.says = Warn(parent=self)
        self.says.hide()
        button.clicked.connect(self._try)
        for part in (self.asked, self.says, button):
            rows.addWidget(part)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def give_up(self) -> None:
        """Wait no more for what is being tried."""
        self._timer.stop()
        self._trying = None

    def tell(self, sentence: str) -> None:
        """Say what is wrong, below the field."""
        self.says.setText(sentence)
        self.says.show()
        self.wrong.emit()
        accessible.announce(self, sentence)

    def _try(self) -> None:
        if self._trying is None and self.field.text():
            # A second wrong one would look as if nothing had been tried.
            self.says.hide()
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
            # What it led to may stand there on.
            self.field.clear()
            self.right.emit()
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
