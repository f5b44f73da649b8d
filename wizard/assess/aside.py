"""What is kept and stands on no page just now: nobody shall look for it in vain.

A question may not be asked as the answers are now, or no longer at all; one may take no note
any more, or have nothing open that a plan could stand at.  All of it stays its writer's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wizard.assess.readings import planned, spoken_day
from wizard.model import flow
from wizard.model.answers import NO_ACTION, STAFF, Answer, Answers, rows_in_words
from wizard.model.aside import Aside
from wizard.model.question import AnswerKind, Question
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.finding import Finding
    from wizard.model.pack import Pack


def set_aside(
    pack: Pack, answers: Answers, findings: Iterable[Finding], *, on_paper: bool = False
) -> tuple[Aside, ...]:
    """Return what no page of the window shows, in the journey's order, then what it does not ask.

    First come the names of people, but for whoever answers.  ``findings`` are those of these
    answers: a plan stands at what is open.  Of paper, ``on_paper``, there is less: notes stand
    there wherever they were written, and so do names.
    """
    known = {question.id: question for question in pack.journey.questions()}
    asked = {question.id for question in flow.asked(pack.journey, answers)}
    noted = {one for one in asked if on_paper or known[one].note}
    plans = {one.question.id for one in findings if one.status.is_open and one.question.note}
    found = [] if on_paper else list(_people(pack, answers))
    for one in dict.fromkeys((*known, *answers.answers, *answers.actions, *answers.earlier)):
        answer, action = answers[one], answers.action(one)
        found.append(
            Aside(
                known[one].text if one in known else _gone(pack, one, answer),
                "" if one in asked else _said(pack, known.get(one), answer),
                "" if one in noted else answer.note,
                "" if one in plans or action == NO_ACTION else planned(action),
                () if one in asked else answers.earlier.get(one, ()),
            )
        )
    return tuple(one for one in found if not one.is_empty)


def _gone(pack: Pack, question_id: str, answer: Answer) -> str:
    known = answer.asked.text if answer.asked else ""
    return known or pack.retired.get(question_id) or say("finding.aside.gone")


def _said(pack: Pack, question: Question | None, answer: Answer) -> str:
    """Return an answer in words, as far as its choices are known."""
    value = answer.value
    if question is not None and not question.kind.has_choices and isinstance(value, str):
        return spoken_day(value) if question.kind is AnswerKind.DATE else value
    choices = question.choices if question is not None else ()
    words = {**pack.choices_gone.texts, **{choice.id: choice.text for choice in choices}}
    if answer.asked is not None:
        # By these ids another question may have said something else.
        words = dict(answer.asked.picked)
    if isinstance(value, str):
        return words.get(value, value)
    picked = "; ".join(words.get(one, one) for one in value if isinstance(one, str))
    return picked or rows_in_words(value)


def _people(pack: Pack, answers: Answers) -> Iterable[Aside]:
    for role, person in answers.people.items():
        # Whoever these answers are of stands on the outcome.
        if role != STAFF:
            called = (
                pack.roles[role].name if role in pack.roles else pack.roles_gone.texts.get(role)
            )
            named = ", ".join(part for part in (person.name, person.role) if part)
            yield Aside(called or role, named)
