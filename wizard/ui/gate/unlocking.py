"""What the window shows while the answers are locked: one field, and nothing of anybody."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import name_of, people
from wizard.errors import InputFault, Problem, StoreLocked
from wizard.ui import accessible, theme
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import LinkButton, PrimaryButton
from wizard.ui.parts.text import Strong, Warn
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.secret_field import SecretField
from wizard.ui.shell.stage import Stage
from wizard.words import say

EVERY = 30
"""Milliseconds between two looks at whether it is open."""


class Unlocking(QWidget):
    """Return or the button tries; ``unlocked`` tells that it is open."""

    unlocked = Signal()
    somebody_else = Signal()

    def __init__(self, lock: Lock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = lock
        self._trying: Future[None] | None = None
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        # Beside very large letters it is higher than a small screen.
        self._stage = Stage(self)
        across.addWidget(self._stage)
        column = Page(None, say("ui.lock.title"), say("ui.lock.lead"))
        column.setMaximumWidth(theme.look().text(30))
        rows = column.rows
        if lock.places.person:
            # Several people use this login: say whose answers these are.
            rows.addWidget(Strong(say("ui.people.whose", name=name_of(lock.places)), column))
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
        if people(lock.places.data):
            other = LinkButton(say("ui.people.other"), "users", column)
            other.clicked.connect(self._give_way)
            rows.addWidget(other)
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
            self._trying = self._lock.unlock(self.field.text())
            self._timer.start()

    def _look(self) -> None:
        trying = self._trying
        if trying is None or not trying.done():
            return
        self._timer.stop()
        self._trying = None
        problem = trying.exception()
        if problem is None:
            self.unlocked.emit()
            return
        mistake = say("ui.message.our-mistake")
        self.tell(str(problem) if isinstance(problem, Problem) else mistake)
        if isinstance(problem, InputFault) or (
            isinstance(problem, StoreLocked) and not problem.wait
        ):
            self.field.selectAll()
        else:
            # The right one may have to wait, or find a disk that is out: whoever goes meanwhile
            # leaves it for the next.
            self.field.clear()

    def _give_way(self) -> None:
        # What is being tried opens nothing any more: somebody else may sit there by then.
        self._timer.stop()
        self._trying = None
        self.somebody_else.emit()

    def tell(self, sentence: str) -> None:
        """Say what is wrong, below the field."""
        self._wrong.setText(sentence)
        self._wrong.show()
        self._stage.bring(self._wrong)
        accessible.announce(self, self._wrong.text())
