"""The file to carry answers away in: encrypted with a passphrase, opened on any computer.

A line that says what it is, a line with the slot of a random key, and the answers files
sealed under that key.  Whoever finds it learns its size and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from wizard.errors import FileNewer, InputFault
from wizard.exchange.reading import clean
from wizard.exchange.strict_json import parse_json
from wizard.safe.canonical import canonical
from wizard.safe.limits import CARRY_FILE_BYTES
from wizard.safe.regular import begins, read_regular
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
from wizard.words import say, say_reason

ENDING = ".answers"

_NAMED = 60
"""Letters of a title that are told in a sentence."""

FIRST_WORDS = b"Before You Post, answers to carry away, "
"""What such a file begins with, of whatever version."""

_FIRST_LINE = FIRST_WORDS + b"1\n"


def write_carried(documents: Iterable[bytes], passphrase: str) -> bytes:
    """Return the file that holds these answers files.  Takes about 0.1 s more."""
    inside = canonical([document.decode() for document in documents])
    key = new_key()
    slot = make_slot(SlotKind.PASSPHRASE, passphrase, key)
    head = _FIRST_LINE + canonical(write_slot(slot)) + b"\n"
    return head + seal(key, inside, head)


def is_carried(path: Path) -> bool:
    """Say whether a file begins as ours do, those of a later version too."""
    return begins(path, FIRST_WORDS)


def read_carried(path: Path, passphrase: str) -> list[tuple[str, object]]:
    """Return the answers files in a file, each with the name to tell of it.

    Where one can not be read, its ``InputFault`` stands in its place.  Raises ``InputFault``
    for another passphrase, and for what is no such file, too large or damaged.
    """
    try:
        raw = read_regular(path, CARRY_FILE_BYTES)
    except OSError as cause:
        reason = say_reason(cause)
        raise InputFault(say("reading.unread", file=path, reason=reason)) from cause
    if raw is None or len(raw) > CARRY_FILE_BYTES or not raw.startswith(FIRST_WORDS):
        raise InputFault(say("reading.carried.other", file=path))
    if not raw.startswith(_FIRST_LINE):
        raise FileNewer(say("returning.newer", file=path))
    end = raw.find(b"\n", len(_FIRST_LINE)) + 1
    try:
        slot = read_slot(json.loads(raw[len(_FIRST_LINE) : end]))
    except (ValueError, RecursionError) as cause:
        raise _damaged(path) from cause
    key = open_slot(slot, passphrase)
    if key is None:
        raise InputFault(say("reading.carried.wrong", file=path))
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
        shown = f"{path.name}: {number}"
        try:
            document = parse_json(text.encode("utf-8", "replace"), shown)
        except InputFault as fault:
            document = fault
        found.append((_named(shown, document), document))
    return found


def _named(shown: str, document: object) -> str:
    """Return the name to tell of an answers file: its number says little, its title more."""
    title = document.get("title") if isinstance(document, dict) else ""
    if not isinstance(title, str) or not title.strip():
        return shown
    return f"{shown} “{clean(' '.join(title.split()))[:_NAMED]}”"


def _damaged(path: Path) -> InputFault:
    return InputFault(say("reading.carried.damaged", file=path))
