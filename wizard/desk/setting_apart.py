"""Moving answers to a place of one of several people, so that they are in one place only."""

from __future__ import annotations

from contextlib import suppress

from wizard.desk.key_changes import LockedChange, new_lock
from wizard.desk.people import make_place, remove_place
from wizard.desk.places import Places
from wizard.desk.taking_out import take_out
from wizard.errors import StoreProblem
from wizard.store.worker import StoreWorker


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
    try:
        change.settle()
        worker.move(theirs.answers, change.key).result()
    except BaseException:
        remove_place(theirs.answers)
        raise
    if not is_temporary:
        # What would not go is offered at the next start; the code is shown only now.
        with suppress(StoreProblem, OSError):
            take_out(places.answers)
    return code, change, theirs
