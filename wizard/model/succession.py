"""By which id each thing kept goes from now on, and where each of several at one question stands.

An edition may give a question another name, or make one of several.  What is kept of one
self-assessment and what comes in as a file are told by the same rule: one answer stands at
a question, whatever else was put down there stands beside it, and nothing is nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from wizard.model.answers import (
    NO_ACTION,
    NO_ANSWER,
    Action,
    Answer,
    Answers,
    Earlier,
    Person,
    joined,
)

PlanInWords = Callable[[Action], str]
"""Says who does what, and by when."""


def come_to(
    ids: Iterable[str],
    renamed: Mapping[str, str],
    asked: Container[str],
    asked_then: Container[str],
    answered: Container[str],
) -> dict[str, tuple[str, ...]]:
    """Return the ids that come to each id from now on; the first of them stands there.

    ``ids`` are all under which something is kept or was asked.  One that is ``asked`` keeps
    its name, and so does one whose successor (``renamed``) is not: it waits.  A question that
    was already asked itself when the answers were given has the first word; then what was
    asked then under another name, one with an answer before one without; then what was kept
    while nobody asked.
    """
    found: dict[str, list[str]] = {}
    for one in dict.fromkeys(ids):
        now = renamed.get(one, one)
        found.setdefault(one if one in asked or now not in asked else now, []).append(one)

    def rank(one: str, now: str) -> tuple[bool, ...]:
        is_own, was_asked, has_answer = one == now, one in asked_then, one in answered
        return (not (is_own and was_asked), not has_answer, not was_asked, not is_own)

    return {now: tuple(sorted(ones, key=lambda one: rank(one, now))) for now, ones in found.items()}


class Settling:
    """Answers, plans and what was said earlier, put one by one to the questions of today.

    What stands at a question is put there before anything that only stands beside it.
    """

    def __init__(self, plan_in_words: PlanInWords) -> None:
        self._plan_in_words = plan_in_words
        self._answers: dict[str, Answer] = {}
        self._actions: dict[str, Action] = {}
        self._earlier: dict[str, tuple[Earlier, ...]] = {}

    def stand(
        self, question_id: str, found: Answer | Earlier, action: Action, earlier: Iterable[Earlier]
    ) -> None:
        """Put down what stands at a question: its answer and its plan, or what was one.

        What was planned for an answer that is none any more goes with it, in words: it would
        stand, done perhaps, at what nobody planned for.  A plan that waits, its answer taken
        back, has what was asked with it for that.
        """
        self._put(question_id, earlier)
        if isinstance(found, Earlier):
            self._put(question_id, self._with_plan(found, action))
            return
        if found != NO_ANSWER or (found.asked and action != NO_ACTION):
            self._answers[question_id] = found
        if action != NO_ACTION:
            self._actions[question_id] = action

    def beside(
        self, question_id: str, told: Earlier, action: Action, earlier: Iterable[Earlier]
    ) -> None:
        """Put down what stands beside a question, and in words what was planned for it."""
        self._put(question_id, earlier)
        is_there = action == self._actions.get(question_id)
        self._put(question_id, self._with_plan(told, NO_ACTION if is_there else action))

    def has_answer(self, question_id: str) -> bool:
        """Say whether an answer stands at a question."""
        return self._answers.get(question_id, NO_ANSWER).is_given

    def settled(self, people: Mapping[str, Person]) -> Answers:
        """Return all of it, with the people named."""
        return Answers(
            MappingProxyType(self._answers),
            MappingProxyType(self._actions),
            people,
            MappingProxyType(self._earlier),
        )

    def _put(self, question_id: str, said: Iterable[Earlier]) -> None:
        if now := joined(self._earlier.get(question_id, ()), said):
            self._earlier[question_id] = now

    def _with_plan(self, told: Earlier, action: Action) -> Iterable[Earlier]:
        """Return what was said with what was planned for it, as far as there is any of the two."""
        planned = "" if action == NO_ACTION else self._plan_in_words(action)
        if planned and not told.note:
            told, planned = replace(told, note=planned), ""
        # A note may be as long as any file takes: the plan stands by itself then.
        more = (told, Earlier(told.question, "", planned))
        return (one for one in more if one.said or one.note)
