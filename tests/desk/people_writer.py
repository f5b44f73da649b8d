"""A program in which somebody takes a name at a login, goes on, and is forgotten in the end.

``python -m tests.desk.people_writer FOLDER``.  It says a number for each thing that is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desk.lock_child import cheaply, lock_of
from tests.desk.locks import NEW, put_down
from tests.store import samples
from tests.store.child import say

KEPT: tuple[set[str], ...] = (set(), {"one", "two"}, {"one", "two"}, {"one", "two", "three"}, set())
"""What is kept once number n was said."""


def main() -> None:
    """Do it all, locking and unlocking in between as each start of the program does."""
    cheaply()
    lock = lock_of(Path(sys.argv[1]) / "answers")
    put_down(lock)
    say(1)
    lock.choose_apart("Siân", NEW).result()
    say(2)
    lock.lock_now()
    lock.unlock(NEW).result()
    worker, ready = lock.open_store()
    ready.result()
    worker.create(samples.draft("three"), samples.CONTENT, (0, 4)).result()
    say(3)
    lock.forget().result()
    say(4)


if __name__ == "__main__":
    main()
