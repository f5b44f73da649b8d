"""A program that puts answers down and changes their key in every way there is.

``python -m tests.desk.key_writer FOLDER``.  It says a number for each thing that is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desk.lock_child import cheaply, lock_of
from tests.desk.locks import NEW, OLD, put_down
from tests.store.child import say

SECRETS: tuple[tuple[str | None, ...], ...] = (
    (None,), (None,), (OLD,), (NEW,), (NEW,), (None,), (None,),
)  # fmt: skip
"""What opens the answers once number n was said; None for an own login."""


def main() -> None:
    """Do it all, locking and unlocking in between as each start of the program does."""
    cheaply()
    folder = Path(sys.argv[1]) / "answers"
    lock = lock_of(folder)
    put_down(lock)
    say(1)
    lock.choose(OLD).result()
    say(2)
    lock.lock_now()
    lock.unlock(OLD).result()
    lock.open_store()
    lock.choose(NEW).result()
    say(3)
    worker, _ = lock.open_store()
    worker.erase("two", lock.renewal()).result()
    say(4)
    lock.choose_own_login().result()
    say(5)
    lock.let_go()
    worker, _ = lock.open_store()
    worker.erase("one", lock.renewal()).result()
    say(6)
    lock.lock_now()


if __name__ == "__main__":
    main()
