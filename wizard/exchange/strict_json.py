"""JSON from a stranger: bounded, without repeated keys, without numbers that are none."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import Path

from wizard.errors import InputFault
from wizard.safe.limits import ANSWERS_FILE_BYTES, ANSWERS_FILE_DEPTH
from wizard.safe.regular import read_regular
from wizard.words import say, say_reason

WHY = {
    "Expecting value": "value",
    "Expecting ',' delimiter": "comma",
    "Expecting ':' delimiter": "colon",
    "Expecting property name": "name",
    "Illegal trailing comma": "name",
    "Extra data": "extra",
    "Invalid control character": "control",
    "Invalid \\": "escape",
    "Unterminated string": "quote",
}
"""How the reasons of Python's reader begin, and what we say in their place."""

_MARKS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{\]}]', re.DOTALL)
"""A bracket, or a text with whatever brackets stand in it."""


def read_json(path: Path) -> object:
    """Return what the JSON file at ``path`` holds.

    Raises ``InputFault`` with one sentence for a file that is missing, too large, not
    text, not JSON, cut short, nested too deep, or that names a key twice.
    """
    try:
        raw = read_regular(path, ANSWERS_FILE_BYTES)
    except OSError as cause:
        reason = say_reason(cause)
        raise InputFault(say("reading.unread", file=path, reason=reason)) from cause
    if raw is None:
        raise InputFault(say("reading.no-file", file=path))
    if len(raw) > ANSWERS_FILE_BYTES:
        most = ANSWERS_FILE_BYTES // 1_000_000
        raise InputFault(say("reading.large", file=path, most=most))
    return parse_json(raw, str(path))


def parse_json(raw: bytes, shown: str) -> object:
    """Return what ``raw`` holds; ``shown`` names it in the sentence of a fault.

    Raises ``InputFault`` as ``read_json`` does.
    """
    if raw.startswith(b"%PDF-"):
        raise InputFault(say("reading.paper", file=shown))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise InputFault(say("reading.not-utf8", file=shown)) from cause
    if _depth(text) > ANSWERS_FILE_DEPTH:
        raise InputFault(say("reading.deep", file=shown, most=ANSWERS_FILE_DEPTH))
    try:
        return json.loads(
            text,
            object_pairs_hook=_no_repeats,
            parse_constant=_no_constants,
            parse_float=_no_endless,
        )
    except json.JSONDecodeError as cause:
        why = next((why for start, why in WHY.items() if cause.msg.startswith(start)), "other")
        cut = cause.pos >= len(text.rstrip()) or why == "quote"
        places = {"line": cause.lineno, "column": cause.colno, "reason": say(f"reading.json.{why}")}
        name = "reading.json.cut" if cut else "reading.json"
        raise InputFault(say(name, file=shown, **places)) from cause
    except _Refused as cause:
        raise InputFault(say(cause.word_id, file=shown, **cause.places)) from cause
    except (ValueError, RecursionError) as cause:
        # Left over: a number of thousands of digits.
        raise InputFault(say("reading.json.number", file=shown)) from cause


class _Refused(ValueError):
    """JSON that Python would take and we do not; carries what is said of it."""

    def __init__(self, word_id: str, **places: object) -> None:
        super().__init__(word_id)
        self.word_id, self.places = word_id, places


def _depth(text: str) -> int:
    """Return how deep brackets nest, without building anything."""
    deepest = depth = 0
    for mark in _MARKS.finditer(text):
        letter = mark[0]
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise _Refused("reading.json.twice", key=twice[:40])
    return found


def _no_endless(name: str) -> float:
    """Return a number; one too large for any becomes infinity, which JSON has no word for."""
    number = float(name)
    if math.isinf(number):
        _no_constants(name)
    return number


def _no_constants(name: str) -> object:
    raise _Refused("reading.json.constant", value=name[:40])
