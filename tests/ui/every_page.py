"""Every page of every journey that is shipped, shown one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.stretched import stretched_pack
from wizard import paths
from wizard.desk.assessment import answers
from wizard.desk.places import Places
from wizard.model.question import AnswerKind
from wizard.session import Session
from wizard.ui import pictures
from wizard.ui.shell.window import Window

Check = Callable[[Window, str], list[str]]
"""Says what is wrong with the page in sight, whose name it is given."""

EXAMPLES = sorted((paths.content_folder() / "examples").glob("*.json"))
"""The answers files, one of each journey."""


def some_quick(*journeys: str) -> list[object]:
    """Return the examples to test with: these in the quick run, the others in the full one."""
    return [
        pytest.param(file, id=file.stem, marks=[] if file.stem in journeys else [pytest.mark.full])
        for file in EXAMPLES
    ]


def faults(window: Window, file: Path, check: Check, language: str = "en") -> list[str]:
    """Return what ``check`` finds on all pages of the journey of an answers file."""
    return [
        fault
        for session in every_session(file, language)
        for name in pictures.pages(window, session)
        for fault in check(window, name)
    ]


def every_session(file: Path, language: str = "en") -> Iterator[Session]:
    """Open the example of a journey so that between them all its pages are asked."""
    places = Places()
    pack, run = answers.read(file, places)
    shown = stretched_pack(pack) if language == "long" else pack
    session = Session(shown, run, places.clock)
    questions = [q for section in session.journey.sections for q in section.questions]
    for question in questions:
        if question.kind is AnswerKind.SEVERAL:
            session.answer(question.id, tuple(choice.id for choice in question.choices))
    yield session
    if len(session.sections()) < len(session.journey.sections):
        for choice in questions[0].choices:
            session.answer(questions[0].id, choice.id)
            yield session
