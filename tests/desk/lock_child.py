"""What the tests of the lock have another program do: die at each step of a change.

``python -m tests.desk.lock_child CHANGE FOLDER`` takes ``FOLDER/start`` as it stands and
makes the change once for each step, in ``FOLDER/1``, ``FOLDER/2`` ...: the program that
makes it ends without a word just before its n-th act on a file.  The last one ends well.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tests.desk.locks import NEW, OLD
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.places import Places
from wizard.safe import slots

ACTS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir"})
DIED = 9


def cheaply() -> None:
    """Try passphrases at the least cost: these tests ask for hundreds, of no value."""
    slots.PASSES, slots.MEBIBYTES = 1, 1


def lock_of(folder: Path) -> Lock:
    """Return the lock of a folder of answers."""
    return Lock(Places(folder, clock=FixedClock(samples.START)))


def die_at(step: int, folder: Path) -> None:
    """End this program just before its act number ``step`` on a file below ``folder``."""
    left = step

    def watch(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        if event not in ACTS or not str(given[0]).startswith(str(folder)):
            return
        flags = given[2] if event == "open" else os.O_WRONLY
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR):
            left -= 1
            if not left:
                os._exit(DIED)

    sys.addaudithook(watch)


def change(what: str, folder: Path, step: int) -> None:
    """Make one change, and die on the way."""
    lock = lock_of(folder)
    if what in ("change", "code", "remove", "erase-locked", "apart-locked"):
        lock.unlock(OLD).result()
    worker, ready = lock.open_store()
    ready.result()
    die_at(step, folder)
    if what == "lock":
        lock.choose(OLD).result()
    elif what == "change":
        lock.choose(NEW).result()
    elif what == "code":
        lock.new_recovery_code().result()
    elif what == "remove":
        lock.choose_own_login().result()
    elif what.startswith("apart"):
        lock.choose_apart("Siân", NEW).result()
    else:
        worker.erase("two", lock.renewal()).result()
    lock.lock_now()


def main() -> None:
    """Die once at each step."""
    what, place = sys.argv[1], Path(sys.argv[2])
    cheaply()
    step, ended = 0, DIED
    while ended == DIED:
        step += 1
        folder = place / str(step)
        shutil.copytree(place / "start", folder)
        child = os.fork()
        if not child:
            try:
                change(what, folder, step)
            except BaseException:  # noqa: BLE001 - whatever it was, the child must end here
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.exit(ended)


if __name__ == "__main__":
    main()
