"""The recovery code: printed once, typed in by hand when a passphrase is forgotten.

Seven groups of five letters and figures without look-alikes.  Four of each group are
random: 28 of 27 kinds are 133 bits, more than the 120 that nobody can guess.  The fifth
checks its group and the group's place, so that a slip of the hand is named at once.
"""

from __future__ import annotations

import re
import unicodedata

from wizard.errors import InputFault
from wizard.safe.canonical import CLEAR
from wizard.words import say

GROUPS = 7
LETTERS = 5
"""Letters of a group, the last of them the check."""

_WEIGHTS = (2, 1, 2, 4)
# None of these, nor the difference of two neighbours, shares a factor with 27: each wrong
# letter and each swap of two neighbours changes the check letter.

_LIKE = str.maketrans("ZSBU", "258V")
"""Letters the code has not, and what a reader of a poor print takes for them."""


def new_code() -> str:
    """Return a new code, as it is printed: ``XXXXX-XXXXX-...``."""
    # It brings OpenSSL along, and hardly anybody makes a code.
    import secrets

    groups = []
    for number in range(GROUPS):
        letters = "".join(secrets.choice(CLEAR) for _ in range(LETTERS - 1))
        groups.append(letters + _check(letters, number))
    return "-".join(groups)


def is_meant(text: str) -> bool:
    """Say whether somebody seems to have typed a code, right or wrong, and no passphrase.

    Seven words are no code; one in 219,000 codes has no figure, and is known by its checks.
    """
    parts = _parts(text)
    if len(parts) != GROUPS:
        return False
    is_like_one = all(
        LETTERS - 1 <= len(part) <= LETTERS + 1 and part.isalnum() for part in parts
    ) and any(letter.isdigit() for letter in text)
    return is_like_one or _held(parts) == GROUPS


def read_code(text: str) -> str:
    """Return the code as it is printed, however it was typed.

    Raises ``InputFault`` that names the first group with a slip.
    """
    parts = _parts(text)
    if len(parts) != GROUPS:
        counts = {"wanted": GROUPS, "letters": LETTERS, "found": len(parts)}
        raise InputFault(say("errors.recovery.groups", **counts))
    for number, part in enumerate(parts):
        if not _holds(part, number):
            raise InputFault(say("errors.recovery.slip", number=number + 1))
    return "-".join(parts)


def _parts(text: str) -> list[str]:
    # A Japanese keyboard has letters and figures as wide as its own, and a hand forgets a gap.
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LIKE)
    parts = [part for part in re.split(r"[^0-9A-Z]+", plain) if part]
    for start in range(len(parts) - GROUPS + 1):
        # Copied with the words before it: what holds in all its groups is the code.
        run = parts[start : start + GROUPS]
        if _held(run) == GROUPS:
            return run
    whole = "".join(parts)
    if len(parts) == GROUPS or len(whole) != GROUPS * LETTERS:
        return parts
    groups = [whole[at : at + LETTERS] for at in range(0, len(whole), LETTERS)]
    # Of a passphrase with as many letters hardly one group holds.
    return groups if len(parts) == 1 or _held(groups) > GROUPS // 2 else parts


def _held(groups: list[str]) -> int:
    """Return how many groups, in their places, are whole and without a slip."""
    return sum(_holds(group, number) for number, group in enumerate(groups))


def _holds(part: str, number: int) -> bool:
    """Say whether a group, by its number from 0, is whole and without a slip."""
    letters, check = part[: LETTERS - 1], part[LETTERS - 1 :]
    return len(part) == LETTERS and set(part) <= set(CLEAR) and check == _check(letters, number)


def _check(letters: str, number: int) -> str:
    total = sum(
        weight * CLEAR.index(letter) for weight, letter in zip(_WEIGHTS, letters, strict=True)
    )
    return CLEAR[(total + number) % len(CLEAR)]
