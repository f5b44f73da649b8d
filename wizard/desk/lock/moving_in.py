"""What will open the answers, laid in a folder that kept none until now, while they move in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard.desk.lock.state import State, state
from wizard.errors import StoreProblem
from wizard.store import failures
from wizard.words import say


@contextmanager
def laid(folder: Path, lay: Callable[[], None], take_back: Callable[[], None]) -> Iterator[None]:
    """Do ``lay``, and ``take_back`` where what follows does not come to its end.

    It belongs under the hold of the ``folder``: another program that moves in at the same moment
    would be left without what opens its answers.  Raises ``StoreProblem``, where any are kept, too.
    """
    if state(folder) not in (State.NEW, State.SHARED):
        raise StoreProblem(say("errors.lock.taken", folder=folder))
    try:
        lay()
        yield
    except BaseException as fault:
        # Half a lock would keep everybody out, and no sheet was made for it.
        with suppress(OSError):
            take_back()
        if isinstance(fault, OSError):
            raise failures.in_words(fault, folder) from fault
        raise
