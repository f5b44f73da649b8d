"""What the tests of the lock have another program do: die at each step of a change.

``python -m tests.desk.lock_child CHANGE FOLDER`` takes ``FOLDER/start`` as it stands and
makes the change once for each step, in ``FOLDER/1``, ``FOLDER/2`` ...: the program that
makes it ends without a word just before its n-th act on a file.  The last one ends well.
With ``once`` or ``on`` behind it the disk refuses the n-th act, or all from there on, until
the change has ended; what was told of it then lies in ``FOLDER/n.told``.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from tests.desk.locks import NEW, OLD
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.lock.locking import Lock
from wizard.desk.places import Places
from wizard.errors import Problem
from wizard.safe import slots

ACTS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir"})
DIED = 9


def cheaply() -> None:
    """Try passphrases at the least cost: these tests ask for hundreds, of no value."""
    slots.PASSES, slots.MEBIBYTES = 1, 1


def lock_of(folder: Path) -> Lock:
    """Return the lock of a folder of answers."""
    return Lock(Places(folder, clock=FixedClock(samples.START)))


def count_acts(folder: Path, meet: Callable[[int], None]) -> None:
    """Have ``meet`` told of each act on a file below ``folder`` from now on, by its number."""
    number = 0

    def watch(event: str, given: tuple[object, ...]) -> None:
        nonlocal number
        if event not in ACTS or not str(given[0]).startswith(str(folder)):
            return
        flags = given[2] if event == "open" else os.O_WRONLY
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR):
            number += 1
            meet(number)

    sys.addaudithook(watch)


def die_at(step: int, folder: Path) -> None:
    """End this program just before its act number ``step`` on a file below ``folder``."""

    def meet(number: int) -> None:
        if number == step:
            os._exit(DIED)

    count_acts(folder, meet)


def refused_at(what: str, folder: Path, step: int, *, is_once: bool) -> bool:
    """Choose a passphrase on a disk that refuses an act; put down what was told of it.

    Returns whether the disk came to refuse one.
    """
    lock = lock_of(folder)
    if what == "change":
        lock.unlock(OLD).result()
    if what != "new":
        lock.open_store()[1].result()
    is_over, refused = False, 0

    def meet(number: int) -> None:
        nonlocal refused
        if not is_over and (number == step or (number > step and not is_once)):
            refused += 1
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    count_acts(folder, meet)
    told = {"code": "", "problem": ""}
    try:
        told["code"] = lock.choose(NEW).result()
    except Problem as problem:
        told["problem"] = str(problem)
    is_over = True
    lock.lock_now()
    folder.with_suffix(".told").write_text(json.dumps(told), "utf-8")
    return bool(refused)


def change(what: str, folder: Path, step: int) -> None:
    """Make one change, and die on the way."""
    lock = lock_of(folder)
    if what == "taking-in":
        die_at(step, folder)
        lock.unlock(OLD).result()
        return
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
    refused = sys.argv[3] if len(sys.argv) > 3 else ""
    cheaply()
    step, ended = 0, DIED
    while ended == DIED:
        step += 1
        folder = place / str(step)
        shutil.copytree(place / "start", folder)
        child = os.fork()
        if not child:
            try:
                if refused:
                    is_met = refused_at(what, folder, step, is_once=refused == "once")
                    os._exit(DIED if is_met else 0)
                change(what, folder, step)
            except BaseException:  # noqa: BLE001 - whatever it was, the child must end here
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.exit(ended)


if __name__ == "__main__":
    main()
