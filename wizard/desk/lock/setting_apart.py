"""Moving answers to a place of one of several people, so that they are in one place only."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path

from wizard.desk.lock.key_changes import LockedChange, new_lock
from wizard.desk.lock.people import make_place, remove_place
from wizard.desk.lock.state import State, state
from wizard.desk.lock.taking_out import leave_behind
from wizard.desk.places import Places
from wizard.errors import StoreProblem
from wizard.store.worker import StoreWorker
from wizard.words import say


def set_apart(
    worker: StoreWorker, places: Places, name: str, passphrase: str, *, is_temporary: bool
) -> tuple[str, LockedChange, Places]:
    """Move the open store of ``worker`` from ``places`` to a new place under a new lock.

    Returns the recovery code, the lock and the place.  Raises ``InputFault`` for a name
    that is empty or taken, the ``StoreProblem`` family and ``OSError``; then all is as it was.
    """
    person = make_place(places.data, name)
    theirs = places.of(person.id)
    code, change = new_lock(theirs.answers, passphrase)
    # No other program must come between: it would find all of it, and its key.
    leave = (lambda: None) if is_temporary else partial(leave_behind, places.answers)
    try:
        change.settle()
        worker.move(theirs.answers, change.key, nullcontext(), leave).result()
    except BaseException:
        remove_place(theirs.answers)
        raise
    return code, change, theirs


def left_behind(folder: Path) -> str:
    """Say that something was left in the ``folder`` answers went from, or may be, else nothing."""
    with suppress(StoreProblem):
        if state(folder) in (State.NEW, State.SHARED):
            return ""
    return say("people.left-behind", folder=folder)
