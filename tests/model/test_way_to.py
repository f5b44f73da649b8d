"""The way to a question: itself where it is asked, else what it hangs on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard import paths
from wizard.model import flow
from wizard.model.answers import Answer, Answers
from wizard.model.journey import Journey
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    """The tiny journey: faces are asked about only if there is a picture."""
    return open_pack(FolderSource(write_tiny(tmp_path)), "tiny").journey


def test_a_question_asked_now_is_its_own_way(journey: Journey) -> None:
    """Nothing stands between."""
    answers = Answers().with_answer("t-picture", Answer("yes"))

    assert flow.way_to(journey, Answers(), "t-picture") == "t-picture"
    assert flow.way_to(journey, answers, "t-faces") == "t-faces"


@pytest.mark.parametrize("picture", ["", "no"])
def test_a_closed_question_leads_to_the_one_that_opens_it(journey: Journey, picture: str) -> None:
    """Whether that one is not answered yet, or answered otherwise."""
    answers = Answers().with_answer("t-picture", Answer(picture))

    assert flow.way_to(journey, answers, "t-faces") == "t-picture"


def test_a_question_of_no_journey_leads_nowhere_else(journey: Journey) -> None:
    """An id from elsewhere must not end in a loop."""
    assert flow.way_to(journey, Answers(), "t-nobody") == "t-nobody"


@pytest.mark.parametrize("name", ["privacy-checkup", "class-project", "something-wrong"])
def test_every_question_can_be_come_to_with_nothing_answered(name: str) -> None:
    """Whatever is found in a journey that ships, its way opens a page with a question on it."""
    journey = open_pack(FolderSource(paths.content_folder()), name).journey
    asked = {question.id for question in flow.asked(journey, Answers())}

    assert {flow.way_to(journey, Answers(), one.id) for one in journey.questions()} <= asked
