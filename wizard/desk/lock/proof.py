"""Whether somebody who comes back has what opens the answers, while these are still open.

It is asked where they can not be closed, as something of them is on no disk.  So no disk is
asked either: not for the lock, and not for how often a passphrase was wrong.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from wizard.clock import Clock
from wizard.desk.lock.unlocking import try_secret
from wizard.safe.slots import Slot, SlotKind, open_slot
from wizard.safe.tries import TriesInMemory


class Proof:
    """Of one lock that is open: its ``slots``, and the ``master`` key that is in each of them."""

    def __init__(self, slots: tuple[Slot, ...], master: bytes, clock: Clock) -> None:
        self._slots, self._master = slots, master
        self._tries = TriesInMemory(clock)
        # Those of the lock may be waiting for the disk.
        self._acts = ThreadPoolExecutor(max_workers=1, thread_name_prefix="proof")

    def is_of(self, slots: tuple[Slot, ...], master: bytes) -> bool:
        """Say whether it is still that of a lock: passphrase and code may have been changed."""
        return (slots, master) == (self._slots, self._master)

    def give(self, secret: str) -> Future[None]:
        """Try the passphrase or the recovery code; fails as ``Lock.unlock`` does."""
        return self._acts.submit(self._give, secret)

    def _give(self, secret: str) -> None:
        try_secret(secret, self._tries, self._opened)
        self._tries.forget()

    def _opened(self, kind: SlotKind, secret: str) -> bytes | None:
        found = (open_slot(slot, secret) for slot in self._slots if slot.kind is kind)
        return next((one for one in found if one == self._master), None)
