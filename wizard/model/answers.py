"""A person's answers.  Never changed in place: each act makes a new whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

T = TypeVar("T")


RISK_ROWS = 100
"""Rows in one risk assessment, typed or read; a page of more would open too slowly."""

LINE_LETTERS = 500
"""Letters of one line, typed or read: a title, a name, a short cell of a risk assessment."""

YEARS = range(1990, 2200)
"""Years that can be meant, typed or read: 206 is a slip, and beyond them calendars give up."""

STAFF = "staff"
"""The role of the person whose answers these are."""

HIGH_RISK = 10
"""Likelihood times severity (each 1 to 5) from which a risk needs a further action."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One row of a risk assessment.

    ``likelihood`` and ``severity`` run from 1 to 5, 0 while not chosen; ``when`` is
    an ISO date or empty; ``who_acts`` is whoever does the further action.
    """

    hazard: str = ""
    who_harmed: str = ""
    already: str = ""
    likelihood: int = 0
    severity: int = 0
    further: str = ""
    who_acts: str = ""
    when: str = ""


def rows_in_words(rows: Iterable[object]) -> str:
    """Return all that stands in the rows, each in a line, where they can not stay rows."""
    lines = (
        " – ".join(str(cell) for cell in dataclasses.astuple(row) if cell)
        for row in rows
        if isinstance(row, RiskRow)
    )
    return "\n".join(lines)


Value = str | tuple[str, ...] | tuple[RiskRow, ...]
"""A choice id or words; ids of several choices; rows.  Empty means not answered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, where the content at hand does not know it: in these words.

    ``kind`` is a form that answers take, of a later edition perhaps; ``meaning`` is which of
    those the question had; ``picked`` are the words of the choices picked, by id.
    """

    text: str
    kind: str
    meaning: int
    from_school: bool = False
    picked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered to one question.

    ``note`` is private unless ``show_note`` (then SLT's paper has it too).  For an
    accepted exception the note is the reason.  ``asked`` is what it answers, as long as its
    question is not known: by its id something else may be asked one day.
    """

    value: Value = ""
    note: str = ""
    show_note: bool = False
    asked: Asked | None = field(default=None, compare=False)

    @property
    def is_given(self) -> bool:
        """Whether there is an answer; a note alone is not one."""
        return bool(self.value)

    @property
    def chosen(self) -> frozenset[str]:
        """The choice ids picked (for words, the words; harmless, no condition reads them)."""
        if isinstance(self.value, str):
            return frozenset((self.value,)) if self.value else frozenset()
        return frozenset(item for item in self.value if isinstance(item, str))


@dataclass(frozen=True, slots=True)
class Action:
    """Who does what an open answer asks for, and by when (ISO date or empty)."""

    who: str = ""
    by: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A name and what this person is at the school."""

    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was answered to a question that has come to mean something else.

    ``question`` and ``said`` are the words as they stood then; ``note`` goes with them.
    ``is_picked`` says that ``said`` is the text of choices, in which nobody wrote a word.
    """

    question: str
    said: str
    note: str = ""
    is_picked: bool = False

    @property
    def is_written(self) -> bool:
        """Whether somebody's own words stand in it: those go when their writer takes them away."""
        return bool(self.note or (self.said and not self.is_picked))


def joined(before: tuple[Earlier, ...], more: Iterable[Earlier]) -> tuple[Earlier, ...]:
    """Return what was answered earlier with more of it; the very same stands there once."""
    return tuple(dict.fromkeys((*before, *more)))


KINDS = {"answer": "answers", "action": "actions", "person": "people", "earlier": "earlier"}
"""What one of each part of the answers is called."""

NO_ANSWER = Answer()
NO_ACTION = Action()
NOBODY = Person()


