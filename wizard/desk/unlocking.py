"""From what somebody typed to the master key: passphrase or code, and the waiting between."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from wizard.desk.lock_state import fitting
from wizard.errors import InputFault, StoreLocked
from wizard.safe import key_change, recovery
from wizard.safe.lock_file import LockFile, read_lock
from wizard.safe.slots import SlotKind
from wizard.safe.tries import Tries
from wizard.words import say


def find_master(lock: LockFile, secret: str, tries: Tries) -> bytes:
    """Return the master key that the passphrase or the recovery code gives.

    Raises ``StoreLocked`` for a wrong one or while one has to wait, and ``InputFault``
    that names the group of a code with a slip.
    """
    slip: InputFault | None = None
    if recovery.is_meant(secret):
        # 133 bits need no delay, and whoever has the sheet should not have to wait.
        try:
            code = recovery.read_code(secret)
        except InputFault as fault:
            slip = fault
        else:
            master = lock.master(SlotKind.RECOVERY, code)
            if master is not None:
                return master
    _refuse_early(tries)
    tries.count()
    master = lock.master(SlotKind.PASSPHRASE, secret)
    if master is None:
        raise slip or StoreLocked(_wrong(tries.wait), tries.wait)
    return master


def _refuse_early(tries: Tries) -> None:
    wait = tries.wait
    if wait:
        sentence = say("errors.passphrase.early", times=tries.wrong, seconds=wait)
        raise StoreLocked(sentence, wait)


def _wrong(wait: int) -> str:
    if not wait:
        return say("errors.passphrase.wrong")
    return say("errors.passphrase.wrong-wait", seconds=wait)


def locked_key(folder: Path, master: bytes) -> bytes:
    """Return the key of the answers in ``folder`` that lies sealed under ``master``."""
    return fitting(folder, read_lock(folder).keys(master))


def tidied(folder: Path, opened: Future[None]) -> Future[None]:
    """Return a future that is done when the store is open and no half key lies beside it."""
    ready: Future[None] = Future()

    def end(opened: Future[None]) -> None:
        problem = opened.exception()
        if problem is not None:
            ready.set_exception(problem)
            return
        # Not before the store is ours, nor after: then a key may be on its way.
        with suppress(OSError):
            key_change.remove_half_made(folder)
        ready.set_result(None)

    opened.add_done_callback(end)
    return ready
