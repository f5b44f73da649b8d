"""A blank sheet that was filled in on screen, read back as a self-assessment.

The names of its fields are those of ``wizard.report.pdf.fields``.  What a person typed is
never dropped: a date or a number that can not be understood goes where words may stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from wizard.exchange.answers_file import FORMAT, VERSION, read_answers
from wizard.exchange.reading import YEARS
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Question
from wizard.model.run import Run

JOURNEY = "journey"
"""The hidden field that says which journey a form is of; no other PDF has it."""

_PERSON = {"staff": ("fact:1", "fact:2"), "slt": ("sign:slt-name", "sign:slt-role")}
_CELLS = {
    "hazard": "hazard", "harmed": "who_harmed", "already": "already", "likelihood": "likelihood",
    "severity": "severity", "further": "further", "who": "who_acts", "when": "when",
}  # fmt: skip
"""A risk row's fields on the form, and what they are called in an answers file."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_NUMBERS = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})")


def read_form(fields: Mapping[str, str], shown: str, pack: Pack, policy: str, now: datetime) -> Run:
    """Return what was filled in as a self-assessment of the pack's journey.

    ``fields`` are full names with their values (choice ids, text).  Raises ``InputFault``
    for a value that the journey does not know.
    """
    given: dict[str, dict[str, object]] = {}
    for question in pack.journey.questions():
        value, extra = _value(fields, question)
        note = fields.get(f"n:{question.id}", "").strip()
        given[question.id] = {
            "value": value,
            "note": " – ".join(part for part in (extra, note) if part),
        }
    document = {
        "format": FORMAT,
        "version": VERSION,
        "journey": pack.journey.id,
        "policy": policy,
        "people": {role: _person(fields, role) for role in _PERSON if role in pack.roles},
        "answers": given | _unknown(fields, given),
    }
    return read_answers(document, shown, pack, now)


def _unknown(fields: Mapping[str, str], known: Mapping[str, object]) -> dict[str, object]:
    """Return what was filled in for questions this content does not ask: a fault to name."""
    names = {name[2:].split(".")[0]: value for name, value in fields.items() if name[:2] == "q:"}
    return {name: value for name, value in names.items() if name not in known and value}


def _person(fields: Mapping[str, str], role: str) -> dict[str, object]:
    name, duty = (fields.get(key, "").strip() for key in _PERSON[role])
    return {"name": name or fields.get(f"sign:{role}-name", "").strip(), "role": duty}


def _value(fields: Mapping[str, str], question: Question) -> tuple[object, str]:
    """Return a question's value, and what was typed for it that does not fit there."""
    name = f"q:{question.id}"
    typed = fields.get(name, "").strip()
    if question.kind is AnswerKind.SEVERAL:
        ticked = [choice.id for choice in question.choices if fields.get(f"{name}.{choice.id}")]
        return ticked, ""
    if question.kind is AnswerKind.RISKS:
        return _rows(fields), ""
    if question.kind is AnswerKind.DATE:
        day = _read_day(typed)
        return day, "" if day else typed
    return typed, ""


def _rows(fields: Mapping[str, str]) -> list[dict[str, object]]:
    numbers = {name.split(":")[1] for name in fields if name[:2] == "r:" and name.count(":") == 2}
    rows: list[dict[str, object]] = []
    for number in sorted((one for one in numbers if one.isdecimal()), key=int):
        cells: dict[str, object] = {
            _CELLS[key]: fields.get(f"r:{number}:{key}", "").strip() for key in _CELLS
        }
        left: list[str] = []
        for key in ("likelihood", "severity"):
            typed = str(cells[key])
            fits = typed in tuple("12345")
            cells[key] = int(typed) if fits else 0
            left += [typed] if typed and not fits else []
        typed = str(cells["when"])
        cells["when"] = _read_day(typed)
        left += [typed] if typed and not cells["when"] else []
        cells["further"] = " – ".join(part for part in (str(cells["further"]), *left) if part)
        rows.append(cells)
    return rows


def _read_day(typed: str) -> str:
    """Return a day as it is usually written (21/11/2026, 21 November 2026) in ISO; else "".

    Day before month, as everywhere in these islands.  A year that nobody can mean (206) is
    not understood: it stays with the words, and no file with such a day could be read again.
    """
    text = " ".join(typed.lower().split())
    if found := _NUMBERS.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif named := _NAMED.fullmatch(text):
        months = [at for at, name in enumerate(_MONTHS, 1) if name.startswith(named[2])]
        day, month, year = int(named[1]), months[0] if months else 0, int(named[3])
    else:
        try:
            return _meant(date.fromisoformat(text))
        except ValueError:
            return ""
    try:
        return _meant(date(year, month, day))
    except ValueError:
        return ""


def _meant(day: date) -> str:
    return day.isoformat() if day.year in YEARS else ""
