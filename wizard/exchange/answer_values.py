"""Single answers, actions and persons of an answers file, read and written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from wizard.exchange.reading import Place, Reading
from wizard.model.answers import (
    LINE_LETTERS,
    RISK_ROWS,
    Action,
    Answer,
    Earlier,
    RiskRow,
    Value,
)
from wizard.model.question import AnswerKind, Question
from wizard.safe.limits import EARLIER_MEANINGS, NOTE_LETTERS

ANSWER_KEYS = (
    "line", "text", "kind", "meaning", "allowed", "value", "note", "show_to_slt", "from_school",
    "unasked",
)  # fmt: skip
ACTION_KEYS = ("who", "by", "done")
EARLIER_WORDS = ("question", "said", "note")
EARLIER_KEYS = (*EARLIER_WORDS, "picked")
ROW_KEYS = tuple(field.name for field in dataclasses.fields(RiskRow))
SCALE = range(6)
"""Likelihood and severity: 1 to 5, 0 while not chosen."""


def read_answer(place: Place, question: Question) -> Answer:
    """Return one answer.  A bare value may stand in place of the object."""
    reading = place.with_value().read(ANSWER_KEYS)
    return Answer(
        _value(reading, question),
        reading.text("note", limit=NOTE_LETTERS),
        reading.flag("show_to_slt"),
    )


def read_action(place: Place) -> Action:
    """Return who does something, and by when."""
    reading = place.read(ACTION_KEYS)
    return Action(reading.text("who", limit=LINE_LETTERS), reading.day("by"), reading.flag("done"))


def read_earlier(place: Place) -> tuple[Earlier, ...]:
    """Return what was answered before a question came to mean something else, oldest first."""
    found = []
    for one in place.each(EARLIER_MEANINGS):
        reading = one.read(EARLIER_KEYS)
        question, said, note = (reading.text(key, limit=NOTE_LETTERS) for key in EARLIER_WORDS)
        found.append(Earlier(question, said, note, reading.flag("picked")))
    return tuple(found)


def write_earlier(earlier: Iterable[Earlier]) -> list[dict[str, object]]:
    """Return what ``read_earlier`` reads."""
    return [
        {"question": one.question, "said": one.said, "note": one.note, "picked": one.is_picked}
        for one in earlier
    ]


def write_value(value: Value) -> object:
    """Return a value as JSON holds it; None for no answer."""
    if isinstance(value, str):
        return value or None
    if not value:
        return None
    return [dataclasses.asdict(item) if isinstance(item, RiskRow) else item for item in value]


def _value(reading: Reading, question: Question) -> Value:
    thing = reading.raw("value")
    if thing is None:
        return ""
    match question.kind:
        case AnswerKind.ONE:
            return _choice(reading, question, thing)
        case AnswerKind.SEVERAL:
            if not isinstance(thing, list):
                raise reading.fault("no-list", "value")
            picked = {_choice(reading, question, item) for item in thing}
            return tuple(choice.id for choice in question.choices if choice.id in picked)
        case AnswerKind.DATE:
            return reading.day("value")
        case AnswerKind.RISKS:
            return read_rows(reading, thing)
        case AnswerKind.LINE:
            return reading.text("value", limit=LINE_LETTERS)
        case AnswerKind.TEXT:
            return reading.text("value", limit=NOTE_LETTERS)


def _choice(reading: Reading, question: Question, thing: object) -> str:
    if not isinstance(thing, str):
        raise reading.fault("no-choice", "value")
    if thing:
        reading.known("value", thing, [choice.id for choice in question.choices])
    return thing


def allowed_ids(question: Question) -> set[str]:
    """Return the ids of the choices that may be picked."""
    return {choice.id for choice in question.choices}


def read_rows(reading: Reading, thing: object) -> tuple[RiskRow, ...]:
    """Return the rows of a risk assessment, without empty ones.

    Raises ``InputFault`` naming the place.
    """
    if not isinstance(thing, list):
        raise reading.fault("no-list", "value")
    if len(thing) > RISK_ROWS:
        raise reading.fault("many", "value", found=len(thing), most=RISK_ROWS)
    rows = []
    for number, item in enumerate(thing, 1):
        row = reading.within(f"value[{number}]", item).read(ROW_KEYS)
        rows.append(
            RiskRow(
                hazard=row.text("hazard", limit=NOTE_LETTERS),
                who_harmed=row.text("who_harmed", limit=NOTE_LETTERS),
                already=row.text("already", limit=NOTE_LETTERS),
                likelihood=_scale(row, "likelihood"),
                severity=_scale(row, "severity"),
                further=row.text("further", limit=NOTE_LETTERS),
                who_acts=row.text("who_acts", limit=LINE_LETTERS),
                when=row.day("when"),
            )
        )
    return tuple(row for row in rows if row != RiskRow())


def _scale(row: Reading, key: str) -> int:
    number = row.whole(key)
    if number not in SCALE:
        raise row.fault("scale", key, number=number)
    return number
