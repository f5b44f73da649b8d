"""When a question or a section is asked.

A condition is a line of plain words in the content, for example::

    bp-picture is yes
    pc-platforms has facebook
    cp-youngest is one of under-13, 13-to-15 and cp-public is yes

``is`` reads a question with one answer, ``has`` one with several.  Parts are
joined by ``and`` or by ``or``, never both: a condition nobody can read aloud is
a condition nobody can check.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Test:
    """One part of a condition: a question and the choices that satisfy it."""

    question: str
    choices: frozenset[str]
    negated: bool = False

    def holds(self, chosen: Mapping[str, frozenset[str]]) -> bool:
        """Say whether it holds, given the ids chosen for each question.

        A question that has no answer satisfies nothing, not even ``is not``.
        """
        mine = chosen.get(self.question)
        if not mine:
            return False
        met = not self.choices.isdisjoint(mine)
        return met != self.negated


@dataclass(frozen=True, slots=True)
class Condition:
    """Tests joined by ``and`` (``every``) or by ``or``.  Without tests it always holds."""

    tests: tuple[Test, ...] = ()
    every: bool = True

    def holds(self, chosen: Mapping[str, frozenset[str]]) -> bool:
        """Say whether it holds, given the ids chosen for each question."""
        if not self.tests:
            return True
        results = (test.holds(chosen) for test in self.tests)
        return all(results) if self.every else any(results)

    @property
    def questions(self) -> frozenset[str]:
        """The ids of the questions it reads."""
        return frozenset(test.question for test in self.tests)


ALWAYS = Condition()


class OddCondition(ValueError):
    """A line that is no condition.

    ``part`` is what can not be read; empty where ``and`` and ``or`` stand together.
    """

    def __init__(self, part: str = "") -> None:
        self.part = part
        super().__init__(part)


_TEST = re.compile(
    r"(?P<question>[a-z0-9][a-z0-9.-]*) (?:is|has)(?P<no> not)?(?: one of)? "
    r"(?P<choices>[a-z0-9][a-z0-9.-]*(?:, ?[a-z0-9][a-z0-9.-]*)*)"
)


def parse_condition(text: str) -> Condition:
    """Read a condition from its line of words.

    Raises ``OddCondition`` with the part that is wrong.
    """
    joiners = set(re.findall(r" (and|or) ", text))
    if len(joiners) > 1:
        raise OddCondition
    every = joiners != {"or"}
    tests = []
    for part in re.split(r" (?:and|or) ", text.strip()):
        match = _TEST.fullmatch(part)
        if match is None:
            raise OddCondition(part)
        choices = frozenset(re.split(r", ?", match["choices"]))
        tests.append(Test(match["question"], choices, negated=match["no"] is not None))
    return Condition(tuple(tests), every)
