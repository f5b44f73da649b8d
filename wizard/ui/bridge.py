"""Between the window and the desk: a session's changes and slow work become signals.

Slow work runs off the GUI thread; what it brings is delivered on it, and what goes
wrong is shown in one way.  The bridge has a session; it is none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from wizard.desk.assessment.saving import SaveState
from wizard.desk.desk import Desk
from wizard.errors import KeyStays, Problem
from wizard.model import flow
from wizard.model.answers import Answers
from wizard.model.finding import Finding
from wizard.model.status import Status
from wizard.session import Change, Session
from wizard.ui.file_work import FileWork
from wizard.ui.mistake import our_mistake
from wizard.ui.post import post
from wizard.words import say

if TYPE_CHECKING:
    from wizard.ui.parts.writing.half_read import TakenBack
    from wizard.ui.parts.writing.half_written import Begun

T = TypeVar("T")

_log = logging.getLogger(__name__)

THE_PERSON = "the person"
"""Stands for name and role of whoever answers, as an id does for a question; it is none."""


class Bridge(QObject):
    """What pages hold on to.

    ``changed`` gives the set of what an act changed, ``saved`` a save state, ``failed``
    a sentence to show, ``done`` one that is good to know; ``filed`` tells of a file that is
    there, a PDF once it is noted, ``erased`` that one is gone for good.  All are heard on
    the GUI thread.
    """

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(str)
    done = Signal(str)
    filed = Signal()
    erased = Signal()

    def __init__(
        self, desk: Desk, parent: QObject | None = None, *, is_first: bool = False
    ) -> None:
        """Stand before a desk; ``is_first`` if nobody has used it on this login before."""
        super().__init__(parent)
        self.desk, self.is_first = desk, is_first
        self.cut_short = ""
        """What the lock cut short, to be told once the answers are open again."""
        self.begun: dict[str, Begun] = {}
        """Decisions half written, by the id of their self-assessment, until they are recorded."""
        self.ticked: dict[str, tuple[bool, bool]] = {}
        """For the PDFs of a self-assessment, by its id: answers inside, and named by the person."""
        self.taken_back: list[tuple[TakenBack, str, object]] = []
        """What was taken back of words that can not be read, on which page, and when."""
        self.coming: object | None = None
        """Stands for the page that was asked for last, until it or another one is in sight."""
        self._session: Session | None = None
        self._stop: Callable[[], None] | None = None
        self._findings: dict[str, Finding] = {}
        self._weighed: tuple[Answers, str] | None = None
        self.files = FileWork()
        self._under_way: set[Hashable] = set()
        # Made here, so that it lives on the GUI's thread.
        self._post = post()
        desk.runs.listen(self._hand_over_state)

    @property
    def session(self) -> Session:
        """The session on screen.  There is one whenever a page of a journey is."""
        assert self._session is not None
        return self._session

    @property
    def has_session(self) -> bool:
        """Whether a self-assessment is open."""
        return self._session is not None

    def take(self, session: Session | None) -> None:
        """Work on another session, or on none."""
        if self._stop is not None:
            self._stop()
        self._session, self._weighed, self.taken_back = session, None, []
        self._findings.clear()
        self._stop = session.listen(self._hear) if session is not None else None

    def end(self) -> None:
        """Say and bring nothing more: the window is shut, and its pages are gone."""
        self.blockSignals(True)
        self.deleteLater()

    def finding(self, question_id: str) -> Finding | None:
        """Return what is made of an answer now, or None where nothing is."""
        weighed = (self.session.answers, self.session.run.policy)
        if self._weighed != weighed:
            found = _findings(self.session)
            self._findings = {finding.question.id: finding for finding in found}
            self._weighed = weighed
        return self._findings.get(question_id)

    def who(self, role: str) -> str:
        """Return who holds a role, by name where the school gave one."""
        from wizard.desk.assessment import weighing

        return weighing.who_decides(self.session, self.desk.school.profile, role)

    def undo(self, *, is_typed_up: bool = False) -> tuple[str, str] | None:
        """Take back the last act, and return where it can be seen.

        That is the section of the answer that came back and its question, both empty where
        the place of the session shows it; None if there was nothing to take back.  Where
        answers are typed up that place is out of sight.  Plans, the name and ``THE_PERSON`` stand
        on the outcome, who types up has that person on the sheet as well.
        """
        return self._step(self.session.undo, is_typed_up=is_typed_up)

    def redo(self, *, is_typed_up: bool = False) -> tuple[str, str] | None:
        """Bring back what was taken back last; returns as ``undo`` does."""
        return self._step(self.session.redo, is_typed_up=is_typed_up)

    def _step(self, step: Callable[[], bool], *, is_typed_up: bool) -> tuple[str, str] | None:
        session = self.session
        place = "" if is_typed_up else session.place
        before, title, stood = session.answers, session.run.title, self._standing(place)
        if not step():
            return None
        for section in session.sections():
            for question in session.questions(section):
                was, now = before[question.id], session.answers[question.id]
                earlier = (each.earlier.get(question.id) for each in (before, session.answers))
                if was == now and len(set(earlier)) == 1:
                    continue
                is_seen = (
                    was.value != now.value
                    if place == flow.REVIEW
                    else stood.get(question.id) != self._standing(place).get(question.id)
                )
                return ("", "") if is_seen else (section.id, question.id)
        for question in session.journey.questions():
            if before[question.id] != session.answers[question.id]:
                # Typed up from a sheet that asks more: what is kept aside is told there.
                return ("", question.id) if is_typed_up else (flow.REVIEW, "")
        if before.people != session.answers.people:
            return "" if is_typed_up else flow.OUTCOME, THE_PERSON
        if title != session.run.title:
            return flow.OUTCOME, THE_PERSON
        return flow.OUTCOME if before.actions != session.answers.actions else "", ""

    def _standing(self, place: str) -> dict[str, Status]:
        """Return what becomes of each answer, where that is what a place shows of it."""
        found = _findings(self.session) if place == flow.OUTCOME else ()
        return {one.question.id: one.status for one in found}

    def in_background(self, act: Callable[[], T]) -> Future[T]:
        """Do something slow on a thread of its own; ``when_done`` brings back what came of it.

        One after the other, so that two of them never work on the same answers.
        """
        return self._background.submit(act)

    def leads(
        self,
        work: Future[T],
        then: Callable[[T], None],
        otherwise: Callable[[Problem], None] | None = None,
        late: Callable[[T], None] = lambda _brought: None,
    ) -> None:
        """Go on with what slow work brought, unless another page came or was asked for by then.

        Whoever went elsewhere and writes there would be taken away, back to older answers even;
        ``late`` is called for them, and of a problem they are only told.
        """
        asked = self.coming = object()

        def go_on(brought: T) -> None:
            (then if self.coming is asked else late)(brought)

        def fail(problem: Problem) -> None:
            if otherwise is not None and self.coming is asked:
                otherwise(problem)
            else:
                self.failed.emit(str(problem))

        self.when_done(work, go_on, fail)

    def has_come(self) -> None:
        """Take it that a page is in sight: what was on its way to another is not wanted now."""
        self.coming = None

    def once(self, what: Hashable, begin: Callable[[], Future[T]]) -> Future[T] | None:
        """Begin some work; None if the same is under way: a second press asks for nothing more."""
        if what in self._under_way:
            return None
        work = begin()
        self._under_way.add(what)
        # Until what came of it is shown, not only until it is done.
        work.add_done_callback(lambda _work: self._hand_over(lambda: self._under_way.discard(what)))
        return work

    def is_under_way(self, what: Hashable) -> bool:
        """Say whether some work that is done once has begun, whichever page asked for it."""
        return what in self._under_way

    def erase(self, run_id: str) -> Future[None] | None:
        """Erase a self-assessment for good, and with it the decision on it that is half written.

        None if that is under way, or a file is being written that may be to hold it: that is told.
        """
        if self.files.under_way is not None:
            self.failed.emit(say("ui.paper.under-way"))
            return None
        erasing = self.once(("erase", run_id), lambda: self.desk.runs.erase(run_id))
        if erasing is None:
            return None
        # It may be what was asked for a moment ago: each word on its page would be refused.
        self.coming = None

        def gone(_done: None) -> None:
            self.begun.pop(run_id, None)
            self.erased.emit()

        def failed(problem: Problem) -> None:
            if isinstance(problem, KeyStays):
                gone(None)

        self.when_done(erasing, gone, failed)
        return erasing

    def when_done(
        self,
        work: Future[T],
        then: Callable[[T], None],
        otherwise: Callable[[Problem], None] | None = None,
    ) -> None:
        """Call ``then`` with what slow work brought, or ``otherwise`` with the problem.

        Without ``otherwise`` a problem is told by ``failed``.  A part of the window that is
        gone by then hears nothing.
        """
        asked = getattr(then, "__self__", None)

        def deliver() -> None:
            error = work.exception()
            if error is None:
                if not isinstance(asked, QObject) or isValid(asked):
                    then(work.result())
            elif isinstance(error, Problem) and otherwise is not None:
                otherwise(error)
            elif isinstance(error, Problem):
                self.failed.emit(str(error))
            else:
                # Our own mistake.  Its words may hold what a person wrote: only its kind is
                # logged.  Raised here it would end the program in the midst of Qt.
                _log.error("slow work ended with %s", type(error).__name__)
                self.failed.emit(our_mistake(self.desk))

        work.add_done_callback(lambda _work: self._hand_over(deliver))

    @cached_property
    def _background(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")

    def _hand_over(self, deliver: Callable[[], None]) -> None:
        # On a worker's thread.
        self._post.hand_in(lambda: self._deliver(deliver))

    def _hand_over_state(self, state: SaveState) -> None:
        self._hand_over(lambda: self.saved.emit(state))

    def _deliver(self, deliver: Callable[[], None]) -> None:
        # What was on its way when the window was shut has nobody to come to.
        if isValid(self) and not self.signalsBlocked():
            deliver()

    def _hear(self, change: Change) -> None:
        self.changed.emit(change.changed)


def _findings(session: Session) -> tuple[Finding, ...]:
    # What weighs answers is not needed before the first question.
    from wizard.desk.assessment import weighing

    return weighing.findings(session)
