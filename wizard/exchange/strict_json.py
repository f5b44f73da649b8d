"""JSON from a stranger: bounded, without repeated keys, without numbers that are none."""

from __future__ import annotations

import json
from pathlib import Path

from wizard.errors import InputFault
from wizard.safe.limits import ANSWERS_FILE_BYTES, ANSWERS_FILE_DEPTH


def read_json(path: Path) -> object:
    """Return what the JSON file at ``path`` holds.

    Raises ``InputFault`` with one sentence for a file that is missing, too large, not
    text, not JSON, cut short, nested too deep, or that names a key twice.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(ANSWERS_FILE_BYTES + 1)
    except OSError as cause:
        reason = cause.strerror or "it can not be opened"
        raise InputFault(f"{path} can not be read: {reason}.") from cause
    if len(raw) > ANSWERS_FILE_BYTES:
        most = ANSWERS_FILE_BYTES // 1_000_000
        raise InputFault(f"{path} is larger than {most} MB; an answers file never is.")
    return parse_json(raw, str(path))


def parse_json(raw: bytes, shown: str) -> object:
    """Return what ``raw`` holds; ``shown`` names it in the sentence of a fault."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise InputFault(f"{shown} is not UTF-8 text; save it again as UTF-8.") from cause
    if _depth(text) > ANSWERS_FILE_DEPTH:
        raise InputFault(f"{shown} is nested more than {ANSWERS_FILE_DEPTH} levels deep.")
    try:
        return json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constants)
    except json.JSONDecodeError as cause:
        where = f"line {cause.lineno}, column {cause.colno}"
        cut = cause.pos >= len(text.rstrip()) or cause.msg.startswith("Unterminated")
        what = "ends too early" if cut else "is not JSON"
        raise InputFault(f"{shown} {what} ({where}): {cause.msg}.") from cause
    except (ValueError, RecursionError) as cause:
        raise InputFault(f"{shown} is not JSON we can use: {cause}.") from cause


def _depth(text: str) -> int:
    """Return how deep brackets nest, without building anything."""
    deepest = depth = 0
    in_text = escaped = False
    for letter in text:
        if in_text:
            if escaped:
                escaped = False
            elif letter == "\\":
                escaped = True
            elif letter == '"':
                in_text = False
        elif letter == '"':
            in_text = True
        elif letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key '{twice[:40]}' stands twice")
    return found


def _no_constants(name: str) -> object:
    raise ValueError(f"{name} is not a value")
