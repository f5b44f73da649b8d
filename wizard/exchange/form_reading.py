"""A blank sheet that was filled in on screen, read back as a self-assessment.

The names of its fields are those of ``wizard.report.pdf.fields``.  What a person typed is
never dropped: a date or a number that can not be understood goes where words may stand, and
what has no place among the answers is told.  A sheet may be of another edition: a question
goes by the id it had, and what it does not mean any more, or a choice that is gone, stands
beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime

from wizard.exchange.answers_file import FORMAT, VERSION, read_answers
from wizard.exchange.form_left import left_over
from wizard.exchange.form_words import as_asked, asked
from wizard.exchange.returned import BELOW, JOURNEY, Inside, LeftOver
from wizard.model.answers import LINE_LETTERS, RISK_ROWS, YEARS
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Question
from wizard.model.run import Run
from wizard.safe.limits import NOTE_LETTERS

_PERSON = {
    "staff": (("fact:1", "sign:staff-name"), ("fact:2", "sign:staff-role")),
    "slt": (("sign:slt-name",), ("sign:slt-role",)),
}
"""Where the name of a person may stand, and where the role; the first that is filled counts."""

_CELLS = {
    "hazard": "hazard", "harmed": "who_harmed", "already": "already", "likelihood": "likelihood",
    "severity": "severity", "further": "further", "who": "who_acts", "when": "when",
}  # fmt: skip
"""A risk row's fields on the form, and what they are called in an answers file."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MEANING = re.compile("[1-9][0-9]{0,17}")
"""A meaning that a question may have had; those of a school's own are long."""

_NUMBERS = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled in: its self-assessment, and what has no place in that."""

    pack: Pack
    run: Run
    left: tuple[LeftOver, ...]

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to go on with: an answer, a note or a name.

        An answer to a question that has changed since stands beside it, and is one, too.
        """
        answers = self.run.answers
        written = any(one.is_given or one.note for one in answers.answers.values())
        return written or bool(answers.people or answers.earlier)


def journey_in(inside: Inside) -> str:
    """Return the id of the journey that a form is of."""
    return inside.fields[JOURNEY].partition(" ")[0]


def _meanings(fields: Mapping[str, str]) -> dict[str, int]:
    """Return which meaning was asked on a sheet, by question; those not told mean what they did."""
    told = (one.rpartition(":") for one in fields[JOURNEY].split()[1:])
    return {one: int(what) for one, _, what in told if _MEANING.fullmatch(what)}


def read_form(inside: Inside, shown: str, pack: Pack, policy: str, now: datetime) -> Filled:
    """Return what was filled into a form as a self-assessment of the pack's journey."""
    # What is longer than any note may be is told with what has no place.
    fields = {name: typed for name, typed in inside.fields.items() if len(typed) <= NOTE_LETTERS}
    taken, meanings = {JOURNEY}, _meanings(fields)
    given: dict[str, dict[str, object]] = {}
    for question in pack.journey.questions():
        for name, entry in _stands(fields, question, pack):
            if (then := meanings.get(name, 1)) != question.meaning or "kind" in entry:
                entry = as_asked(inside, name, then, question.kind) | entry
            given[question.id] = entry
            taken |= _names(fields, question, name)
    roles = [role for role in _PERSON if role in pack.roles]
    people = {role: _person(fields, role) for role in roles}
    taken |= {name for role in roles for name in _said(fields, role, people[role])}
    older = _of_older(inside, fields, pack, taken, meanings)
    taken |= {name for name in fields if asked(name) in older}
    document = {
        "format": FORMAT,
        "version": VERSION,
        "journey": pack.journey.id,
        "policy": policy,
        "people": people,
        "answers": given | older,
    }
    run = read_answers(document, shown, pack, now)
    left = left_over(inside, taken, is_record=pack.journey.is_record)
    return Filled(pack, run, tuple(left))


def _stands(
    fields: Mapping[str, str], question: Question, pack: Pack
) -> list[tuple[str, dict[str, object]]]:
    """Return by which id of a sheet a question was filled in, and with what; none if it was not.

    That of today first.  What is left empty takes no place from what it was called before, and
    of several that became one, one with an answer comes before one with a note alone.
    """
    called = [question.id, *(old for old, now in pack.renamed.items() if now == question.id)]
    found = [(name, entry) for name in called if (entry := _entry(fields, question, name))]
    found.sort(key=lambda one: one[0] != question.id and not one[1]["value"])
    return found[:1]


def _names(fields: Mapping[str, str], question: Question, called: str) -> set[str]:
    """Return the fields that a question ``called`` so has taken its answer and note from."""
    own = {name for name in fields if asked(name) == called}
    if question.kind is AnswerKind.RISKS and not _ticked(fields, called):
        rows = _rows_in(fields, question, called)
        own |= {name for row in rows for name in _of_row(row).values()}
    return own


