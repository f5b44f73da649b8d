"""What the window shows first where several people use one login: names, and nothing else."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import Person, make_place, remove_place
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places
from wizard.errors import Problem
from wizard.ui.mistake import in_words
from wizard.ui.pages.people import PeoplePage
from wizard.ui.parts.writing.secret_field import WAITS
from wizard.ui.parts.writing.trying import EVERY
from wizard.ui.shell.stage import Stage


class Choosing(QWidget):
    """``chosen`` gives the places of whoever it is; ``made`` somebody new's lock, and the code."""

    chosen = Signal(object)
    made = Signal(object, str)

    def __init__(
        self, places: Places, known: tuple[Person, ...], parent: QWidget | None = None
    ) -> None:
        """Ask which of those who are ``known``.  Raises ``StoreProblem`` as ``state`` does."""
        has_before = state(places.data) in (State.OPEN, State.LOCKED)
        super().__init__(parent)
        self._places = places.of("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        stage = Stage(self)
        rows.addWidget(stage)
        self.page = PeoplePage(known, has_before=has_before)
        self.page.chosen.connect(self._choose)
        self.page.added.connect(self._add)
        stage.take_in(self.page)
        stage.show_page(self.page)
        self._adding: tuple[Lock, Future[str]] | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def _choose(self, person_id: str) -> None:
        if self._adding is not None:
            # Somebody's recovery code is on its way, which is shown only once.
            return
        self.chosen.emit(self._places.of(person_id))

    def _add(self, name: str, passphrase: str) -> None:
        if self._adding is not None:
            return
        try:
            person = make_place(self._places.data, name)
        except Problem as problem:
            self._warn(problem)
            return
        lock = Lock(self._places.of(person.id))
        self._adding = lock, lock.choose(passphrase)
        self._since.start()
        self._timer.start()

    def _look(self) -> None:
        if self._adding is None or not self._adding[1].done():
            return
        (lock, adding), self._adding = self._adding, None
        self._timer.stop()
        problem = adding.exception()
        if problem is None and self._since.hasExpired(WAITS):
            # A code that nobody has seen is told to whoever comes in by the passphrase.
            lock.lock_now()
            self.chosen.emit(lock.places)
            return
        if problem is None:
            self.made.emit(lock, adding.result())
            return
        with suppress(OSError):
            remove_place(lock.places.answers)
        self._warn(problem)

    def _warn(self, problem: BaseException) -> None:
        assert self.page.form is not None
        self.page.form.warn(in_words(problem))
