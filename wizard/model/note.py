"""A note while it is written on: the same one, or another in its place."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def goes_on(before: str, now: str) -> bool:
    """Say whether a note is still the one that it was: half of the words of the shorter are left.

    Of a single word, or of what is written without blanks, half of the letters.
    """
    was, is_now = (_WORD.findall(note.casefold()) for note in (before, now))
    least = min(len(was), len(is_now))
    if least == 1:
        # What tells them apart is not needed before somebody ticks a note.
        from difflib import SequenceMatcher

        blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
        left = sum(block.size for block in blocks if block.size > 1)
        return 2 * left >= min(len(before.strip()), len(now.strip()))
    return least > 0 and 2 * len(set(was) & set(is_now)) >= least
