"""Going back to a copy of the answers, and taking what is on screen elsewhere.

Both are ways out of a bad day, so neither needs the store: the copies are listed and
put back while it would not open, and an answers file is made from the screen alone.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from wizard.clock import Clock, local_day
from wizard.desk import files
from wizard.session import Session
from wizard.store.backup import Copy
from wizard.store.worker import StoreWorker

__all__ = ["Copies", "Copy"]

ENDING = ".json"


class Copies:
    """The copies of the answers that the program made by itself, the last few."""

    def __init__(self, store: StoreWorker, clock: Clock, rewrite: Callable[[], None]) -> None:
        """Look after the copies of ``store``.

        ``rewrite`` is called after one was put back: it saves again what is on screen
        and was not saved.
        """
        self._store = store
        self._clock = clock
        self._rewrite = rewrite

    def list(self) -> Future[tuple[Copy, ...]]:
        """Give the copies that can be gone back to, the latest first; store open or not."""
        return self._store.copies()

    def restore(self, name: str) -> Future[None]:
        """Go back to the copy of this name, open it, and have what is on screen saved again.

        What was there is a copy then, or set aside if it is damaged.  Fails with
        ``InputFault`` if there is no such copy, with ``StoreDamaged`` if it is damaged
        too, with ``StoreFull`` if what is there has no room beside it; then nothing is changed.
        """
        ready: Future[None] = Future()

        def put_back(done: Future[None]) -> None:
            if (problem := done.exception()) is not None:
                ready.set_exception(problem)
                return
            # Whoever closes as soon as this is done must not come before it.
            self._rewrite()
            ready.set_result(None)

        self._store.restore(name).add_done_callback(put_back)
        return ready

    def suggest(self, session: Session, folder: Path) -> Path:
        """Return a name in ``folder`` for the answers of ``session``, which nothing has yet."""
        day = local_day(self._clock.now()).isoformat()
        return files.suggest(folder, session.journey.title, session.run.title, day, ending=ENDING)

    def save_elsewhere(self, session: Session, where: Path | files.Place) -> None:
        """Write what is on screen to an answers file, saved here or not.

        It is readable by whoever opens it, and ``import`` takes it back; decisions and papers
        are the store's, which may not answer.  Raises ``OutputFault``.
        """
        # What writes answers files also reads content, which no start waits for.
        from wizard.desk.assessment import answers
        from wizard.exchange.untouched import marked

        files.Place.of(where).write(marked(answers.write(session.pack, session.to_keep)))
