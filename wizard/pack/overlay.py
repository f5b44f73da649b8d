"""What a school adds to the content and makes stricter.  It can not drop or weaken.

Every attempt to is a fault that names the clause, with its line in the school's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wizard.model.clause import Clause, Policy
from wizard.model.journey import Journey, Section
from wizard.model.numbering import number_lines
from wizard.model.question import Question, meaning_of
from wizard.model.status import Strength
from wizard.pack.faults import listed, near_miss
from wizard.pack.fields import Fields
from wizard.pack.questions import QUESTION_KEYS, ChoiceSets, build_question
from wizard.pack.shelf import Place, Shelf
from wizard.words import say

OVERLAY_KEYS = ("stricter", "questions", "order")
STRICTER_KEYS = ("clause", "strength")
ADDED_KEYS = (*QUESTION_KEYS, "journey", "section", "after", "strength")
ORDER_KEYS = ("journey", "section", "questions")


@dataclass(frozen=True, slots=True)
class Stricter:
    """A clause and the strength the school gives it."""

    clause: str
    strength: Strength
    place: Place


@dataclass(frozen=True, slots=True)
class Added:
    """A question of the school's own and where it stands: after another, or last."""

    question: Question
    section: str
    after: str
    place: Place


@dataclass(frozen=True, slots=True)
class Order:
    """The order in which a page asks its questions."""

    section: str
    questions: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Overlay:
    """What one school changes of one journey."""

    stricter: tuple[Stricter, ...] = ()
    added: tuple[Added, ...] = ()
    order: tuple[Order, ...] = field(default=())

    def by_new_ids(self, renamed: Mapping[str, str]) -> Overlay:
        """Return it with the ids that questions go by now: no update makes a file a wrong one.

        Where several became one, it stands where the first of them stood.
        """
        added = (replace(one, after=renamed.get(one.after, one.after)) for one in self.added)
        order = (
            replace(one, questions=tuple(dict.fromkeys(renamed.get(q, q) for q in one.questions)))
            for one in self.order
        )
        return replace(self, added=tuple(added), order=tuple(order))


def _own(question: Question, item: Fields) -> Question:
    meaning = question.meaning
    if not item.has("meaning"):
        own = question.choices if item.has("choices") else ()
        picked = {choice.id: choice.text for choice in own}
        points = {point.id: point.text for point in question.points}
        meaning = meaning_of(question.text, picked, item.text("answers"), points)
    return replace(
        question,
        from_school=True,
        meaning=meaning,
        strength=item.one_of("strength", Strength, Strength.ADVISED),
    )


def build_overlay(shelf: Shelf, top: Fields | None, journey_id: str, sets: ChoiceSets) -> Overlay:
    """Read the overlay of a school's file, as far as it concerns one journey."""
    overlay = top.table("overlay", OVERLAY_KEYS) if top is not None else None
    if overlay is None:
        return Overlay()
    return Overlay(
        tuple(
            Stricter(
                item.text("clause", required=True),
                item.one_of("strength", Strength, Strength.PROHIBITED),
                _place(item, "clause"),
            )
            for item in overlay.tables("stricter", STRICTER_KEYS)
        ),
        tuple(
            Added(
                _own(build_question(shelf, item, sets), item),
                item.text("section", required=True),
                item.text("after"),
                _place(item, "section"),
            )
            for item in overlay.tables("questions", ADDED_KEYS)
            if item.text("journey", required=True) == journey_id
        ),
        tuple(
            Order(
                item.text("section", required=True),
                item.texts("questions"),
                _place(item, "section"),
            )
            for item in overlay.tables("order", ORDER_KEYS)
            if item.text("journey", required=True) == journey_id
        ),
    )


def tighten(shelf: Shelf, overlay: Overlay, policies: Mapping[str, Policy]) -> dict[str, Policy]:
    """Return the policies with the school's strengths; weaker ones are faults."""
    known = {clause: policy for policy in policies.values() for clause in policy.clauses}
    changed = dict(policies)
    for item in overlay.stricter:
        policy = known.get(item.clause)
        if policy is None:
            near = near_miss(item.clause, known)
            shelf.note("unknown-clause", item.place, hint=near, id=item.clause)
            continue
        clauses = dict(changed[policy.id].clauses)
        clause = clauses[item.clause]
        if item.strength.rank > clause.strength.rank:
            strengths = {"old": clause.strength.value, "new": item.strength.value}
            shelf.note("weakened", item.place, clause=item.clause, **strengths)
            continue
        clauses[item.clause] = _as_strong(clause, item.strength)
        changed[policy.id] = replace(changed[policy.id], clauses=clauses)
    return changed


def lay_over(shelf: Shelf, overlay: Overlay, journey: Journey) -> Journey:
    """Return the journey with the school's questions and order."""
    sections = list(journey.sections)
    places = {section.id: at for at, section in enumerate(sections)}
    for added in overlay.added:
        at = _section(shelf, places, added.section, added.place)
        if at is not None:
            sections[at] = _with(shelf, sections[at], added)
    lines = number_lines(sections)
    for order in overlay.order:
        at = _section(shelf, places, order.section, order.place)
        if at is not None:
            sections[at] = _ordered(shelf, sections[at], order)
    return replace(journey, sections=tuple(sections), lines=lines)


def _place(fields: Fields, key: str) -> Place:
    return Place(fields.shown, fields.line_of(key))


def _as_strong(clause: Clause, strength: Strength) -> Clause:
    return replace(clause, strength=strength)


def _section(shelf: Shelf, places: Mapping[str, int], wanted: str, place: Place) -> int | None:
    if wanted not in places:
        near = near_miss(wanted, places)
        shelf.note("unknown-section", place, hint=near, page=wanted, pages=listed(places))
    return places.get(wanted)


def _with(shelf: Shelf, section: Section, added: Added) -> Section:
    questions = list(section.questions)
    ids = [question.id for question in questions]
    if added.after and added.after not in ids:
        _not_asked(shelf, added.place, section, added.after)
        return section
    at = ids.index(added.after) + 1 if added.after else len(ids)
    questions.insert(at, added.question)
    return replace(section, questions=tuple(questions))


def _ordered(shelf: Shelf, section: Section, order: Order) -> Section:
    questions = {question.id: question for question in section.questions}
    for extra in (one for one in order.questions if one not in questions):
        _not_asked(shelf, order.place, section, extra)
    for dropped in (one for one in questions if one not in order.questions):
        cited = listed(_clauses(questions[dropped])) or say("fault.good-practice")
        shelf.note("dropped", order.place, question=dropped, cited=cited)
    if sorted(order.questions) != sorted(questions):
        return section
    return replace(section, questions=tuple(questions[one] for one in order.questions))


def _not_asked(shelf: Shelf, place: Place, section: Section, wanted: str) -> None:
    asked = [question.id for question in section.questions]
    shelf.note(
        "unknown-question.page",
        place,
        hint=near_miss(wanted, asked),
        page=section.id,
        question=wanted,
        asked=listed(asked),
    )


def _clauses(question: Question) -> tuple[str, ...]:
    return question.clauses + tuple(clause for point in question.points for clause in point.clauses)
