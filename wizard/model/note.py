"""A note while it is written on: the one that was ticked for SLT, or another in its place."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence


def goes_on(ticked: str, before: str, now: str) -> bool:
    """Say whether a note is still the one that was ``ticked``; ``before`` it was saved last.

    Whole words count, never letters of other words.  It goes on where it was typed on or deleted
    back, or over half of its words, two at least, stand around the one place that was written in;
    and where over half of the words that were ticked are there still, or only a beginning of them.

    In doubt it is another, and is ticked again by one press: a note that was ticked before a word
    stood in it, one of one or two words that is put right, one changed in two places at once, one
    without blanks that is written on.  What nobody can tell apart goes on: another note that begins
    with the whole of the one before ("No", "No one knows"), or keeps most of its words where they
    stood.
    """
    was, is_now = _words(before), _words(now)
    is_on_or_back = now.startswith(before) or before.startswith(now)
    if not is_on_or_back and _around(was, is_now) <= max(1, len(was) // 2):
        return False
    first = _words(ticked)
    if 2 * (Counter(first) & Counter(is_now)).total() > len(first):
        return True
    return bool(now.strip()) and ticked.startswith(now)


def _words(note: str) -> list[str]:
    """Return what stands between blanks and signs; marks that are written to a letter are of it."""
    letters = (" " if unicodedata.category(one)[0] in "PSZ" else one for one in note.casefold())
    return "".join(letters).split()


def _around(was: Sequence[str], is_now: Sequence[str]) -> int:
    """Return how many stand before and after the one place in which two differ."""
    start = _alike(was, is_now)
    return start + _alike(was[start:][::-1], is_now[start:][::-1])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how far two begin alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
