"""The file to carry answers away in: encrypted with a passphrase, opened on any computer.

A line that says what it is, a line with the slot of a random key, and the answers files
sealed under that key.  Whoever finds it learns its size and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from wizard.errors import InputFault
from wizard.exchange.strict_json import parse_json
from wizard.safe.canonical import canonical
from wizard.safe.limits import CARRY_FILE_BYTES
from wizard.safe.slots import (
    SlotKind,
    make_slot,
    new_key,
    open_slot,
    read_slot,
    seal,
    unseal,
    write_slot,
)

ENDING = ".answers"

_FIRST_LINE = b"Before You Post, answers to carry away, 1\n"


def write_carried(documents: Iterable[bytes], passphrase: str) -> bytes:
    """Return the file that holds these answers files.  Takes about 0.1 s more."""
    inside = canonical([document.decode() for document in documents])
    key = new_key()
    slot = make_slot(SlotKind.PASSPHRASE, passphrase, key)
    head = _FIRST_LINE + canonical(write_slot(slot)) + b"\n"
    return head + seal(key, inside, head)


def is_carried(path: Path) -> bool:
    """Say whether a file begins as ours do."""
    try:
        with path.open("rb") as file:
            return file.read(len(_FIRST_LINE)) == _FIRST_LINE
    except OSError:
        return False


def read_carried(path: Path, passphrase: str) -> list[tuple[str, object]]:
    """Return the answers files in a file, each with the name to tell of it.

    Raises ``InputFault`` for another passphrase, and for what is no such file, too large
    or damaged.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(CARRY_FILE_BYTES + 1)
    except OSError as cause:
        reason = cause.strerror or "it can not be opened"
        raise InputFault(f"{path} can not be read: {reason}.") from cause
    if len(raw) > CARRY_FILE_BYTES or not raw.startswith(_FIRST_LINE):
        raise InputFault(f"{path} is not a file of answers to carry away. Choose another one.")
    end = raw.find(b"\n", len(_FIRST_LINE)) + 1
    try:
        slot = read_slot(json.loads(raw[len(_FIRST_LINE) : end]))
    except (ValueError, RecursionError) as cause:
        raise _damaged(path) from cause
    key = open_slot(slot, passphrase)
    if key is None:
        raise InputFault(
            f"That is not the passphrase of {path}, or the file is damaged. Type it again, or "
            "take another copy of the file."
        )
    inside = unseal(key, raw[end:], raw[:end])
    if inside is None:
        raise _damaged(path)
    return _documents(inside, path)


def _documents(inside: bytes, path: Path) -> list[tuple[str, object]]:
    # Whoever knows the passphrase may still not mean well: read as strictly as any file.
    texts = parse_json(inside, str(path))
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise _damaged(path)
    found = []
    for number, text in enumerate(texts, 1):
        shown = f"{path}: {number}"
        found.append((shown, parse_json(text.encode("utf-8", "replace"), shown)))
    return found


def _damaged(path: Path) -> InputFault:
    return InputFault(f"{path} is damaged. Take another copy of the file.")
