"""Answers carried from an older content to a newer one: nobody starts again.

Ids are stable, so most answers simply stay.  What was renamed moves; what came to mean
something else is asked again beside the old answer; what was retired is kept but no
longer asked; what is new is new, never a step back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from types import MappingProxyType

from wizard.model.answers import (
    LINE_LETTERS,
    Action,
    Answer,
    Answers,
    Earlier,
    RiskRow,
    joined,
    rows_in_words,
)
from wizard.model.journey import Journey
from wizard.model.question import AnswerKind, Question


class Fate(Enum):
    """What became of a question between two editions of the content."""

    SAME = "same"
    REWORDED = "reworded"
    RENAMED = "renamed"
    MEANING_CHANGED = "meaning-changed"
    RETIRED = "retired"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Carried:
    """The answers as they stand under the newer content, and each question's fate.

    ``fates`` maps ids of the newer journey, and of the older one where retired.
    """

    answers: Answers
    fates: Mapping[str, Fate]

    @property
    def asked_again(self) -> tuple[str, ...]:
        """The questions whose old answer is shown and that are asked again."""
        return tuple(one for one, fate in self.fates.items() if fate is Fate.MEANING_CHANGED)


def carry(old: Journey, new: Journey, renamed: Mapping[str, str], answers: Answers) -> Carried:
    """Carry answers made under ``old`` to ``new``.

    ``renamed`` maps the ids of questions that were renamed to what they became.
    Nothing is lost: an answer that no longer fits stays as :class:`Earlier`.
    """
    before = {question.id: question for question in old.questions()}
    after = {question.id: question for question in new.questions()}
    came_from = {renamed[one]: one for one in before if renamed.get(one) in after}
    # Where one question took in another, its own past counts.
    came_from |= {one: one for one in before if one in after}
    fates = {one: _fate(one, came_from, before, after) for one in after}
    kept: dict[str, Answer] = {}
    actions: dict[str, Action] = {}

    def goes_by(question_id: str) -> str:
        """Return the id that what belongs to a question is kept under from now on."""
        now = renamed.get(question_id, question_id)
        return now if came_from.get(now) == question_id else question_id

    earlier: dict[str, tuple[Earlier, ...]] = {}

    def put_beside(question_id: str, *said: Earlier) -> None:
        earlier[question_id] = joined(earlier.get(question_id, ()), said)

    for question_id, all_said in answers.earlier.items():
        put_beside(goes_by(question_id), *all_said)
    for question_id, answer in answers.answers.items():
        now = renamed.get(question_id, question_id)
        if came_from.get(question_id, question_id) != question_id:
            # It was kept while nobody asked, and its place is that of a renamed one by now.
            put_beside(question_id, _unasked(after[question_id], answer))
        elif now not in after or came_from.get(now, now) != question_id:
            kept[question_id] = answer
        elif said := _as_earlier(before.get(question_id), after[now], fates[now], answer):
            fates[now] = Fate.MEANING_CHANGED
            put_beside(now, said)
        else:
            kept[now] = answer
    for question_id, action in answers.actions.items():
        actions[goes_by(question_id)] = action
    retired = {one: Fate.RETIRED for one in before if renamed.get(one, one) not in after}
    carried = replace(
        answers,
        answers=MappingProxyType(kept),
        actions=MappingProxyType(actions),
        earlier=MappingProxyType(earlier),
    )
    return Carried(carried, MappingProxyType(fates | retired))


def _fate(
    now: str,
    came_from: Mapping[str, str],
    before: Mapping[str, Question],
    after: Mapping[str, Question],
) -> Fate:
    was = came_from.get(now)
    if was is None:
        return Fate.NEW
    if after[now].meaning != before[was].meaning or after[now].kind is not before[was].kind:
        return Fate.MEANING_CHANGED
    if was != now:
        return Fate.RENAMED
    # An edition that only changed its apostrophes says what the one before it said.
    then, today = (text.replace("'", "’") for text in (before[was].text, after[now].text))
    return Fate.SAME if then == today else Fate.REWORDED


def _as_earlier(was: Question | None, now: Question, fate: Fate, answer: Answer) -> Earlier | None:
    """Return what an answer is beside the question of today, None where it still answers it."""
    if was is None:
        return unfitting(now, answer)
    if not answer.is_given or (fate is not Fate.MEANING_CHANGED and _fits(now, answer)):
        # A note alone answers nothing: it goes on as the note it is.
        return None
    if not _fits(was, answer):
        return replace(_unasked(now, answer), question=was.text)
    return Earlier(was.text, _said(was, answer), answer.note, was.kind.has_choices)


def unfitting(question: Question, answer: Answer) -> Earlier | None:
    """Return what was kept while nobody asked, where the question of its name is another by now."""
    return None if _fits(question, answer) else _unasked(question, answer)


def _fits(question: Question, answer: Answer) -> bool:
    """Say whether an answer can be one to this question: of its kind, every choice there."""
    value = answer.value
    if not value:
        return True
    if question.kind is AnswerKind.RISKS:
        return not isinstance(value, str) and all(isinstance(item, RiskRow) for item in value)
    if (question.kind is AnswerKind.SEVERAL) is isinstance(value, str):
        return False
    if question.kind is AnswerKind.DATE:
        return _is_day(str(value))
    if question.kind is AnswerKind.LINE:
        return len(str(value)) <= LINE_LETTERS and "\n" not in str(value)
    if not question.kind.has_choices:
        return True
    is_picked = isinstance(value, str) or all(isinstance(item, str) for item in value)
    return is_picked and answer.chosen.issubset(choice.id for choice in question.choices)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _said(question: Question, answer: Answer) -> str:
    if question.kind.has_choices:
        picked = (choice.text for choice in question.choices if choice.id in answer.chosen)
        return "; ".join(picked)
    return _in_words(answer)


def _unasked(question: Question, answer: Answer) -> Earlier:
    """Return an answer whose own question is not known, beside the one of its name."""
    choices = {choice.id for choice in question.choices}
    is_picked = (
        not isinstance(answer.value, str) and bool(answer.chosen) and answer.chosen <= choices
    )
    return Earlier(question.text, _in_words(answer), answer.note, is_picked)


def _in_words(answer: Answer) -> str:
    """Return what was answered as it stands, where nothing is known of its question."""
    if isinstance(answer.value, str):
        return answer.value
    picked = "; ".join(item for item in answer.value if isinstance(item, str))
    return picked or rows_in_words(answer.value)
