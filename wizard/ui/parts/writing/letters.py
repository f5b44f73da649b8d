"""The letters of a field as Qt counts them, those beyond the first plane twice, and as seen."""

from __future__ import annotations

from itertools import takewhile
from operator import eq

BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"), " ")
"""What ends a line, each with the blank that a line shows for it."""


def places(text: str) -> int:
    """Return how many letters Qt counts."""
    return len(_raw(text)) // 2


def before(text: str, place: int) -> str:
    """Return what stands before a place, as Qt counts it."""
    return _read(_raw(text)[: 2 * place])


def without_last(text: str, count: int) -> str:
    """Return a text without its last places, and without half a letter."""
    left = before(text, places(text) - count)
    return left[:-1] if "\ud800" <= left[-1:] <= "\udbff" else left


def up_to_new(text: str, stood: str) -> str:
    """Return a text up to the end of what came into it, or to where something went from it."""
    same = sum(takewhile(bool, map(eq, text, stood)))
    after = map(eq, reversed(text[same:]), reversed(stood[same:]))
    return text[: len(text) - sum(takewhile(bool, after))]


def shown(text: str, place: int, composed: str) -> str:
    """Return a text as it is shown, with what is being composed at a place."""
    raw = _raw(text)
    return _read(raw[: 2 * place] + _raw(composed) + raw[2 * place :])


def _raw(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _read(raw: bytes) -> str:
    return raw.decode("utf-16-le", "surrogatepass")
