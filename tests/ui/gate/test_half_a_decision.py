"""Half a decision of answers that are deleted: it goes with them, and the question says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.paper_hands import ask_to_delete, put
from tests.ui.test_signed_sheet import decide
from wizard.ui.pages.decide import DecidePage
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
    ask_to_delete(hands)
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
    until(lambda: not window.bridge.begun)

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


def test_a_question_that_stood_open_is_asked_anew(window: Window, tmp_path: Path) -> None:
    """Begun after it was asked, the decision went without being spoken of."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.go("outcome")
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "for SLT.pdf")
    until(partial(_is_read, window, "Saved as for SLT.pdf"))
    window.go_home()
    until(lambda: "Carry on" in words(window))
    press(hands, "Remove, Tiny")
    press(hands, "Carry on, Tiny")
    until(lambda: window.bridge.has_session)
    window.go("outcome")
    decide(window, hands)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair")
    window.go_home()
    until(lambda: hands.title == "Before You Post")

    assert "Remove this from the computer" not in words(window)
    press(hands, "Remove, Tiny")
    assert GOES_TOO in words(window)


def test_closing_leads_to_each_decision_that_is_half_written(
    window: Window, tmp_path: Path
) -> None:
    """Of two it told once, as of one; whoever recorded that lost the other without a word."""
    hands = Hands(window)
    begun = []
    for number in (1, 2):
        window.start("tiny")
        hands.on_page("The post")
        hands.press(Key.Key_2)
        begun.append(window.bridge.session.run.id)
        window.go("outcome")
        press(hands, "Save PDF for SLT")
        put(window, tmp_path / f"{number} for SLT.pdf")
        until(partial(_is_read, window, f"Saved as {number} for SLT.pdf"))
        decide(window, hands)
        hands.tab_to("Who signed for SLT")
        hands.write(f"Mrs Price {number}")
        window.go_home()

    for run_id in begun:
        assert not window.close()
        until(partial(_is_decided_on, window, run_id))
        assert "begun to write down" in window.frame.sentence
    assert window.close()


def _is_read(window: Window, said: str) -> bool:
    return said in words(window)


def _is_decided_on(window: Window, run_id: str) -> bool:
    page = window.frame.stage.page
    return isinstance(page, DecidePage) and page.run_id == run_id
