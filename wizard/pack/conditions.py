"""Checks every condition of a journey: that it can be read, and that it can hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from wizard.model.condition import Condition, Test
from wizard.model.journey import Journey
from wizard.model.law import Law
from wizard.model.question import AnswerKind, Question
from wizard.pack.faults import listed, near_miss
from wizard.pack.shelf import Place, Shelf

MOST_WAYS = 5_000
"""Above so many ways to combine conditions, we believe that one of them can hold."""

Way = tuple[Test, ...]
"""Tests that all have to hold at once."""


def check_conditions(shelf: Shelf, journey: Journey, laws: Iterable[Law]) -> None:
    """Add a fault for each condition that names what is not there, or can never hold."""
    checker = _Checker(shelf, journey)
    for section in journey.sections:
        place = shelf.places.get(("section", section.id))
        if place is not None:
            checker.check(place, section.when, section.questions[:1])
        for question in section.questions:
            if question.setting is None:
                where = shelf.places.get(("question", question.id))
                if where is not None:
                    checker.check(where, question.when, (question,))
    for law in laws:
        where = shelf.places.get(("law", law.id))
        if where is not None:
            checker.check(where, law.when, ())


class _Checker:
    def __init__(self, shelf: Shelf, journey: Journey) -> None:
        self._shelf = shelf
        self._questions = {question.id: question for question in journey.questions()}
        self._order = {question_id: at for at, question_id in enumerate(self._questions)}
        self._section = {
            question.id: section.when
            for section in journey.sections
            for question in section.questions
        }

    def check(self, place: Place, condition: Condition, reached: tuple[Question, ...]) -> None:
        """Check a condition; ``reached`` is the first question it lets through."""
        if not condition.tests:
            return
        known = [self._is_known(place, test, reached) for test in condition.tests]
        if all(known) and not self._can_hold(condition, reached):
            self._shelf.note("never", place)

    def _is_known(self, place: Place, test: Test, reached: tuple[Question, ...]) -> bool:
        question = self._questions.get(test.question)
        if question is None or not question.kind.has_choices:
            near = near_miss(test.question, self._questions)
            name = "unknown-question.condition"
            self._shelf.note(name, place, hint=near, question=test.question)
            return False
        if reached and self._order[question.id] >= self._order[reached[0].id]:
            self._shelf.note("asked-later", place, question=test.question)
            return False
        choices = [choice.id for choice in question.choices]
        for choice in sorted(test.choices.difference(choices)):
            self._shelf.note(
                "unknown-choice",
                place,
                hint=near_miss(choice, choices),
                question=test.question,
                choice=choice,
                choices=listed(choices),
            )
        return test.choices.issubset(choices)

    def _can_hold(self, condition: Condition, reached: tuple[Question, ...]) -> bool:
        conditions = [condition]
        if reached:
            conditions += [reached[0].when, self._section[reached[0].id]]
        ways = self._ways(conditions, frozenset())
        return any(self._is_possible(way) for way in ways[:MOST_WAYS]) or len(ways) > MOST_WAYS

    def _ways(self, conditions: Iterable[Condition], seen: frozenset[str]) -> list[Way]:
        """Every way in which the conditions, and those of what they read, can be met."""
        ways: list[Way] = [()]
        for condition in conditions:
            ways = [a + b for a, b in product(ways, self._alone(condition, seen))][: MOST_WAYS + 1]
        return ways

    def _alone(self, condition: Condition, seen: frozenset[str]) -> list[Way]:
        if not condition.tests:
            return [()]
        parts = [condition.tests] if condition.every else [(test,) for test in condition.tests]
        found: list[Way] = []
        for part in parts:
            behind = {test.question for test in part} - seen
            needed = [
                needs
                for question_id in sorted(behind)
                if question_id in self._questions
                for needs in (self._questions[question_id].when, self._section[question_id])
            ]
            found += [part + way for way in self._ways(needed, seen | behind)]
        return found

    def _is_possible(self, way: Way) -> bool:
        for question_id in {test.question for test in way}:
            question = self._questions.get(question_id)
            if question is None:
                return True
            tests = [test for test in way if test.question == question_id]
            if not _has_answer(question, tests):
                return False
        return True


def _has_answer(question: Question, tests: list[Test]) -> bool:
    """Say whether one answer to the question can satisfy all the tests."""
    left = {choice.id for choice in question.choices}
    for test in tests:
        if test.negated:
            left -= test.choices
    wanted = [test.choices & left for test in tests if not test.negated]
    if question.kind is AnswerKind.SEVERAL:
        return bool(left) and all(wanted)
    return bool(left.intersection(*wanted))
