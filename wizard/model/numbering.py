"""Printed line numbers: the same on screen and on paper, whatever is answered."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase

from wizard.model.journey import Section

SCHOOL_LETTER = "S"
"""Starts the line of every question a school added."""


def number_lines(sections: Iterable[Section]) -> dict[str, str]:
    """Give each question its line: 1, 2, 8, 8b; FB1, FB2 where the section has a letter.

    What a school added reads S1, S2, so that it moves no other number.

    Every question counts, also those that are folded or not asked just now, so that
    a sheet printed blank and the screen always agree.
    """
    lines: dict[str, str] = {}
    counters: dict[str, int] = {}
    last, follows = "", 0
    for section in sections:
        for question in section.questions:
            letter = SCHOOL_LETTER if question.from_school else section.letter
            if question.sub and last:
                follows += 1
                lines[question.id] = f"{last}{ascii_lowercase[follows]}"
                continue
            counters[letter] = counters.get(letter, 0) + 1
            last, follows = f"{letter}{counters[letter]}", 0
            lines[question.id] = last
    return lines