def _of_older(
    inside: Inside,
    fields: Mapping[str, str],
    pack: Pack,
    taken: Set[str],
    meanings: Mapping[str, int],
) -> dict[str, dict[str, object]]:
    """Return what was filled in for questions that were asked here once, by their old ids."""
    found: dict[str, dict[str, object]] = {}
    for one in dict.fromkeys(asked(name) for name in fields if name not in taken):
        if one in pack.retired:
            ticked = _ticked(fields, one)
            kind = AnswerKind.SEVERAL if ticked else AnswerKind.TEXT
            typed, note = (fields.get(f"{what}:{one}", "").strip() for what in "qn")
            found[one] = {
                "value": ticked or typed,
                "note": _joined(typed, note) if ticked else note,
                **as_asked(inside, one, meanings.get(one, 1), kind),
            }
    return found


def _person(fields: Mapping[str, str], role: str) -> dict[str, object]:
    found = []
    for keys in _PERSON[role]:
        typed = (fields.get(key, "").strip() for key in keys)
        found.append(next((one for one in typed if 0 < len(one) <= LINE_LETTERS), ""))
    return dict(zip(("name", "role"), found, strict=True))


def _said(fields: Mapping[str, str], role: str, person: Mapping[str, object]) -> set[str]:
    """Return the fields that say no more of a person than was taken."""
    both = zip(_PERSON[role], person.values(), strict=True)
    return {key for keys, taken in both for key in keys if fields.get(key, "").strip() == taken}


def _entry(fields: Mapping[str, str], question: Question, called: str) -> dict[str, object]:
    """Return what an answers file has of a question, by the id it is ``called`` on the sheet.

    Empty for nothing filled in.
    """
    ticked = _ticked(fields, called)
    typed = fields.get(f"q:{called}", "").strip()
    note = fields.get(f"n:{called}", "").strip()
    if ticked or (not typed and (note or question.kind.has_choices)):
        # Boxes, and a line for a note, may be of a question that is asked without choices by
        # now, and words of one with.
        return _picked(ticked, _joined(typed, note), question)
    value, extra = _value(fields, question, called, typed)
    note = _joined(extra, note)
    marks = {"kind": AnswerKind.TEXT.value} if question.kind.has_choices else {}
    return {"value": value, "note": note, **marks} if value or note else {}


def _joined(*parts: str) -> str:
    return " – ".join(part for part in parts if part)


def _picked(picked: list[str], note: str, question: Question) -> dict[str, object]:
    """Return the choices that were picked; as of an older edition what does not fit today's."""
    if not (picked or note):
        return {}
    is_one = question.kind is AnswerKind.ONE and len(picked) <= 1
    value = "".join(picked) if is_one else picked
    fits = is_one or question.kind is AnswerKind.SEVERAL
    if fits and set(picked).issubset(choice.id for choice in question.choices):
        return {"value": value, "note": note}
    kind = AnswerKind.ONE if is_one else AnswerKind.SEVERAL
    return {"value": value, "note": note, "kind": kind.value}


def _ticked(fields: Mapping[str, str], called: str) -> list[str]:
    own = f"q:{called}{BELOW}"
    return [one.removeprefix(own) for one in fields if one.startswith(own)]


def _value(
    fields: Mapping[str, str], question: Question, called: str, typed: str
) -> tuple[object, str]:
    """Return a value, and what was typed for it that does not fit there."""
    kind = question.kind
    if kind is AnswerKind.RISKS:
        return [_cells(fields, row) for row in _rows_in(fields, question, called)], typed
    if kind is AnswerKind.DATE:
        day = _read_day(typed)
        return day, "" if day else typed
    if kind is AnswerKind.LINE and len(typed) > LINE_LETTERS:
        return "", typed
    return typed, ""


def _cells(fields: Mapping[str, str], row: str) -> dict[str, object]:
    cells: dict[str, object] = {
        _CELLS[key]: fields.get(name, "").strip() for key, name in _of_row(row).items()
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
    if len(who := str(cells["who_acts"])) > LINE_LETTERS:
        cells["who_acts"], left = "", [*left, who]
    cells["further"] = _joined(str(cells["further"]), *left)
    return cells


def _rows_in(fields: Mapping[str, str], question: Question, called: str) -> list[str]:
    """Return the rows of a question that anything was filled into, by how their fields begin.

    The first sheets had one table, and did not say whose: it was none of a school's own question.
    """
    named = {name.rpartition(":")[0] for name in fields if name.startswith("r:")}
    rows = [row for row in named if row.rpartition(":")[0] == f"r:{called}"]
    if not (rows or question.from_school):
        rows = [row for row in named if row.count(":") == 1]
    numbered = (row for row in rows if row.rpartition(":")[2].isdecimal())
    return sorted(numbered, key=lambda row: (len(row), row))[:RISK_ROWS]


def _of_row(row: str) -> dict[str, str]:
    """Return the names of the fields of a row, by what each is for."""
    return {key: f"{row}:{key}" for key in _CELLS}


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
