"""The lock beside the store: who can open it, and the sealed key of the answers.

A random master key lies in slots, one for the passphrase and one for the recovery code;
the key of the answers lies sealed under the master key.  While that key is being changed
two lie there, the new one first, so that a program that dies in between locks nobody
out.  The file is kept twice: a bad spot on a disk must not cost somebody their answers.
Each that is written has a higher number than the one before it: should one be put back, the
other is the lock.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from wizard.errors import StoreDamaged, StoreNewer
from wizard.safe import disk
from wizard.safe.canonical import canonical, digest
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.safe.regular import read_regular
from wizard.safe.slots import Slot, SlotKind, open_slot, read_slot, seal, unseal, write_slot
from wizard.words import say

_FORMAT = "before-you-post lock"
_VERSION = 1
_DATA = b"before-you-post key of the answers"
_UNSEEN = "code_unseen"
_TURN = "turn"
_LAST_TURN = 2**53
_MOST_BYTES = 20_000
_MOST_SLOTS = 4


@dataclass(frozen=True, slots=True)
class LockFile:
    """The slots of the master key, and the keys of the answers sealed under it."""

    slots: tuple[Slot, ...]
    data: tuple[bytes, ...]
    code_unseen: bool = False
    """Whether the recovery code was made and nobody has shown yet that they have it."""
    turn: int = field(default=0, compare=False)
    """How many were written in its place before; ``write_lock`` counts."""

    @classmethod
    def holding(
        cls, slots: tuple[Slot, ...], master: bytes, *keys: bytes, code_unseen: bool
    ) -> LockFile:
        """Return a lock whose ``keys`` of the answers are sealed under ``master``."""
        return cls(slots, tuple(seal(master, key, _DATA) for key in keys), code_unseen)

    def master(self, kind: SlotKind, secret: str) -> bytes | None:
        """Return the master key, or None if ``secret`` is not that of its slot.  About 0.1 s."""
        found = (open_slot(slot, secret) for slot in self.slots if slot.kind is kind)
        return next((master for master in found if master is not None), None)

    def keys(self, master: bytes) -> tuple[bytes, ...]:
        """Return the keys of the answers, the newest first."""
        found = (unseal(master, sealed, _DATA) for sealed in self.data)
        return tuple(key for key in found if key is not None)


def read_locks(folder: Path) -> tuple[LockFile, ...]:
    """Return the lock in ``folder``, then the other of the two if that holds something else.

    They differ where a program died between writing the two, or one was put back: the one
    written last comes first.  Raises ``StoreDamaged`` if neither can be read, ``StoreNewer`` if
    a later program wrote one: the other may be what it has ended.
    """
    found: list[LockFile] = []
    for name in (LOCK_JSON, LOCK_COPY):
        try:
            lock = _parse(_read(folder / name))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        if lock not in found:
            found.append(lock)
    if not found:
        raise StoreDamaged(say("errors.lock.both", folder=folder, file=LOCK_JSON))
    return tuple(sorted(found, key=lambda lock: -lock.turn))


def write_lock(folder: Path, lock: LockFile) -> None:
    """Put a lock in ``folder``; the one before it holds until this one is whole.

    Raises ``StoreNewer`` where a later program's lies.
    """
    last = 0
    with suppress(StoreDamaged):
        last = max(before.turn for before in read_locks(folder))
    content = _written(replace(lock, turn=min(last + 1, _LAST_TURN)))
    for name in (LOCK_JSON, LOCK_COPY):
        disk.put_secret(folder / name, content)


def unlike(folder: Path, lock: LockFile) -> tuple[str, ...]:
    """Return which of the two in ``folder`` does not hold ``lock``, or is not there."""
    content, found = _written(lock), []
    for name in (LOCK_JSON, LOCK_COPY):
        try:
            is_same = _read(folder / name) == content
        except OSError:
            is_same = False
        if not is_same:
            found.append(name)
    return tuple(found)


def heal_lock(folder: Path, lock: LockFile) -> None:
    """Put ``lock``, one of the two in ``folder``, in the place of the other if that differs."""
    for name in unlike(folder, lock):
        disk.put_secret(folder / name, _written(lock))


def _written(lock: LockFile) -> bytes:
    inside: dict[str, object] = {
        "format": _FORMAT,
        "version": _VERSION,
        "slots": [write_slot(slot) for slot in lock.slots],
        "data": [sealed.hex() for sealed in lock.data],
    }
    if lock.code_unseen:
        # An older program takes no notice of it; one that was seen is written as ever.
        inside[_UNSEEN] = True
    if lock.turn:
        inside[_TURN] = lock.turn
    return json.dumps({**inside, "check": digest(canonical(inside))}, indent=1).encode()


def remove_lock(folder: Path) -> None:
    """Take the lock away, both copies."""
    for name in (LOCK_COPY, LOCK_JSON):
        disk.remove_secret(folder / name)


def _read(path: Path) -> bytes:
    return read_regular(path, _MOST_BYTES) or b""


def _parse(raw: bytes) -> LockFile:
    thing = json.loads(raw.decode("ascii"))
    if len(raw) > _MOST_BYTES or thing.pop("check") != digest(canonical(thing)):
        raise ValueError("too large, or a byte was changed")
    version = thing["version"]
    if thing["format"] == _FORMAT and type(version) is int and version > _VERSION:
        sentence = say("errors.store.newer", found=version, known=_VERSION)
        raise StoreNewer(sentence, version, _VERSION)
    if thing["format"] != _FORMAT or version != _VERSION:
        raise ValueError("not a lock of ours")
    slots = tuple(read_slot(slot) for slot in thing["slots"][:_MOST_SLOTS])
    data = tuple(bytes.fromhex(sealed) for sealed in thing["data"])
    turn = thing.get(_TURN, 0)
    if type(turn) is not int or not 0 <= turn <= _LAST_TURN:
        raise ValueError("a number no lock of ours has")
    return LockFile(slots, data, thing.get(_UNSEEN) is True, turn)
