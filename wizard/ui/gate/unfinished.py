"""What would go with the window, and is neither on the disk nor in a file yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.assessment.standing import Standing
    from wizard.desk.desk import Desk
    from wizard.desk.school.draft import Draft
    from wizard.session import Session
    from wizard.ui.parts.writing.half_written import Begun
    from wizard.ui.shell.window import Window


class Unfinished:
    """Of one window, and of the desk that ``opened`` gives; nothing where none is open."""

    def __init__(self, window: Window, opened: Callable[[], Desk | None]) -> None:
        self._window, self._opened = window, opened

    def owed(self, besides: Collection[str] = ()) -> Session | None:
        """Tell what was typed, and return a session of which something is on no disk.

        Not one of those whose ids are in ``besides``.  Waits for what is on its way.
        """
        if (desk := self._opened()) is None:
            return None
        self._window.frame.stage.flush()
        # A day that can not be read stands on the screen alone: what goes with the screen
        # is put where words are kept, while somebody can still be told that it was not.
        self._window.frame.stage.give_up()
        return desk.runs.owed(besides)

    def in_words(self) -> str:
        """Say what has to be finished before the desk is closed for another; else nothing."""
        if self.owed() is not None:
            return say("ui.computer.unsaved")
        if self.file() is not None:
            return say("ui.computer.under-way")
        if self.begun():
            return say("ui.computer.begun", record=say("papers.decide.record"))
        return ""

    def draft(self) -> Draft | None:
        """Return the school's profile as somebody changed it here and did not save it."""
        if (desk := self._opened()) is None:
            return None
        self._window.frame.stage.flush()
        return desk.school.draft

    def begun(self) -> Mapping[str, Begun]:
        """Return the decisions that somebody began to write down and did not record.

        They go by the ids of their self-assessments.
        """
        return dict(self._window.bridge.begun) if self._opened() is not None else {}

    @property
    def is_shared(self) -> bool:
        """Whether all of it goes with the window, as nothing is kept here."""
        desk = self._opened()
        return desk is not None and bool(desk.lock.kept_note)

    def left(self) -> Standing:
        """Return what is nowhere but in the window, where nothing is kept."""
        desk = self._opened()
        if desk is None or not desk.lock.kept_note:
            return frozenset()
        from wizard.desk.handover.left_behind import left_behind

        return left_behind(desk)

    def file(self) -> Future[Any] | None:
        """Return the file that is still being written or brought in."""
        return self._window.bridge.files.under_way if self._opened() is not None else None
