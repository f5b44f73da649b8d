"""All that a file says of its questions, put to the questions of today.

By which id each thing goes, and what becomes of those that come to one question, is told
where it is told for what is kept here, too: :mod:`wizard.model.succession`.
"""

from __future__ import annotations

from wizard.assess.readings import planned
from wizard.exchange.answer_values import read_action, read_earlier
from wizard.exchange.other_editions import (
    has_value,
    is_unasked,
    read_asked,
    read_beside,
    read_unasked,
    was_asked,
)
from wizard.exchange.reading import Place, Reading
from wizard.model.answers import NO_ACTION, NO_ANSWER, Answer, Answers, Earlier
from wizard.model.pack import Pack
from wizard.model.question import Question
from wizard.model.succession import Settling, come_to
from wizard.safe.limits import UNASKED


def read_said(top: Reading, pack: Pack, *, is_other: bool) -> Answers:
    """Return answers, plans and what was answered earlier; of people nothing.

    ``is_other`` says that the file is of another edition.  Raises ``InputFault`` for anything
    that does not belong, and for more than ``UNASKED`` answers that nobody asks for here.
    """
    questions = {question.id: question for question in pack.journey.questions()}
    given, plans, earlier = (_places(top, key) for key in ("answers", "actions", "earlier"))
    coming = come_to(
        (*given, *plans, *earlier),
        pack.renamed,
        questions,
        {one for one, place in given.items() if was_asked(place)},
        {one for one, place in given.items() if has_value(place)},
    )
    unasked = given.keys() & coming.keys() - questions.keys()
    if len(unasked) > UNASKED:
        raise top.fault("many", "answers", found=len(unasked), most=UNASKED)
    for key, places in (("actions", plans), ("earlier", earlier)):
        for one in places:
            top.known(key, one, (*questions, *given, *pack.retired))
    settling = Settling(planned)
    for now, ones in coming.items():
        question = questions.get(now)
        for one in ones:
            action = read_action(plans[one]) if one in plans else NO_ACTION
            said = read_earlier(earlier[one]) if one in earlier else ()
            place = given.get(one)
            if question is None or one == ones[0]:
                found: Answer | Earlier = NO_ANSWER
                if place is not None:
                    found = _standing(top, pack, one, question, place, is_other=is_other)
                settling.stand(now, found, action, said)
            else:
                told = Earlier(question.text, "")
                if place is not None:
                    told = read_beside(place, question, pack.choices_gone.texts)
                settling.beside(now, told, action, said)
    return settling.settled({})


def _places(top: Reading, key: str) -> dict[str, Place]:
    return {one: top.inside(f"{key}.{one}", thing) for one, thing in top.entries(key)}


def _standing(
    top: Reading, pack: Pack, one: str, question: Question | None, place: Place, *, is_other: bool
) -> Answer | Earlier:
    """Return what stands at a question of today, or waits where nobody asks for it."""
    if question is not None:
        return read_asked(place, question, pack.choices_gone.texts, is_other=is_other)
    if not is_unasked(pack, one, place, is_other=is_other):
        top.known("answers", one, [asked.id for asked in pack.journey.questions()])
    return read_unasked(place)
