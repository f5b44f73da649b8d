"""The lock's cipher: a key from a passphrase, and a content sealed with a key.

The only door to PyNaCl.  A passphrase or a recovery code becomes a key by Argon2id with
the figures that its slot carries (64 MiB, 3 passes: about 0.1 s); contents are sealed by
XChaCha20-Poly1305, bound to what they are.  PyNaCl is imported when it is first used:
a computer login of one's own needs none of it at start.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum

from wizard.errors import StoreProblem
from wizard.safe.canonical import canonical
from wizard.safe.passphrase import as_typed, readings
from wizard.words import say

KEY_BYTES = 32
PASSES = 3
MEBIBYTES = 64
"""What Argon2id costs each time a passphrase is tried: passes, and memory."""

_SALT_BYTES = 16
_NONCE_BYTES = 24
_TAG_BYTES = 16
_MOST_PASSES = 12
_MOST_MEBIBYTES = 512
"""A file that asks for more was not made by us and would only stop the computer."""

_KEYS = ("kind", "kdf", "passes", "mebibytes", "salt", "sealed")
_KDF = "argon2id"


class SlotKind(Enum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, no secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to a key: the key sealed under a secret, with the figures of the sealing."""

    kind: SlotKind
    passes: int
    mebibytes: int
    salt: bytes
    sealed: bytes


def new_key() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(KEY_BYTES)


def make_slot(kind: SlotKind, secret: str, key: bytes) -> Slot:
    """Return a slot that gives ``key`` to whoever knows ``secret``.  Takes about 0.1 s.

    This and ``open_slot`` raise ``StoreProblem`` where memory is short.
    """
    salt = os.urandom(_SALT_BYTES)
    bare = Slot(kind, PASSES, MEBIBYTES, salt, b"")
    derived = _derive(bare, as_typed(secret))
    return Slot(kind, PASSES, MEBIBYTES, salt, seal(derived, key, _about(bare)))


def open_slot(slot: Slot, secret: str) -> bytes | None:
    """Return the key in ``slot``, or None if ``secret`` is not its secret."""
    # One made by an earlier version may have taken other marks as keys; most secrets have none.
    for plain in readings(secret):
        key = unseal(_derive(slot, plain), slot.sealed, _about(slot))
        if key is not None:
            return key
    return None


def seal(key: bytes, content: bytes, about: bytes) -> bytes:
    """Return ``content`` sealed; only ``key`` and the same ``about`` open it again."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt

    nonce = os.urandom(_NONCE_BYTES)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(content, about, nonce, key)


def unseal(key: bytes, sealed: bytes, about: bytes) -> bytes | None:
    """Return what was sealed, or None for another key, another ``about``, a changed byte."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt
    from nacl.exceptions import CryptoError

    if len(sealed) < _NONCE_BYTES + _TAG_BYTES:
        return None
    nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(rest, about, nonce, key)
    except CryptoError:
        return None


def write_slot(slot: Slot) -> dict[str, object]:
    """Return a slot as what JSON has words for."""
    return {
        "kind": slot.kind.value,
        "kdf": _KDF,
        "passes": slot.passes,
        "mebibytes": slot.mebibytes,
        "salt": slot.salt.hex(),
        "sealed": slot.sealed.hex(),
    }


def read_slot(thing: object) -> Slot:
    """Return the slot that ``write_slot`` wrote.  Raises ``ValueError`` for anything else."""
    if not isinstance(thing, dict) or set(thing) != set(_KEYS) or thing["kdf"] != _KDF:
        raise ValueError("not a slot of ours")
    passes, mebibytes = thing["passes"], thing["mebibytes"]
    if not (_is_figure(passes, _MOST_PASSES) and _is_figure(mebibytes, _MOST_MEBIBYTES)):
        raise ValueError("figures no slot of ours has")
    salt, sealed = bytes.fromhex(str(thing["salt"])), bytes.fromhex(str(thing["sealed"]))
    if len(salt) != _SALT_BYTES or len(sealed) != _NONCE_BYTES + KEY_BYTES + _TAG_BYTES:
        raise ValueError("lengths no slot of ours has")
    return Slot(SlotKind(thing["kind"]), passes, mebibytes, salt, sealed)


def _is_figure(thing: object, most: int) -> bool:
    return type(thing) is int and 1 <= thing <= most


def _derive(slot: Slot, plain: str) -> bytes:
    from nacl.exceptions import RuntimeError as TooLittleMemory
    from nacl.pwhash import argon2id

    try:
        return argon2id.kdf(
            KEY_BYTES,
            plain.encode("utf-8", "surrogatepass"),
            slot.salt,
            opslimit=slot.passes,
            memlimit=slot.mebibytes * 2**20,
        )
    except TooLittleMemory as fault:
        raise StoreProblem(say("errors.memory", most=slot.mebibytes)) from fault


def _about(slot: Slot) -> bytes:
    figures = write_slot(slot)
    del figures["sealed"]
    return canonical(figures)
