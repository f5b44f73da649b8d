"""How one self-assessment gets to the disk: each change at once, and again if it failed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from threading import Lock

from wizard.errors import Problem, StoreLacks
from wizard.model.answers import Answers
from wizard.session import Change, Session
from wizard.store.worker import StoreWorker
from wizard.words import say

_log = logging.getLogger(__name__)


PATIENCE = 2.0
"""Seconds that anybody waits to hear whether all is on the disk: one that hangs says nothing."""


class Saving(Enum):
    """How the answers stand: on their way to the disk, on it, or kept on screen only."""

    ON_ITS_WAY = "saving"
    SAVED = "saved"
    NOT_SAVED = "not-saved"


@dataclass(frozen=True, slots=True)
class SaveState:
    """What to show beside the page; ``sentence`` is the cause where it did not work."""

    saving: Saving
    sentence: str = ""


SaveListener = Callable[[SaveState], None]
"""Is called on the thread of the store."""


class Way(Enum):
    """How the next save is written: as new, whole (there or not), or what changed."""

    CREATE = "create"
    RENEW = "renew"
    PUT_BACK = "put-back"
    SAVE = "save"


class Saver:
    """Keeps one session in the store: each change at once, and again if it failed."""

    def __init__(self, store: StoreWorker, session: Session, tell: SaveListener, way: Way) -> None:
        self._store = store
        self.session = session
        self._tell = tell
        self._way = way
        self._lock = Lock()
        self._unsaved: set[str] = set()
        self._latest: Future[None] | None = None
        self._began_as = session.run

    def hear(self, change: Change) -> None:
        """Save what changed, with whatever could not be saved before."""
        if self._way is Way.CREATE and not self._is_begun():
            # Turning pages of a journey must leave no trace: it has not been begun yet.
            return
        with self._lock:
            self._unsaved |= change.changed
        self._save()

    def _is_begun(self) -> bool:
        """Say whether anything was done that somebody would look for: a page turned is not."""
        run, before = self.session.run, self._began_as
        acts = (run.policy, run.finished) != (before.policy, before.finished)
        return acts or bool(run.title) or run.answers != Answers()

    @property
    def is_behind(self) -> bool:
        """Whether something could not be saved so far."""
        with self._lock:
            return bool(self._unsaved)

    def owes(self) -> bool:
        """Say whether anything is on no disk; waits a moment for what is on its way."""
        if (latest := self._latest) is None:
            return self.is_behind
        try:
            return latest.exception(PATIENCE) is not None or self.is_behind
        except TimeoutError:
            self._tell(SaveState(Saving.NOT_SAVED, say("errors.saving.slow")))
            if latest.done() and latest.exception() is None and not self.is_behind:
                # It came in this very moment, and may have told so before.
                self._tell(SaveState(Saving.SAVED))
            return True

    def retry(self, *, is_asked: bool) -> None:
        """Save what could not be saved before, if there is anything."""
        if self.is_behind and (self._latest is None or self._latest.done()):
            self._save(is_told=is_asked)

    def rewrite(self) -> None:
        """Save all of it if there is a change that could not be saved before.

        One that is being tried again meanwhile may find nothing there to be saved into.
        """
        with self._lock:
            waiting = bool(self._unsaved)
            if waiting or (self._latest is not None and not self._latest.done()):
                self._way = Way.PUT_BACK
        if waiting:
            self._save()

    def _save(self, *, is_told: bool = True) -> None:
        if is_told:
            self._tell(SaveState(Saving.ON_ITS_WAY))
        with self._lock:
            # Looked at and asked for in one: what is older must never come behind what is newer.
            changed = frozenset(self._unsaved)
            self._unsaved.clear()
            way = self._way
            if way is Way.CREATE:
                # Only once: the next one would find it there.
                self._way = Way.SAVE
            self._latest = future = self._asked(way, changed)
        future.add_done_callback(lambda done: self._ended(done, changed, way))

    def _asked(self, way: Way, changed: frozenset[str]) -> Future[None]:
        run, counts, content = self.session.to_keep, self.session.counts(), self.session.pack.kept
        if way is Way.CREATE:
            return self._store.create(run, content, counts)
        if way is not Way.SAVE:
            return self._store.renew(run, content, counts, even_if_gone=way is Way.PUT_BACK)
        # The head is written with every save; the store asks for the rest by name.
        return self._store.save(run, changed - {"head"}, counts)

    def _ended(self, done: Future[None], changed: frozenset[str], way: Way) -> None:
        problem = done.exception()
        if problem is None:
            with self._lock:
                if way is self._way:
                    # Until it is there whole, each save is: a part would stand beside older ones.
                    self._way = Way.SAVE
            # One before it may have failed while this one was waiting already.
            if done is self._latest and not self.is_behind:
                self._tell(SaveState(Saving.SAVED))
            return
        with self._lock:
            if isinstance(problem, StoreLacks) and changed <= {"head"}:
                # A page turned of what was deleted: there are no words to save, ever, and what
                # waits for them would never lock.
                if done is self._latest:
                    self._latest = None
            else:
                self._unsaved |= changed
            if way is not Way.SAVE and self._way is not Way.PUT_BACK:
                self._way = way
        if isinstance(problem, Problem):
            self._tell(SaveState(Saving.NOT_SAVED, str(problem)))
        else:
            # Our own mistake.  Its text may quote an answer, so only its kind is logged.
            _log.error("saving %s failed: %s", self.session.run.id, type(problem).__name__)
            self._tell(SaveState(Saving.NOT_SAVED, say("errors.saving")))
