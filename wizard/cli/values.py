"""The values a command line may name; what is none raises ``ArgumentTypeError`` with why."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from wizard.words import say

_MOST_DIGITS = 9


def whole(word: str) -> int:
    """Return a whole number, 0 or more."""
    if not (word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS):
        raise ArgumentTypeError(say("commands.wrong.number", value=word[:40]))
    return int(word)


def place(word: str) -> Path:
    """Return the file or folder of this name; none is not the folder one happens to be in."""
    if not word.strip():
        raise ArgumentTypeError(say("commands.wrong.place"))
    return Path(word)


def copies(word: str, most: int) -> int:
    """Return how many copies are wanted, 1 to ``most``."""
    fits = word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS
    if not (fits and 1 <= int(word) <= most):
        raise ArgumentTypeError(say("commands.wrong.copies", most=most))
    return int(word)


def day(word: str) -> date:
    """Return a day written as 2026-11-21."""
    try:
        return date.fromisoformat(word)
    except ValueError as cause:
        raise ArgumentTypeError(say("commands.wrong.day", value=word[:40])) from cause
