"""Which way letters run: from the order they are typed in to the order they stand in.

The Unicode Bidirectional Algorithm (UAX 9) for one line of one direction at a time,
without its invisible controls, which ``text.tidy`` has taken out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

_NUMBERS = ("EN", "AN")
_OPEN = {"(": ")", "[": "]", "{": "}"}


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter of ``text`` that has a direction runs from the right."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def visual_runs(text: str, base: int) -> list[tuple[int, int, bool]]:
    """Return the runs of a line from left to right: start, end, whether right to left.

    ``base`` is the direction of the whole: 0 from the left, 1 from the right.
    """
    levels = _levels(text, base)
    runs: list[tuple[int, int, int]] = []
    at = 0
    for level, group in groupby(levels):
        end = at + sum(1 for _ in group)
        runs.append((at, end, level))
        at = end
    for level in range(max(levels, default=0), 0, -1):
        runs = _turned(runs, level)
    return [(start, end, bool(level % 2)) for start, end, level in runs]


def _turned(runs: list[tuple[int, int, int]], least: int) -> list[tuple[int, int, int]]:
    """Turn every stretch of runs of at least this level round (rule L2)."""
    turned: list[tuple[int, int, int]] = []
    for high, group in groupby(runs, lambda run: run[2] >= least):
        stretch = list(group)
        turned += reversed(stretch) if high else stretch
    return turned


def _levels(text: str, base: int) -> list[int]:
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    edge = "R" if base else "L"
    _weak(kinds, edge)
    _brackets(text, kinds, edge)
    _neutral(kinds, edge)
    levels = []
    for kind in kinds:
        if base:
            levels.append(1 if kind == "R" else 2)
        else:
            levels.append({"L": 0, "R": 1}.get(kind, 2))
    for index in range(len(text) - 1, -1, -1):  # spaces at the end of the line (rule L1)
        if not text[index].isspace():
            break
        levels[index] = base
    return levels


def _weak(kinds: list[str], edge: str) -> None:
    """Settle marks, numbers and what stands between numbers (rules W1 to W7)."""
    before, strong = edge, edge
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind == "EN" and strong == "AL":
            kind = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[index] = before = kind
    _separators(kinds)
    _terminators(kinds)
    _ends(kinds, edge)


def _ends(kinds: list[str], edge: str) -> None:
    """What joined no number is a sign; a number after letters from the left is one of them."""
    strong = edge
    for index, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "AL":
            kinds[index] = "R"
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
        elif kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"


def _separators(kinds: list[str]) -> None:
    """A sign between two numbers of one kind is part of them (rule W4)."""
    for index in range(1, len(kinds) - 1):
        left, kind, right = kinds[index - 1 : index + 2]
        joins = kind == "CS" or (kind == "ES" and left == "EN")
        if joins and left == right and left in _NUMBERS:
            kinds[index] = left


def _terminators(kinds: list[str]) -> None:
    """A currency or per cent sign beside a number is part of it (rule W5)."""
    at = 0
    for kind, group in groupby(list(kinds)):
        end = at + sum(1 for _ in group)
        beside = (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else "")
        if kind == "ET" and "EN" in beside:
            kinds[at:end] = ["EN"] * (end - at)
        at = end


def _direction(kind: str) -> str:
    return "R" if kind in ("R", *_NUMBERS) else kind


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for index, letter in enumerate(text):
        if letter in _OPEN:
            waiting.append((_OPEN[letter], index))
        elif any(letter == close for close, _ in waiting):
            while waiting:
                close, start = waiting.pop()
                if close == letter:
                    yield start, index
                    break


def _brackets(text: str, kinds: list[str], edge: str) -> None:
    """Two brackets run the same way: that of what they hold, or of what goes before (N0)."""
    for start, end in sorted(_pairs(text)):
        inside = {_direction(kind) for kind in kinds[start + 1 : end]} & {"L", "R"}
        if edge in inside:
            kinds[start] = kinds[end] = edge
        elif inside:
            before = [_direction(kind) for kind in kinds[:start]]
            strong = next((kind for kind in reversed(before) if kind in ("L", "R")), edge)
            kinds[start] = kinds[end] = strong if strong in inside else edge


def _neutral(kinds: list[str], edge: str) -> None:
    """Spaces and signs go with their neighbours if these agree, else with the line (N1, N2)."""
    settled = ("L", "R", *_NUMBERS)
    at = 0
    for is_settled, group in groupby(list(kinds), lambda kind: kind in settled):
        end = at + sum(1 for _ in group)
        if not is_settled:
            before = _direction(kinds[at - 1]) if at else edge
            after = _direction(kinds[end]) if end < len(kinds) else edge
            kinds[at:end] = [before if before == after else edge] * (end - at)
        at = end
