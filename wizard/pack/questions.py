"""Builds questions and the sets of choices they share."""

from __future__ import annotations

from wizard.model.question import AnswerKind, Choice, PolicyView, Question
from wizard.model.status import Status
from wizard.pack.fields import Fields
from wizard.pack.shelf import Shelf

QUESTION_KEYS = (
    "id", "text", "kind", "answers", "choices", "help", "points", "why", "example", "todo",
    "ask", "who", "clauses", "facts", "when", "policies", "assessed", "sub", "note",
    "meaning",
)  # fmt: skip
CHOICE_KEYS = ("id", "text", "becomes", "advice", "who", "policies")
VIEW_KEYS = ("who", "todo", "ask")

ChoiceSets = dict[str, tuple[Choice, ...]]


def build_choice_sets(shelf: Shelf) -> ChoiceSets:
    """Read ``choices.yaml``: the sets that several questions share."""
    top = shelf.open("choices.yaml", ("sets",))
    if top is None:
        return {}
    sets: ChoiceSets = {}
    for name, tables in top.named_lists("sets", CHOICE_KEYS).items():
        sets[name] = _choices(shelf, tables)
    return sets


def build_questions(shelf: Shelf, name: str, sets: ChoiceSets) -> dict[str, Question] | None:
    """Read one file of ``questions/`` into questions by id; None if it can not be read.

    Under the empty id stands one whose id is none: that fault is noted.
    """
    top = shelf.open(f"questions/{name}.yaml", ("questions",))
    if top is None:
        return None
    found = {}
    for fields in top.tables("questions", QUESTION_KEYS, required=True):
        question = build_question(shelf, fields, sets)
        found[question.id] = question
    return found


def build_question(shelf: Shelf, fields: Fields, sets: ChoiceSets) -> Question:
    """Build one question from its table."""
    kind = fields.one_of("kind", AnswerKind, AnswerKind.ONE)
    is_known_kind = fields.text("kind") in ("", kind.value)
    choices = _question_choices(shelf, fields, kind, sets) if is_known_kind else ()
    question = Question(
        id=shelf.claim("question", fields, fields.id()),
        text=fields.text("text", required=True),
        kind=kind,
        choices=choices,
        help=fields.text("help"),
        why=fields.text("why"),
        example=fields.text("example"),
        todo=fields.text("todo"),
        ask=fields.text("ask"),
        who=shelf.role(fields),
        clauses=shelf.cited(fields),
        points=shelf.facts(fields, "points"),
        facts=shelf.facts(fields, "facts"),
        when=shelf.condition(fields),
        by_policy=_build_views(shelf, fields),
        assessed=fields.flag("assessed", default=True),
        sub=fields.flag("sub"),
        note=fields.flag("note", default=True),
        meaning=fields.whole("meaning", default=1),
    )
    _check_advice(fields, question)
    return question


def _question_choices(
    shelf: Shelf, fields: Fields, kind: AnswerKind, sets: ChoiceSets
) -> tuple[Choice, ...]:
    set_name = fields.text("answers")
    if not kind.has_choices:
        if set_name or fields.has("choices"):
            fields.fault("no-choices.kind", kind=kind.value)
        return ()
    if set_name and fields.has("choices"):
        fields.fault("two-choices")
    if set_name:
        if set_name not in sets:
            shelf.mention("choice-set", set_name, fields, fields.line_of("answers"))
        return sets.get(set_name, ())
    choices = _choices(shelf, fields.tables("choices", CHOICE_KEYS))
    if len(choices) < 2:
        fields.fault("no-choices")
    return choices


def _choices(shelf: Shelf, tables: list[Fields]) -> tuple[Choice, ...]:
    seen: set[str] = set()
    choices = []
    for fields in tables:
        choice_id = fields.id()
        if choice_id in seen:
            fields.fault("repeated-id.choice", choice=choice_id)
        seen.add(choice_id)
        becomes = fields.one_of("becomes", Status, Status.NOT_ANSWERED)
        by_policy = {}
        for policy, scalar in fields.named_texts("policies").items():
            shelf.mention("policy", policy, fields, scalar.line)
            by_policy[policy] = fields.member(scalar.text, Status, Status.ASK, scalar.line)
        choices.append(
            Choice(
                choice_id,
                fields.text("text", required=True),
                None if becomes is Status.NOT_ANSWERED else becomes,
                fields.text("advice"),
                by_policy,
                shelf.role(fields),
            )
        )
    return tuple(choices)


def _build_views(shelf: Shelf, fields: Fields) -> dict[str, PolicyView]:
    """Read what single policies change about a question."""
    views = {}
    for policy, view in fields.named_tables("policies", VIEW_KEYS).items():
        shelf.mention("policy", policy, fields, view.line)
        views[policy] = PolicyView(shelf.role(view), view.text("todo"), view.text("ask"))
    return views


def _check_advice(fields: Fields, question: Question) -> None:
    """An answer that leaves something open must say what to do about it."""
    if not question.assessed:
        return
    for choice in question.choices:
        becomes = {choice.becomes, *choice.by_policy.values()}
        for status, key in ((Status.TO_DO, "todo"), (Status.ASK, "ask")):
            if status in becomes and not (getattr(question, key) or choice.advice):
                fields.fault("no-advice", choice=choice.id, status=status.value, key=key)
                return
