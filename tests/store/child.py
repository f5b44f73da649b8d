"""What the tests have another program do: hold the store, write until killed, run out of room.

``python -m tests.store.child ACT FOLDER``.  Each act prints a line for what it did; a
problem is printed by its name and sentence.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.store import numbers, samples
from tests.store.copied import copies_once
from wizard import words
from wizard.clock import FixedClock
from wizard.errors import Problem
from wizard.safe.key import own_login_key
from wizard.safe.names import write_whole
from wizard.store.arrivals import Arrival
from wizard.store.worker import StoreWorker

NOBODY = 65534
T = TypeVar("T")


def say(*words: object) -> None:
    """Print a line that the parent sees at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def open_worker(folder: Path) -> StoreWorker:
    """Return an open worker."""
    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START))
    worker.open().result()
    return worker


def create(worker: StoreWorker) -> Future[None]:
    """Keep an empty self-assessment."""
    return worker.create(samples.draft(), samples.CONTENT, (0, 4))


def hold(folder: Path) -> None:
    """Keep the store open until standard input ends."""
    open_worker(folder)
    say("held")
    sys.stdin.read()


def write(folder: Path) -> None:
    """Save one number after the other, each in two places, and say each that is saved."""
    worker = open_worker(folder)
    if not worker.list().result():
        worker.create(samples.draft(), samples.CONTENT, (0, 4)).result()
    run = worker.load("one").result()
    number = numbers.found(run)
    while True:
        number += 1
        run, changed = numbers.put(run, number, words=300)
        worker.save(run, changed, (1, 4)).result()
        say(number)


def migrate(folder: Path) -> None:
    """Bring the store to a second version, slowly."""
    from tests.store.test_migrations import SLOW

    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START), SLOW)
    say("begun")
    worker.open().result()
    say("done")


def stubborn(folder: Path) -> None:
    """Start, save twelve numbers and delete one thing, asking again whenever it fails."""
    worker = _again(lambda: StoreWorker(folder, own_login_key(folder), FixedClock(samples.START)))
    _again(lambda: worker.open().result())
    for run_id in ("one", "two"):
        new = samples.draft(run_id)
        _again(partial(_wait, worker.create, new, samples.CONTENT, (0, 4)))
    run = samples.draft()
    for number in range(1, 13):
        run = samples.answered(run, "q0", str(number))
        run = samples.answered(run, "q1", f"{number} " + "words " * 700 * number)
        changed = samples.both("q0") | samples.both("q1")
        _again(partial(_wait, worker.save, run, changed, (1, 4)))
        say(number)
    _again(lambda: _erase(worker, "two"))
    assert _again(lambda: worker.load("one").result()) == run
    worker.close().result()


def _wait(ask: Callable[..., Future[None]], *given: object) -> None:
    ask(*given).result()


def _erase(worker: StoreWorker, run_id: str) -> None:
    # An error may come after the deed: then there is nothing left to delete.
    if any(card.id == run_id for card in worker.list().result()):
        worker.erase(run_id).result()


def _again(act: Callable[[], T]) -> T:
    for _ in range(5):
        try:
            return act()
        except Problem as problem:
            say("problem", type(problem).__name__, problem)
    return act()


def bring(folder: Path) -> None:
    """Bring three in at once, and look what is there, whatever the disk said."""
    worker = open_worker(folder)
    arrived = [Arrival(samples.draft(name), samples.CONTENT, (0, 4)) for name in ("a", "b", "c")]
    refused = ["refused"] if worker.bring(arrived).exception() else []
    say(*refused, *(card.id for card in worker.list().result()))


def no_room(folder: Path) -> None:
    """Save a long note while files may not grow, then again when they may."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    worker = open_worker(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    say(type(create(worker).exception()).__name__)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    create(worker).result()
    long = samples.answered(samples.draft(), "q1", "long " * 40_000)
    size = (folder / "answers.db").stat().st_size
    for room in (0, 4096, size, size + 8192):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        fault = worker.save(long, samples.both("q1"), (1, 4)).exception()
        say(type(fault).__name__, fault)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        say("kept" if worker.load("one").result() == samples.draft() else "changed")
    worker.save(long, samples.both("q1"), (1, 4)).result()
    say("saved" if worker.load("one").result() == long else "changed")


def no_room_at_first(folder: Path) -> None:
    """Begin a store while files may not grow, and save in it when they may."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    say(type(worker.open().exception()).__name__)
    say(type(create(worker).exception()).__name__)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    create(worker).result()
    say("saved" if worker.load("one").result() == samples.draft() else "changed")


