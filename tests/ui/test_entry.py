"""A sheet that was filled in with a pen, typed up by keyboard."""

from __future__ import annotations

import pytest

from tests.ui.hands import CTRL, SHIFT, Hands, Key, press, until, words
from wizard.desk.desk import Desk
from wizard.desk.paper import blanks
from wizard.desk.paper.blanks import BlankOrder
from wizard.session import Session
from wizard.ui.parts.buttons import PlainButton, PrimaryButton
from wizard.ui.parts.question.entry_row import PickField
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.shell.window import Window


def test_a_sheet_is_typed_up_by_keyboard_alone(window: Window, hands: Hands, desk: Desk) -> None:
    """Line after line: a digit picks, Return goes on, Tab comes to the note."""
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.on_page("Enter from paper")
    press(hands, "Tiny")
    hands.on_page("Enter from paper: Tiny")
    assert hands.name == "1. Does it have a picture?"
    hands.write("2")
    hands.press(Key.Key_Return)
    assert hands.name == "2. Can you see a pupil's face?"
    hands.press(Key.Key_Return)
    hands.write("1 3")
    hands.press(Key.Key_Return)
    hands.write("Our river")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    session = window.bridge.session
    given = session.answers

    assert given["k-one"].value == "yes"
    assert given["k-several"].value == ("blog", "group")
    assert given["k-line"].value == "Our river"
    assert not given["k-follow"].is_given
    until(lambda: window.frame.footer.state.text() == "Saved")
    assert window.frame.footer.isVisible()


def test_whoever_types_up_a_sheet_can_see_whether_it_counts_as_the_screen_does(
    session: Session, window: Window, hands: Hands
) -> None:
    """A number ticked on last term's sheet was another answer, at another line, by today's."""
    window.more.papers.show_entry()
    hands.on_page("Enter from paper: Tiny")
    (sheet,) = blanks.compose(window.bridge.desk.places, BlankOrder(("tiny",)))

    assert f"“{sheet.reference}”" in words(hands.page)


def test_a_second_sheet_has_one_of_its_own(session: Session, window: Window, hands: Hands) -> None:
    """It was typed into the first one's lines, and nothing said whose they were."""
    session.answer("k-one", "no")
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.on_page("Enter from paper: Tiny")
    assert "What you type joins the answers that are here already." in words(hands.page)
    hands.write("1")
    press(hands, "Start a new one for another sheet")
    until(lambda: window.bridge.session is not session)
    hands.on_page("Enter from paper: Tiny")
    until(lambda: hands.name == "1. Does it have a picture?")
    hands.write("2")
    hands.press(Key.Key_Return)

    assert window.bridge.session.answers["k-one"].value == "yes"
    assert session.answers["k-one"].value == "no"
    assert session.answers["k-follow"].value
    assert "joins the answers" not in words(hands.page)


def test_what_was_typed_a_moment_before_is_not_typed_over(
    session: Session, window: Window, hands: Hands
) -> None:
    """The page was made before the last words were told: their line seemed empty."""
    session.answer("k-one", "no")
    window.go("k-second")
    hands.tab_to("What is it called?")
    hands.write("Our river")
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.on_page("Enter from paper: Tiny")
    hands.tab_to("4. What is it called?")

    assert isinstance(hands.focus, LineField)
    assert hands.focus.text() == "Our river"


def test_who_types_up_a_sheet_has_one_way_on(
    session: Session, window: Window, hands: Hands
) -> None:
    """Two ways back and one "to where I was" stood below it, and no way on stood out."""
    window.more.papers.show_entry()
    hands.on_page("Enter from paper: Tiny")
    seen = [one for one in window.findChildren(PlainButton) if one.isVisible()]
    assert [one.text() for one in seen].count("Back") == 1
    assert [one.text() for one in seen if isinstance(one, PrimaryButton)] == ["Check your answers"]

    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")

    assert window.frame.footer.back_button.isVisible()
    assert window.frame.footer.on_button.isVisible()


