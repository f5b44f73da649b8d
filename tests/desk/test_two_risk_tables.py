"""A school's own question can ask for risks, too: its table is filled in and read as its own."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.desk.sheets import blank, came_in, filled
from tests.tiny import QUESTIONS, write_tiny
from wizard.desk.paper import blanks, papers
from wizard.desk.paper.blanks import BlankOrder, Sheet
from wizard.desk.places import Places
from wizard.model.answers import RiskRow

SCHOOL = """\
name: Riverside
overlay:
  questions:
    - id: riverside-trip
      journey: tiny
      section: t-first
      kind: risks
      text: What could go wrong on the trip itself?
      todo: Write a further action.
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Content that asks for risks, and a school that does, too."""
    asked = QUESTIONS.replace("kind: text", "kind: risks")
    (tmp_path / "school.yaml").write_text(SCHOOL, "utf-8")
    content = write_tiny(tmp_path / "content", questions=asked)
    return Places(tmp_path / "data", content, tmp_path / "school.yaml")


@pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
def test_each_table_is_the_answer_to_its_question(
    tmp_path: Path, places: Places, is_large: bool
) -> None:
    """No form of such a journey could be made, and no sentence said why."""
    order = BlankOrder(("tiny",), Sheet.FORM, is_large=is_large)
    form = papers.draw(*blanks.compose(places, order))
    typed = {"r:riverside-trip:1:hazard": "A coach is late", "r:t-words:1:hazard": "Rain"}

    answers = came_in(filled(tmp_path / "back.pdf", form, typed), places)

    assert answers["riverside-trip"].value == (RiskRow("A coach is late"),)
    assert answers["t-words"].value == (RiskRow("Rain"),)


def test_a_table_that_does_not_say_whose_it_is_is_the_contents(
    tmp_path: Path, places: Places
) -> None:
    """A form of an older edition had one, and its rows may not stand at two questions."""
    path = filled(tmp_path / "back.pdf", blank(places), {"r:t-words:1:hazard": "Rain"})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        for one in file.Root.AcroForm.Fields:
            one.T = pikepdf.String(str(one.T).replace("r:t-words:", "r:"))
        file.save(path)

    answers = came_in(path, places)

    assert answers["riverside-trip"].value == ""
    assert answers["t-words"].value == (RiskRow("Rain"),)