def no_room_for_a_copy(folder: Path) -> None:
    """Go back to a small copy from a store so large that no copy of it has room."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    worker = open_worker(folder)
    copy = copies_once(folder)[0]
    long = samples.answered(worker.load("one").result(), "q1", "long " * 40_000)
    worker.save(long, samples.both("q1"), (1, 4)).result()
    small = (folder / "answers-backups" / copy.name).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (small + 65_536, hard))
    say(type(worker.restore(copy.name).exception()).__name__)
    say("kept" if worker.load("one").result() == long else "changed")
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    say(type(worker.restore(copy.name).exception()).__name__)
    say("kept" if worker.load("one").result() == long else "changed")
    worker.restore(worker.copies().result()[1].name).result()
    say("found" if worker.load("one").result() == long else "lost")


def no_room_for_output(folder: Path) -> None:
    """Write a file where it may not grow that far."""
    import resource

    target = folder / "paper.pdf"
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        write_whole(target, b"new" * 1000)
    except Problem as problem:
        say(type(problem).__name__, problem)
    say(*sorted(path.name for path in folder.iterdir()))
    say(target.read_text("utf-8"))


def save_as_nobody(folder: Path) -> None:
    """Open and save as a user without rights; root may write whatever the mode says."""
    drop_rights()
    try:
        worker = open_worker(folder)
        worker.create(samples.draft("new"), samples.CONTENT, (0, 4)).result()
        say("saved")
    except Problem as problem:
        say(type(problem).__name__, problem)


def locked_while_open(folder: Path) -> None:
    """Lose the right to write while the store is open, then get it back."""
    drop_rights()
    worker = open_worker(folder)
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result()
    run = samples.answered(samples.draft(), "q1", "words")
    os.chmod(folder, 0o500)  # noqa: PTH101
    (folder / "answers.db-journal").chmod(0o400)
    fault = worker.save(run, samples.both("q1"), (1, 4)).exception()
    say(type(fault).__name__, fault)
    os.chmod(folder, 0o700)  # noqa: PTH101
    (folder / "answers.db-journal").chmod(0o600)
    worker.save(run, samples.both("q1"), (1, 4)).result()
    say("saved" if worker.load("one").result() == run else "changed")


def shut_out_while_open(folder: Path) -> None:
    """Lose, while the store is open, the right to look at the folder at all; then get it back."""
    drop_rights()
    within = folder / "answers"
    worker = open_worker(within)
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result()
    run = samples.answered(samples.draft(), "q1", "words")
    os.chmod(folder, 0o000)  # noqa: PTH101
    fault = worker.save(run, samples.both("q1"), (1, 4)).exception(20)
    say(type(fault).__name__, fault)
    os.chmod(folder, 0o700)  # noqa: PTH101
    worker.save(run, samples.both("q1"), (1, 4)).result(20)
    say("saved" if worker.load("one").result(20) == run else "changed")


def locked_at_first(folder: Path) -> None:
    """Begin a store without the right to write, and save in it when that is given."""
    drop_rights()
    worker = StoreWorker(folder, own_login_key(folder), FixedClock(samples.START))
    os.chmod(folder, 0o500)  # noqa: PTH101
    fault = worker.open().exception()
    say(type(fault).__name__, fault)
    os.chmod(folder, 0o700)  # noqa: PTH101
    create(worker).result()
    say("saved" if worker.load("one").result() == samples.draft() else "changed")


def write_as_nobody(folder: Path) -> None:
    """Write a file into a folder that may only be read."""
    drop_rights()
    try:
        write_whole(folder / "paper.pdf", b"new")
        say("written")
    except Problem as problem:
        say(type(problem).__name__, problem)


def drop_rights() -> None:
    """Become nobody, after a rehearsal: nobody may not read root's code, libraries or words."""
    if os.getuid() == 0:
        with TemporaryDirectory() as name:
            worker = open_worker(Path(name))
            worker.create(samples.draft(), samples.CONTENT, (0, 4)).result()
            worker.close().result()
        words.spoken()
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


ACTS = {
    act.__name__: act
    for act in (
        hold, write, migrate, stubborn, bring, no_room, no_room_at_first, no_room_for_a_copy,
        no_room_for_output,
        save_as_nobody, locked_while_open, shut_out_while_open, locked_at_first, write_as_nobody,
    )
}  # fmt: skip

if __name__ == "__main__":
    ACTS[sys.argv[1]](Path(sys.argv[2]))
