"""Printed line numbers: the sheet and the screen agree whatever is answered."""

from __future__ import annotations

from wizard.model.journey import Section
from wizard.model.numbering import number_lines
from wizard.model.question import AnswerKind, Question


def section(letter: str, *names: str) -> Section:
    """Return a section; a name that ends in + continues the number above."""
    questions = tuple(
        Question(name.rstrip("+"), name, AnswerKind.LINE, sub=name.endswith("+")) for name in names
    )
    return Section(letter or "s", "", "", questions, letter=letter)


def test_numbers_run_on_through_sections_and_subs_take_letters() -> None:
    """St Luke's list reads 1 to 26 with 8b, across pages."""
    lines = number_lines([section("", "a", "b"), section("", "c", "d+", "e+", "f")])

    assert lines == {"a": "1", "b": "2", "c": "3", "d": "3b", "e": "3c", "f": "4"}


def test_lettered_sections_count_on_their_own() -> None:
    """A platform's lines keep their numbers whichever platforms are chosen."""
    lines = number_lines([section("FB", "a"), section("", "b"), section("FB", "c")])

    assert lines == {"a": "FB1", "b": "1", "c": "FB2"}
