"""A button that saves something as a file, and a line that says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk import files
from wizard.ui import accessible, file_dialogs, settings, sight, theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.text import Body, Quiet
from wizard.words import say

SLOW = 300
"""Milliseconds before it is worth saying that something is under way."""


@dataclass(frozen=True, slots=True)
class SavedAs:
    """What is saved: words for the button and its icon, what the file is called and its kind."""

    label: str
    icon: str
    name: tuple[str, ...]
    ending: str
    kind: str


class Underway(Protocol):
    """Something that takes long enough to say how far it is, and to be stopped."""

    @property
    def so_far(self) -> tuple[int, int]:
        """How many parts are done, and how many there are."""
        ...

    def cancel(self) -> None:
        """Stop; what was to be made then fails with a sentence that says so."""


class FileDesk(QWidget):
    """``make`` does the writing; it is given the place and returns when it is done.

    ``underway`` is given what is being made, where that may be stopped on the way,
    ``refusal`` why nothing can be made as things stand, or nothing, and ``further`` what
    there is to say of the file once it is made.
    """

    def __init__(
        self,
        bridge: Bridge,
        what: SavedAs,
        make: Callable[[files.Place], Future[None]],
        parent: QWidget | None = None,
        *,
        underway: Callable[[], Underway | None] = lambda: None,
        refusal: Callable[[], str] = str,
        further: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._underway, self._refusal, self._further = underway, refusal, further
        self._bridge, self._what, self._make = bridge, what, make
        self._asker: QWidget | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.5))
        self.button = PlainButton(what.label, what.icon, self)
        self.button.clicked.connect(self._ask)
        self._says = Body(parent=self)
        self._says.hide()
        self._about = Quiet(parent=self)
        self._about.hide()
        rows.addWidget(self._about)
        rows.addWidget(self.button)
        rows.addWidget(self._says)
        self._stop = LinkButton(say("ui.paper.cancel"), "x", self)
        self._stop.clicked.connect(self._cancel)
        self._stop.hide()
        rows.addWidget(self._stop)
        self._slow = QTimer(self, interval=SLOW)
        self._slow.timeout.connect(self._wait)

    def explain(self, sentence: str) -> None:
        """Say above the button, and to whoever hears it, what the file will hold."""
        self._about.setText(sentence)
        self._about.show()
        self.button.setAccessibleDescription(sentence)

    def _ask(self) -> None:
        # The next one is asked for when this one is there.
        is_making = self._slow.isActive()
        refusal = say("ui.file.making") if is_making else self._refusal()
        # Return in a field beside it asks as well.
        self._asker = self.window().focusWidget()
        if refusal:
            self._tell(refusal)
            return
        what, day = self._what, self._bridge.desk.today.isoformat()
        # Where they lie elsewhere, one name each time would have each go over the one before.
        offered = files.suggest(settings.paper_folder(), *what.name, day, ending=what.ending)
        file_dialogs.ask_where(self, what.label, offered, what.kind, self.save)

    def save(self, path: Path) -> None:
        """Write the file, and say what came of it."""
        self._slow.start()
        place = files.Place(path)
        work = self._make(place)
        self._bridge.files.add(work)
        self._bridge.when_done(
            work,
            lambda _done: self._end(say("ui.file.saved", name=place.path.name), self._further()),
            lambda fault: self._end("", str(fault)),
        )

    def _end(self, made: str, wrong: str) -> None:
        sentence = "\n".join(filter(None, (made, wrong)))
        if made:
            self._bridge.filed.emit()
        if not isValid(self) or not self.isVisible():
            # Whoever left the page meanwhile is told where they are.
            (self._bridge.failed if wrong else self._bridge.done).emit(sentence)
        if isValid(self):
            self._slow.stop()
            if self._stop.hasFocus():
                self.button.setFocus()
            self._stop.hide()
            self._tell(sentence)

    def _wait(self) -> None:
        making, work = say("ui.file.making"), self._underway()
        if not self._says.isVisible() or not self._says.text().startswith(making):
            self._tell(making)
        if work is not None:
            done, number = work.so_far
            # Seen, and not read out each time: that would never end.
            self._says.setText(f"{making} {say('ui.file.so-far', done=done, number=number)}")
            self._stop.show()

    def _cancel(self) -> None:
        if (work := self._underway()) is not None:
            work.cancel()

    def _tell(self, text: str) -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        focused: QWidget | None = self.window().focusWidget()
        if text and (focused is self._asker or sight.has_focus(self)):
            # Below the edge it looks as if the button had done nothing.
            sight.bring(self)
        accessible.announce(self, text)
