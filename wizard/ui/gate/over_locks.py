"""What stays in memory over a lock, for nobody but whoever left it there."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from wizard.desk.lock.locking import Lock
from wizard.ui import settings
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.school.draft import Draft
    from wizard.ui.parts.writing.half_written import Begun

T = TypeVar("T")


class Left(Generic[T]):
    """Of each person the last that was left, until they take it."""

    def __init__(self, what: settings.Lost) -> None:
        self._what = what
        self._left: dict[Lock, T] = {}
        self._put_down: dict[Lock, Path] = {}

    def leave(self, lock: Lock, left: T | None) -> None:
        """Leave something, if there is anything, for whoever has this lock."""
        if left:
            self._left[lock] = left

    def put_down(self, lock: Lock) -> None:
        """Have the next start tell that this is lost, unless it is taken before."""
        if lock in self._left:
            self._put_down[lock] = lock.places.answers
            settings.keep_lost(self._what, lock.places.answers, True)

    def take(self, lock: Lock) -> T | None:
        """Take out what was left for whoever has this lock, by where their answers are by now.

        They may have taken a name since; another lock of the same answers is theirs, too.
        """
        theirs = [one for one in self._left if one.places.answers == lock.places.answers]
        for one in theirs:
            if (answers := self._put_down.pop(one, None)) is not None:
                settings.keep_lost(self._what, answers, False)
        return [self._left.pop(one) for one in theirs][-1] if theirs else None


class OverLocks:
    """Of one window: what somebody had not saved, and files under way.

    ``drafts`` are of the school's profile; ``begun`` decisions, by their self-assessment.
    """

    def __init__(self) -> None:
        self.drafts: Left[Draft] = Left("draft")
        self.begun: Left[Mapping[str, Begun]] = Left("decision")
        self._files: Left[list[Future[bool]]] = Left("file")
        self.ticked: dict[str, tuple[bool, bool]] = {}
        """What PDFs shall hold, as the bridge has it; the ids say nothing to anybody."""

    def leave_files(self, lock: Lock, ends: list[Future[bool]]) -> None:
        """Remember the files that were under way, by whether each of them came in the end."""
        self._files.leave(lock, ends)

    def cut_short(self, lock: Lock) -> str:
        """Say it where the lock cut a file short; nothing where each of them came."""
        files = self._files.take(lock) or ()
        all_came = all(came.done() and came.result() for came in files)
        return "" if all_came else say("ui.lock.file")

    def put_down(self, lock: Lock) -> None:
        """Have the next start tell what goes with the window, if it goes before its lock opens."""
        self.drafts.put_down(lock)
        self.begun.put_down(lock)
        self._files.put_down(lock)