def _frozen() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a person has put down in one self-assessment.

    ``people`` maps role ids (``staff`` is the person whose answers these are) to
    persons; ``answers`` and ``actions`` map question ids, and so does ``earlier``: it has,
    oldest first, what was answered under each meaning that a question had before.  What
    somebody wrote there stays beside the question until they take it away themselves.
    """

    answers: Mapping[str, Answer] = field(default_factory=_frozen)
    actions: Mapping[str, Action] = field(default_factory=_frozen)
    people: Mapping[str, Person] = field(default_factory=_frozen)
    earlier: Mapping[str, tuple[Earlier, ...]] = field(default_factory=_frozen)

    def __getitem__(self, question_id: str) -> Answer:
        return self.answers.get(question_id, NO_ANSWER)

    def action(self, question_id: str) -> Action:
        """Return what is planned for a question, or an empty plan."""
        return self.actions.get(question_id, NO_ACTION)

    def person(self, role: str) -> Person:
        """Return the person in a role, or nobody."""
        return self.people.get(role, NOBODY)

    def chosen(self) -> dict[str, frozenset[str]]:
        """Return the choice ids picked for every answered question, for conditions."""
        return {key: answer.chosen for key, answer in self.answers.items() if answer.is_given}

    def that_differ(self, others: Answers) -> Iterator[str]:
        """Name what is another than in ``others``, by its kind and id."""
        for kind, part in KINDS.items():
            here, there = getattr(self, part), getattr(others, part)
            for key in here.keys() | there.keys():
                if here.get(key) != there.get(key):
                    yield f"{kind}:{key}"

    def going_on(self, was: Answers, now: Answers, asked: Callable[[str], str]) -> Answers:
        """Return these with what came from ``was`` to ``now``, wherever these are as it was.

        Elsewhere the words that came stand beside the question, as it is ``asked``.
        """
        going = self
        for one in now.that_differ(was):
            kind, _, key = one.partition(":")
            part = KINDS[kind]
            mine, old, new = (getattr(each, part).get(key) for each in (self, was, now))
            beside = going.earlier.get(key, ())
            if kind == "earlier":
                going = going.with_earlier(key, joined(beside, new or ()))
            elif mine == old:
                going = replace(going, **{part: _with(getattr(going, part), key, new, None)})
            elif words := _came(old, new):
                kept = Earlier(asked(key), words)
                going = going.with_earlier(key, joined(beside, (kept,)))
        return going

    def with_answer(self, question_id: str, answer: Answer) -> Answers:
        """Return these answers with one of them put down, or cleared if it is empty."""
        return replace(self, answers=_with(self.answers, question_id, answer, NO_ANSWER))

    def with_earlier(self, question_id: str, earlier: tuple[Earlier, ...]) -> Answers:
        """Return these answers with nothing but this from before a question's meaning changed."""
        return replace(self, earlier=_with(self.earlier, question_id, earlier, ()))

    def with_action(self, question_id: str, action: Action) -> Answers:
        """Return these answers with one action planned, or cleared if it is empty."""
        return replace(self, actions=_with(self.actions, question_id, action, NO_ACTION))

    def with_person(self, role: str, person: Person) -> Answers:
        """Return these answers with a person in a role, or nobody if it is empty."""
        return replace(self, people=_with(self.people, role, person, NOBODY))


def _came(old: object, new: object) -> str:
    """Return the words that a page has put to what was written, there or in who does it."""
    if isinstance(new, Action):
        return _more(old.who if isinstance(old, Action) else "", new.who)
    if not isinstance(new, Answer):
        return ""
    was = old if isinstance(old, Answer) else NO_ANSWER
    rows = (row for row in new.value if row not in tuple(was.value))
    return "\n".join(part for part in (rows_in_words(rows), _more(was.note, new.note)) if part)


def _more(old: str, new: str) -> str:
    return new.removeprefix(old).removeprefix(" – ")


def _with(old: Mapping[str, T], key: str, value: T, empty: T) -> Mapping[str, T]:
    new = dict(old)
    if value == empty:
        new.pop(key, None)
    else:
        new[key] = value
    return MappingProxyType(new)
