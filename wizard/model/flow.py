"""Which sections and questions are asked, in what order, and where the gaps are.

Pure: a journey and answers in, sections out.  No step knows of a window.
"""

from __future__ import annotations

from wizard.model.answers import Answers
from wizard.model.journey import Journey, Section
from wizard.model.question import Question

REVIEW = "review"
OUTCOME = "outcome"


def asked_by_section(
    journey: Journey, answers: Answers
) -> tuple[tuple[Section, tuple[Question, ...]], ...]:
    """Return each section asked now with its questions asked now, at least one."""
    chosen = answers_asked(journey, answers)
    pairs = (
        (section, tuple(one for one in section.questions if one.when.holds(chosen)))
        for section in journey.sections
        if section.when.holds(chosen)
    )
    return tuple((section, questions) for section, questions in pairs if questions)


def visible_sections(journey: Journey, answers: Answers) -> tuple[Section, ...]:
    """Return the sections that are asked now and have at least one question asked."""
    return tuple(section for section, _ in asked_by_section(journey, answers))


def visible_questions(journey: Journey, section: Section, answers: Answers) -> tuple[Question, ...]:
    """Return the questions of a section that are asked now."""
    chosen = answers_asked(journey, answers)
    if not section.when.holds(chosen):
        return ()
    return tuple(question for question in section.questions if question.when.holds(chosen))


def asked(journey: Journey, answers: Answers) -> tuple[Question, ...]:
    """Return every question asked now, folded ones too, in order."""
    return tuple(
        question for _, questions in asked_by_section(journey, answers) for question in questions
    )


def answers_asked(journey: Journey, answers: Answers) -> dict[str, frozenset[str]]:
    """Return the choices picked in questions that are themselves asked.

    An answer given to a question that is no longer asked is kept, but it must not
    hold another question open: so the conditions are worked through in order.
    """
    given = answers.chosen()
    chosen: dict[str, frozenset[str]] = {}
    for section in journey.sections:
        if not section.when.holds(chosen):
            continue
        for question in section.questions:
            if question.id in given and question.when.holds(chosen):
                chosen[question.id] = given[question.id]
    return chosen


def gaps(journey: Journey, answers: Answers) -> tuple[Question, ...]:
    """Return the questions asked now that have no answer; folded sections leave none."""
    return tuple(
        question
        for section, questions in asked_by_section(journey, answers)
        if not section.optional
        for question in questions
        if not answers[question.id].is_given
    )


def count(journey: Journey, answers: Answers) -> tuple[int, int]:
    """Return (answered, asked), folded sections left out."""
    counted = [
        answers[question.id].is_given
        for section, questions in asked_by_section(journey, answers)
        if not section.optional
        for question in questions
    ]
    return sum(counted), len(counted)


def next_place(journey: Journey, answers: Answers, place: str) -> str:
    """Return where Next leads: the next section that is not folded, review, outcome."""
    if place in (REVIEW, OUTCOME):
        return OUTCOME
    order = visible_sections(journey, answers)
    here = _index(order, place)
    for section in order[here + 1 :]:
        if not section.optional:
            return section.id
    return REVIEW


def previous_place(journey: Journey, answers: Answers, place: str) -> str:
    """Return where Back leads, or the empty string at the start."""
    if place == OUTCOME:
        return REVIEW
    order = visible_sections(journey, answers)
    here = len(order) if place == REVIEW else _index(order, place)
    for section in reversed(order[: max(here, 0)]):
        if not section.optional:
            return section.id
    return ""


def resume_place(journey: Journey, answers: Answers, place: str) -> str:
    """Return the place to open: the one kept if it is still asked, else the first."""
    order = visible_sections(journey, answers)
    if place in (REVIEW, OUTCOME) or _index(order, place) >= 0:
        return place
    return order[0].id if order else REVIEW


def way_to(journey: Journey, answers: Answers, question_id: str) -> str:
    """Return the question to open so as to come to one: itself if it is asked now.

    Otherwise it is the question that, answered otherwise, would let it be asked.  One
    that the journey does not have is returned as it is.
    """
    chosen = answers_asked(journey, answers)
    seen: set[str] = set()
    while question_id not in seen:
        seen.add(question_id)
        section, question = journey.section_of(question_id), journey.question(question_id)
        if section is None or question is None:
            break
        missing = [when for when in (section.when, question.when) if not when.holds(chosen)]
        if not missing:
            break
        closed = [test for test in missing[0].tests if not test.holds(chosen)]
        question_id = closed[0].question
    return question_id


def _index(order: tuple[Section, ...], place: str) -> int:
    return next((i for i, section in enumerate(order) if section.id == place), -1)
