"""Answers from an older content or another school: nothing is refused, nothing is lost.

Unlike a self-assessment kept here, a file brings no questions of its own along.  What it
says beside each answer (its text, its meaning) tells what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from wizard.exchange.answer_values import (
    ANSWER_KEYS,
    allowed_ids,
    read_answer,
    read_rows,
)
from wizard.exchange.reading import Place, Reading
from wizard.model.answers import Answer, Asked, Earlier, Value, rows_in_words
from wizard.model.carry import standing, unasked
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Question
from wizard.safe.limits import CHOICES_PICKED, NOTE_LETTERS

ELSEWHERE = ("from_school", "unasked")
"""Keys that say of an answer that not every content asks its question."""

_PICKED = (AnswerKind.ONE.value, AnswerKind.SEVERAL.value)


def was_asked(place: Place) -> bool:
    """Say whether a question was asked where its answer comes from."""
    return _marks(place).get("unasked") is not True


def has_value(place: Place) -> bool:
    """Say whether a question has an answer, whatever it may be."""
    thing = place.thing
    return bool(thing.get("value") if isinstance(thing, dict) else thing)


def is_unasked(pack: Pack, question_id: str, place: Place, *, is_other: bool) -> bool:
    """Say whether a question that is not asked here may bring its answer all the same.

    ``is_other`` says that the file was written under other content: a newer one asks what this
    one does not know, and says what kind of question it is.
    """
    if question_id in pack.retired:
        return True
    marks = _marks(place)
    return any(marks.get(key) is True for key in ELSEWHERE) or (is_other and "kind" in marks)


def read_asked(
    place: Place, question: Question, gone: Mapping[str, str], *, is_other: bool
) -> Answer | Earlier:
    """Return an answer to a question that is asked here, or what it was if it does not fit it.

    ``is_other`` says that the file is of another edition, ``gone`` are the choices that are
    there no longer, and what they said.
    """
    if _is_of_no_kind(place):
        return standing(None, question, read_unasked(place))
    if is_other or _was_otherwise(place, question):
        return read_older(place, question, gone)
    return read_answer(place, question)


def read_beside(place: Place, question: Question, gone: Mapping[str, str]) -> Earlier:
    """Return an answer as it stands beside a question at which another one stands.

    ``gone`` are the choices that are there no longer, and what they said.
    """
    if _is_of_no_kind(place):
        return unasked(question, read_unasked(place))
    reading = place.with_value().read(ANSWER_KEYS)
    return _told(reading, _any_value(reading), question, gone)


def _is_of_no_kind(place: Place) -> bool:
    """Say whether nobody asked it where it comes from either: nobody knows what kind it was."""
    marks = _marks(place)
    return marks.get("unasked") is True and "kind" not in marks


def _was_otherwise(place: Place, question: Question) -> bool:
    """Say whether a question was another one when it was answered, by what the file says of it.

    The edition does not tell: a school may have changed a question of its own.
    """
    marks = _marks(place)
    if "kind" not in marks:
        # Whoever fills a file in by hand means the question as it is.
        return False
    choices = [choice.id for choice in question.choices]
    could = marks.get("allowed")
    return (
        marks["kind"] != question.kind.value
        or marks.get("meaning", 1) != question.meaning
        or (isinstance(could, list | dict) and list(could) != choices)
        or _is_strangers(place, question)
    )


def _is_strangers(place: Place, question: Question) -> bool:
    """Say whether a school asked something else by this id.

    Editions see to it that none means two things; two schools that copied the example do not.
    """
    marks = _marks(place)
    text = marks.get("text")
    is_told = marks.get("from_school") is True and isinstance(text, str)
    return is_told and " ".join(str(text).split()) != " ".join(question.text.split())


def _marks(place: Place) -> dict[str, object]:
    """Return what a file says of an answer; nothing of a bare value."""
    return place.thing if isinstance(place.thing, dict) else {}


def read_unasked(place: Place) -> Answer:
    """Return an answer as it stands, of whatever kind its question was, with what was asked."""
    reading = place.with_value().read(ANSWER_KEYS)
    value = _any_value(reading)
    return Answer(value, *_note(reading), _asked(reading, value))


def _asked(reading: Reading, value: Value) -> Asked | None:
    """Return what was asked, as far as a file says it."""
    kind = reading.text("kind", limit=NOTE_LETTERS)
    if not kind:
        return None
    return Asked(
        reading.text("text", limit=NOTE_LETTERS),
        kind,
        max(reading.whole("meaning"), 1),
        reading.flag("from_school"),
        tuple((one, said) for one, said in _words(reading).items() if one in _picked(value)),
    )


def read_older(place: Place, question: Question, gone: Mapping[str, str]) -> Answer | Earlier:
    """Return an answer of another edition, or what it was if it does not fit any more.

    ``gone`` are the choices that are there no longer, and what they said.
    """
    reading = place.with_value().read(ANSWER_KEYS)
    kind = reading.text("kind", limit=NOTE_LETTERS) or question.kind.value
    is_same = kind == question.kind.value and max(reading.whole("meaning"), 1) == question.meaning
    is_same = is_same and not _is_strangers(place, question)
    value = _any_value(reading)
    if is_same and (not question.kind.has_choices or _picked(value) <= allowed_ids(question)):
        return read_answer(place, question)
    return _told(reading, value, question, gone)


def _told(reading: Reading, value: Value, question: Question, gone: Mapping[str, str]) -> Earlier:
    """Return a value with the words of its question, as far as they are known."""
    text = reading.text("text", limit=NOTE_LETTERS) or question.text
    kind = reading.text("kind", limit=NOTE_LETTERS) or question.kind.value
    # What is no choice that is known may be somebody's words, whatever was to stand there.
    words = _words(reading)
    if kind in _PICKED:
        words = {**gone, **{choice.id: choice.text for choice in question.choices}, **words}
    is_picked = kind in _PICKED and bool(_picked(value)) and _picked(value) <= words.keys()
    return Earlier(text, _said(value, words), _note(reading)[0], is_picked)


def _words(reading: Reading) -> dict[str, str]:
    """Return the words that choices had where a school asked, as far as the file says them."""
    told = reading.raw("allowed")
    if not isinstance(told, dict):
        return {}
    return {
        one: reading.words("allowed", words, NOTE_LETTERS)
        for one, words in told.items()
        if isinstance(words, str)
    }


def _note(reading: Reading) -> tuple[str, bool]:
    return reading.text("note", limit=NOTE_LETTERS), reading.flag("show_to_slt")


def _any_value(reading: Reading) -> Value:
    thing = reading.raw("value")
    if not isinstance(thing, list):
        return reading.text("value", limit=NOTE_LETTERS)
    if any(isinstance(item, dict) for item in thing):
        return read_rows(reading, thing)
    if len(thing) > CHOICES_PICKED:
        raise reading.fault("many", "value", found=len(thing), most=CHOICES_PICKED)
    if not all(isinstance(item, str) for item in thing):
        raise reading.fault("no-choice", "value")
    return tuple(reading.words("value", str(item), NOTE_LETTERS) for item in thing)


def _picked(value: Value) -> set[str]:
    if isinstance(value, str):
        return {value} if value else set()
    return {item for item in value if isinstance(item, str)}


def _said(value: Value, words: Mapping[str, str]) -> str:
    """Return an old answer in words, as far as the file or the content of today knows them."""
    if isinstance(value, str):
        return words.get(value, value)
    if any(not isinstance(item, str) for item in value):
        return rows_in_words(value)
    return "; ".join(words.get(str(item), str(item)) for item in value)
