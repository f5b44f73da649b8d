"""Half a decision of answers that are deleted: it goes with them, and the question says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.paper_hands import put
from tests.ui.test_signed_sheet import decide
from wizard.ui.shell.window import Window

GOES_TOO = "The decision you have begun to write down goes too."


def _at_home(window: Window, hands: Hands) -> None:
    window.go_home()
    until(lambda: "Carry on" in words(window))
    hands.tab_to("Remove, Tiny")
    hands.press(Key.Key_Space)
    assert GOES_TOO in words(window)
    press(hands, "Remove for good")


def _behind_its_paper(window: Window, hands: Hands) -> None:
    press(hands, "Delete my answers from this computer")
    assert GOES_TOO in words(window)
    press(hands, "Yes, for good, Delete my answers from this computer")


@pytest.mark.parametrize("remove", [_at_home, _behind_its_paper])
def test_half_a_decision_goes_with_its_answers(
    remove: Callable[[Window, Hands], None], window: Window, tmp_path: Path
) -> None:
    """It stayed begun without a page to record it on or take it out: nothing could be changed."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    desk = window.bridge.desk
    window.go("outcome")
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "for SLT.pdf")
    until(lambda: "Saved as for SLT.pdf" in words(window))
    decide(window, hands)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair")
    window.leave_aside()
    remove(window, hands)
    until(lambda: desk.runs.list().result() == ())
    until(lambda: not window.more.papers.begun)

    assert window.close()


def test_the_question_speaks_of_no_decision_where_none_is_begun(window: Window) -> None:
    """What is not there can not go."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.go_home()
    until(lambda: "Carry on" in words(window))
    press(hands, "Remove, Tiny")

    assert "Remove this from the computer" in words(window)
    assert GOES_TOO not in words(window)
