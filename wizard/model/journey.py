"""A journey: sections of questions, in order, and what is said at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wizard.model.condition import ALWAYS, Condition
from wizard.model.question import Fact, Question


@dataclass(frozen=True, slots=True)
class Section:
    """One page of questions.

    ``optional`` sections are folded: Next passes them by and they leave no gap.
    ``points`` are in sight at its head (what to do now, say); ``facts`` are folded.
    ``letter`` starts the printed line numbers of the section (A1, FB3); without
    one they go on counting from the section before.  ``platform`` is the id of the
    platform it is about, or empty.
    """

    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    points: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    when: Condition = ALWAYS
    optional: bool = False
    letter: str = ""
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The headings a journey can end with, worst first: prompts, never verdicts."""

    change: str
    ask: str
    nothing: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """What the member of staff and SLT put their names to on the last page."""

    staff: str
    slt: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """A whole journey.

    ``lines`` gives each question id its printed line number.  The answer to
    ``named_by`` (a question id, or empty) names a self-assessment.  ``not_copied`` are
    questions left empty when an earlier one is taken as a start.  ``is_record`` marks a
    journey that prints as a dated record for a reader the person chooses, not as a
    self-assessment.
    """

    id: str
    title: str
    about: str
    minutes: str
    sections: tuple[Section, ...]
    outcome: Outcome
    sign_off: SignOff
    lines: Mapping[str, str]
    guides: tuple[str, ...] = ()
    named_by: str = ""
    not_copied: frozenset[str] = frozenset()
    is_record: bool = False

    def questions(self) -> Iterator[Question]:
        """Every question, in order, whether or not it is asked just now."""
        for section in self.sections:
            yield from section.questions

    @property
    def asks_platforms(self) -> frozenset[str]:
        """The ids of the questions that ask which platforms someone uses: SLT sees none of it."""
        return frozenset(
            question_id
            for section in self.sections
            if section.platform
            for question_id in section.when.questions
        )

    def question(self, question_id: str) -> Question | None:
        """Return the question with this id, or None."""
        return next((q for q in self.questions() if q.id == question_id), None)

    def section_of(self, question_id: str) -> Section | None:
        """Return the section a question stands in, or None."""
        for section in self.sections:
            if any(question.id == question_id for question in section.questions):
                return section
        return None
