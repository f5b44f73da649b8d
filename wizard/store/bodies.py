"""Answers, actions and people as the text that stands in the store, and back.

The text is ASCII JSON: whatever a person pasted, half a letter included, comes back as
it was.  What is read here was written here and sealed since, so a text that makes no
sense means that the disk lost a part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from wizard.model.answers import Action, Answer, Answers, Asked, Earlier, Person, RiskRow, Value
from wizard.safe.canonical import canonical

ANSWER = "answer"
ACTION = "action"
PERSON = "person"
EARLIER = "earlier"


def body(answers: Answers, item: str) -> str | None:
    """Return the text of one item of ``answers``, None where there is none.

    ``item`` is ``answer:``, ``action:``, ``person:`` or ``earlier:`` and an id; anything
    else raises ``ValueError``.
    """
    kind, _, key = item.partition(":")
    found: Answer | Action | Person | None
    if kind == ANSWER:
        found = answers.answers.get(key)
    elif kind == ACTION:
        found = answers.actions.get(key)
    elif kind == PERSON:
        found = answers.people.get(key)
    elif kind == EARLIER:
        said = answers.earlier.get(key)
        return _text([asdict(one) for one in said]) if said else None
    else:
        raise ValueError(f"'{kind}' is nothing that a self-assessment has")
    if found is None:
        return None
    # What it answers stands with an answer only while no question of this content says it.
    return _text({key: thing for key, thing in asdict(found).items() if thing is not None})


def items(answers: Answers) -> frozenset[str]:
    """Return the item of everything that stands in ``answers``."""
    return frozenset(
        f"{kind}:{key}"
        for kind, things in (
            (ANSWER, answers.answers),
            (ACTION, answers.actions),
            (PERSON, answers.people),
            (EARLIER, answers.earlier),
        )
        for key in things
    )


def collect(rows: Iterable[tuple[str, str]]) -> Answers:
    """Return the answers that ``rows`` of item and text hold."""
    answers: dict[str, Answer] = {}
    actions: dict[str, Action] = {}
    people: dict[str, Person] = {}
    earlier: dict[str, tuple[Earlier, ...]] = {}
    for item, text in rows:
        kind, _, key = item.partition(":")
        fields = json.loads(text)
        if kind == ANSWER:
            said = _value(fields["value"]), fields["note"], fields["show_note"]
            answers[key] = Answer(*said, _asked(fields.get("asked")))
        elif kind == ACTION:
            actions[key] = Action(**fields)
        elif kind == EARLIER:
            # At first there was room for one, which stood there alone.
            several = fields if isinstance(fields, list) else [fields]
            earlier[key] = tuple(Earlier(**one) for one in several)
        else:
            people[key] = Person(**fields)
    return Answers(
        MappingProxyType(answers),
        MappingProxyType(actions),
        MappingProxyType(people),
        MappingProxyType(earlier),
    )


def _text(fields: object) -> str:
    return canonical(fields).decode("ascii")


def _asked(raw: dict[str, Any] | None) -> Asked | None:
    if raw is None:
        return None
    return Asked(**{**raw, "picked": tuple((one, words) for one, words in raw["picked"])})


def _value(raw: str | list[str] | list[dict[str, str | int]]) -> Value:
    if isinstance(raw, str):
        return raw
    if raw and isinstance(raw[0], dict):
        return tuple(RiskRow(**row) for row in raw)  # type: ignore[arg-type]
    return tuple(str(choice) for choice in raw)
