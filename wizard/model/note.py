"""A note while it is written on: the same one, or another in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")

_LOOKED_AT = 400
"""Words, or letters, of each in which a piece is looked for that moved: each meets each."""


def goes_on(before: str, now: str) -> bool:
    """Say whether a note is still the one that it was: most of the shorter is left in one piece.

    That piece may have been written into, once.  Words that any two notes share by chance, each by
    itself, are none.  Of a word or two, or of what is written without blanks, the letters count.
    """
    was, is_now = (_WORD.findall(note.casefold()) for note in (before, now))
    if min(len(was), len(is_now)) <= 2:
        return _goes_on(before.strip(), now.strip())
    return _goes_on(was, is_now)


def _goes_on(was: Sequence[str], is_now: Sequence[str]) -> bool:
    least = min(len(was), len(is_now))
    start = _alike(was, is_now)
    around = start + _alike(was[start:][::-1], is_now[start:][::-1])
    return 2 * around > least or 2 * _longest(was[:_LOOKED_AT], is_now[:_LOOKED_AT]) > least


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how far two begin alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _longest(one: Sequence[str], other: Sequence[str]) -> int:
    # What tells them apart is not needed before somebody ticks a note.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
