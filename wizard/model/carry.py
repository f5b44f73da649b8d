"""Answers carried from an older content to a newer one: nobody starts again.

Ids are stable, so most answers simply stay.  What was renamed moves; where one question
took in another, one answer stands there and the other beside it; what came to mean
something else is asked again beside the old answer; what was retired is kept but no
longer asked; what is new is new, never a step back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from types import MappingProxyType

from wizard.model.answers import (
    LINE_LETTERS,
    Answer,
    Answers,
    Asked,
    Earlier,
    RiskRow,
    rows_in_words,
)
from wizard.model.journey import Journey
from wizard.model.question import AnswerKind, Question
from wizard.model.succession import PlanInWords, Settling, come_to


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
    ``goes_on`` maps questions of the older journey to those of the newer that go on from them.
    """

    answers: Answers
    fates: Mapping[str, Fate]
    goes_on: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked_again(self) -> tuple[str, ...]:
        """The questions whose old answer is shown and that are asked again."""
        return tuple(one for one, fate in self.fates.items() if fate is Fate.MEANING_CHANGED)


def carry(
    old: Journey,
    new: Journey,
    renamed: Mapping[str, str],
    answers: Answers,
    plan_in_words: PlanInWords,
) -> Carried:
    """Carry answers made under ``old`` to ``new``.

    ``renamed`` maps the ids of questions that were renamed to what they became, or to the
    one that took them in.  Nothing is lost: an answer that no longer fits, or at whose
    question another one stands, stays as :class:`Earlier`, with what was planned for it.
    """
    before = {question.id: question for question in old.questions()}
    after = {question.id: question for question in new.questions()}
    ids = (*before, *answers.answers, *answers.actions, *answers.earlier)
    answered = {one for one, answer in answers.answers.items() if answer.is_given}
    fates = dict.fromkeys(after, Fate.NEW)
    goes_on: dict[str, str] = {}
    settling = Settling(plan_in_words)
    for now, ones in come_to(ids, renamed, after, before, answered).items():
        was = next((before[one] for one in ones if one in before), None)
        question = after.get(now)
        if question is not None and was is not None:
            fates[now] = _fate(was, question)
            goes_on[was.id] = now
        for one in ones:
            answer, kept = answers[one], (answers.action(one), answers.earlier.get(one, ()))
            asked = _asked(before[one], answer) if one in before else answer.asked
            if question is None:
                settling.stand(now, replace(answer, asked=asked), *kept)
            elif one == ones[0]:
                settling.stand(now, standing(asked, question, answer), *kept)
            else:
                settling.beside(now, _told(asked, question, answer), *kept)
        if question is not None and answered.intersection(ones) and not settling.has_answer(now):
            fates[now] = Fate.MEANING_CHANGED
    retired = {one: Fate.RETIRED for one in before if renamed.get(one, one) not in after}
    return Carried(
        settling.settled(answers.people),
        MappingProxyType(fates | retired),
        MappingProxyType(goes_on),
    )


def _fate(was: Question, now: Question) -> Fate:
    if now.meaning != was.meaning or now.kind is not was.kind:
        return Fate.MEANING_CHANGED
    if was.id != now.id:
        return Fate.RENAMED
    # An edition that only changed its apostrophes says what the one before it said.
    then, today = (text.replace("'", "’") for text in (was.text, now.text))
    return Fate.SAME if then == today else Fate.REWORDED


def _asked(question: Question, answer: Answer) -> Asked:
    """Return what an answer answers, to go with it where nobody knows its question."""
    picked = ((one.id, one.text) for one in question.choices if one.id in answer.chosen)
    return Asked(
        question.text,
        question.kind.value,
        question.meaning,
        question.from_school,
        tuple(picked),
    )


def standing(asked: Asked | None, now: Question, answer: Answer) -> Answer | Earlier:
    """Return an answer where it still answers the question of today, else what it is beside it.

    ``asked`` is what it was given to; None where nobody knows that any more.  A note alone
    goes the same way: it may give a reason for what nobody would ask it for here.
    """
    is_same = asked is not None and (asked.kind, asked.meaning) == (now.kind.value, now.meaning)
    if is_same and _fits(now, answer):
        return replace(answer, asked=None)
    return _told(asked, now, answer)


def _told(asked: Asked | None, now: Question, answer: Answer) -> Earlier:
    """Return an answer in the words it was given in, as far as its question is known."""
    if asked is None:
        return unasked(now, answer)
    words = dict(asked.picked)
    has_choices = asked.kind in (AnswerKind.ONE.value, AnswerKind.SEVERAL.value)
    if has_choices and answer.chosen <= words.keys() and (answer.chosen or not answer.value):
        said = "; ".join(text for one, text in asked.picked if one in answer.chosen)
        return Earlier(asked.text, said, answer.note, is_picked=True)
    return replace(unasked(now, answer), question=asked.text)


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
        # Two lines of a mail, pasted into one, are as good an answer as one line.
        return len(str(value)) <= LINE_LETTERS
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


def unasked(question: Question, answer: Answer) -> Earlier:
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
