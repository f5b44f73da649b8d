"""Does not let the window close on words that are on no disk, unless asked twice."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from concurrent.futures import Future, wait
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QEvent, QObject

from wizard.ui import settings
from wizard.ui.mistake import our_mistake
from wizard.ui.presses.second_press import A_READ
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.assessment.standing import Standing
    from wizard.desk.school.draft import Draft
    from wizard.model.run import Run
    from wizard.session import Session
    from wizard.ui.cover.coverable import Sheet
    from wizard.ui.gate.unfinished import Unfinished
    from wizard.ui.parts.writing.half_written import Begun
    from wizard.ui.shell.window import Window


_log = logging.getLogger(__name__)

A_FILE = 3
"""Seconds that the end of a session waits for a file: systems give a program about five."""


class Closing(QObject):
    """Watches one window, and asks of ``unfinished`` what would go with it."""

    def __init__(self, window: Window, unfinished: Unfinished) -> None:
        super().__init__(window)
        self._window, self._unfinished = window, unfinished
        self._has_failed = False
        self._since = QElapsedTimer()
        self._told_at: Sheet | None = None
        self.forget()
        window.installEventFilter(self)

    def forget(self) -> None:
        """Take it that nothing was told, and keep no word of it: the answers are closed."""
        self._told: dict[str, Run] = {}
        self._told_draft: Draft | None = None
        self._told_begun: Mapping[str, Begun] = {}
        self._told_left: tuple[Standing, int] = (frozenset(), 0)
        self._told_file: Future[Any] | None = None
        self._since.invalidate()

    def begin_anew(self) -> None:
        """Everything is saved: what was told of it holds no more; the next time is a first time."""
        if self._told:
            self._told.clear()
            self._window.frame.message.take_back(_unsaved())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the window open the first time, at what would be lost."""
        if event.type() is not QEvent.Type.Close:
            return False
        sheet = self._window.sheet
        if sheet is not None and sheet is not self._told_at:
            # What was told before it came was told to nobody who stands at it.
            self._told_at = sheet
            self.forget()
        try:
            is_asking = self._is_just_told() or self._asks()
        except Exception as fault:  # noqa: BLE001 - whatever it is, it may not close the window
            # Its words may hold what a person wrote.
            _log.error("closing ended with %s", type(fault).__name__)
            is_asking, self._has_failed = not self._has_failed, True
            self._window.bridge.failed.emit(our_mistake(self._window.bridge.desk))
        if not is_asking:
            return False
        self._since.start()
        if sheet is not None:
            # What it is waits behind it: who stands by need not know.
            sheet.tell_kept()
        event.ignore()
        return True

    def _is_just_told(self) -> bool:
        is_new = self._since.isValid() and self._since.elapsed() < A_READ
        # Whoever put it away has read it; and where nothing stands nothing would say why.
        return is_new and bool(self._window.frame.sentence) and not self._window.is_ending

    def _asks(self) -> bool:
        """Tell what would be lost, and say whether there is anything that was not told yet."""
        if not self._unfinished.is_shared:
            return self._asks_of_each()
        # Kept open as the session ends, the window would show it to whoever comes next.
        is_asking = not self._window.is_ending and self._asks_of_each()
        # Windows lets somebody sign out over what is asked, and ends the program without a word.
        self._tell_at_next_start("left", is_asking or (self._window.is_ending and self._leaves()))
        return is_asking

    def _asks_of_each(self) -> bool:
        told: set[str] = set()
        while (session := self._unfinished.owed(told)) is not None:
            # As the session ends nobody says a second time that it may go.
            if self._window.is_ending or self._told.get(session.run.id) != _written(session):
                self._tell_of_answers(session)
                return True
            told.add(session.run.id)
        return any(tell() for tell in (
            self._must_tell_of_school, self._must_tell_of_decision, self._must_tell_of_file,
            self._must_tell_of_left,
        ))  # fmt: skip

    def _leaves(self) -> bool:
        """Say whether anything goes with the end of a session where nothing is kept."""
        going = self._unfinished
        if (file := going.file()) is not None:
            # It may be the one that they take along.
            wait([file], A_FILE)
        return any((going.owed(), going.draft(), going.begun(), going.left()))

    def _tell_of_answers(self, session: Session) -> None:
        if not self._window.is_ending:
            # What is written after it was told of is another loss.
            self._told[session.run.id] = _written(session)
        bridge = self._window.bridge
        if not bridge.has_session or bridge.session is not session:
            # From home nobody would find it: it is on no list yet.
            self._window.enter(session)
        bridge.failed.emit(_unsaved())

    def _must_tell_of_school(self) -> bool:
        """Show what was changed at the school's profile and not saved, once for each change."""
        draft = self._unfinished.draft()
        # What was taken out and written once more is another draft, although it says the same.
        if draft is None or draft is self._told_draft:
            return False
        if self._window.is_ending:
            self._tell_at_next_start("draft")
            return False
        self._told_draft = draft
        self._window.show_school()
        self._window.bridge.failed.emit(say("ui.close.school", save=say("ui.school.save")))
        return True

    def _must_tell_of_decision(self) -> bool:
        """Lead to a decision that is half written, one after the other, once for each word more."""
        begun = self._unfinished.begun()
        untold = (one for one in begun if begun[one] is not self._told_begun.get(one))
        run_id = next(untold, None)
        if run_id is None:
            return False
        if self._window.is_ending:
            self._tell_at_next_start("decision")
            return False
        self._told_begun = {**self._told_begun, run_id: begun[run_id]}
        self._window.more.papers.go_on_deciding(run_id)
        self._window.bridge.failed.emit(
            say("ui.close.decision", record=say("papers.decide.record"))
        )
        return True

    def _tell_at_next_start(self, lost: settings.Lost, is_lost: bool = True) -> None:
        """Nobody is asked any more; it is told to whoever comes in there."""
        settings.keep_lost(lost, self._window.bridge.desk.lock.places.answers, is_lost)

    def _must_tell_of_file(self) -> bool:
        """Tell of a file that is still being written or brought in, once for each."""
        file = self._unfinished.file()
        if file is None or file is self._told_file or self._window.is_ending:
            return False
        self._told_file = file
        window = self._window
        window.frame.message.tell(say("ui.close.file"), is_waiting=True)

        def wait_no_more(_came: object) -> None:
            if window.frame.message.wait_no_more():
                # What was told holds no more, and closing is no answer to it.
                self._since.invalidate()

        window.bridge.when_done(file, wait_no_more, wait_no_more)
        return True

    def _must_tell_of_left(self) -> bool:
        """Lead to the file to take along, where nothing is kept, once for each change."""
        left = self._unfinished.left()
        if not left:
            return False
        # What was in a file since then, and is in none again, was not told of.
        files = self._window.bridge.files.asked
        told, asked = self._told_left
        if left <= told and files == asked:
            return False
        self._told_left = left, files
        self._window.more.show_everything()
        self._window.bridge.failed.emit(_in_no_file())
        self._window.bridge.filed.connect(self._look_at_left)
        return True

    def _look_at_left(self) -> None:
        """A file is there: what was told of those that are in none may hold no more."""
        if self._window.frame.sentence == _in_no_file() and not self._unfinished.left():
            self._tell_at_next_start("left", False)
            self._window.frame.message.take_back(_in_no_file())


def _unsaved() -> str:
    return say("ui.close.unsaved", elsewhere=say("ui.footer.elsewhere"))


def _in_no_file() -> str:
    return say("ui.close.left", along=say("ui.along.save"))


def _written(session: Session) -> Run:
    """Return all that somebody wrote of a self-assessment; which page is open is nothing of it."""
    run = session.run
    return replace(run, place="", changed=run.started)