def test_the_platforms_that_are_picked_come_next(shipped: Window) -> None:
    """The sheet was printed for them: once they are picked, their lines can be typed up."""
    shipped.start("privacy-checkup")
    hands = Hands(shipped)
    until(lambda: shipped.bridge.has_session)
    shipped.more.papers.show_entry()
    hands.on_page("Enter from paper: Privacy check-up")
    hands.tab_to("Check your answers")
    hands.tab_to("1. Where do you have an account of your own?")
    hands.write("3")
    hands.press(Key.Key_Return)
    onward = [one for one in shipped.findChildren(PlainButton) if one.text().startswith("Next: ")]
    press(hands, onward[0].accessibleName())

    hands.on_page("Enter from paper: Privacy check-up")
    until(lambda: hands.name.startswith("X1. "))


def test_no_line_comes_before_return(session: Session, window: Window, hands: Hands) -> None:
    """It came by itself behind some digits: who pressed Return as they were told was a line on."""
    window.more.papers.show_entry()
    hands.tab_to("1. Does it have a picture?")
    hands.write("1")
    assert hands.name == "1. Does it have a picture?"
    hands.press(Key.Key_Backspace)
    hands.write("2")
    hands.press(Key.Key_Tab)
    hands.write("The back of four heads")
    hands.press(Key.Key_Tab)

    assert hands.name == "2. Can you see a pupil's face?"
    assert session.answers["k-one"].value == "yes"
    assert session.answers["k-one"].note == "The back of four heads"


@pytest.mark.parametrize("part", ["number", "note"])
def test_a_slip_behind_a_number_takes_no_other_answer(
    part: str, session: Session, window: Window, hands: Hands
) -> None:
    """A blank stood in the place of the next line's number, and a number behind a note's words."""
    session.answer("k-one", "no")
    session.answer("k-more", "yes")
    window.more.papers.show_entry()
    hands.tab_to("1. Does it have a picture?")
    if part == "number":
        hands.write(" ")
    else:
        hands.press(Key.Key_Tab)
        hands.write("The back of four heads")
    hands.press(Key.Key_Return)
    assert hands.name == "2. Can you see a pupil's face?"
    window.frame.stage.flush()

    assert session.answers["k-one"].value == "no"
    assert session.answers["k-one"].note == ("" if part == "number" else "The back of four heads")


def test_a_number_that_is_no_answer_is_told(session: Session, window: Window, hands: Hands) -> None:
    """A slip of the finger must not take an answer away."""
    session.answer("k-one", "no")
    window.more.papers.show_entry()
    hands.tab_to("1. Does it have a picture?")
    hands.press(Key.Key_A, CTRL)
    hands.write("9")
    hands.press(Key.Key_Tab)

    assert "Type one of them." in words(window)
    assert session.answers["k-one"].value == "no"


def test_a_page_of_the_sheet_is_not_turned_over_an_odd_number(
    shipped: Window,
) -> None:
    """What could not be read went with its page, and nobody was told."""
    hands = Hands(shipped)
    shipped.start("privacy-checkup")
    until(lambda: shipped.bridge.has_session)
    shipped.more.papers.show_entry()
    first = next(one for one in hands.page.findChildren(PickField)).line
    first.setFocus()
    hands.write("99")
    way_on = hands.page.findChildren(PrimaryButton)[-1].text()
    for held in (True, False):
        press(hands, way_on)
        assert ("Could not be read: 1." in words(hands.page)) is held

    answers = shipped.bridge.session.answers.answers
    assert [answer.note for answer in answers.values()] == ["99"]


def test_words_for_a_question_without_a_note_stay_beside_it(shipped: Window) -> None:
    """They were no number there is, and went as the window closed, with "Saved" below them."""
    shipped.start("something-wrong")
    hands = Hands(shipped)
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    asked = next(
        question
        for section in session.journey.sections
        for question in section.questions
        if question.kind.has_choices and not question.note
    )
    shipped.more.papers.show_entry()
    hands.on_page("Enter from paper: Something is wrong")
    hands.tab_to(f"{session.journey.lines[asked.id]}. {asked.text}")
    hands.write("the caretaker, I think")

    assert shipped.close()
    assert [one.said for one in session.answers.earlier[asked.id]] == ["the caretaker, I think"]
    assert shipped.bridge.desk.runs.owed() is None


def test_whoever_types_up_a_note_sees_that_slt_does(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nothing beside it said so, and what was added to it stood on SLT's paper."""
    session.note("k-one", "Meeting at three")
    session.show_note("k-one", True)
    window.more.papers.show_entry()
    hands.on_page("Enter from paper: Tiny")

    assert words(hands.page).count("SLT sees this note.") == 1
