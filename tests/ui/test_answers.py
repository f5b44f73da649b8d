"""Each kind of answer, by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import CTRL, NONE, SHIFT, Hands, Key, remove, until
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.pages.questions import QuestionsPage
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.text import Advice, Warn
from wizard.ui.parts.writing.choices import ChoicesAnswer
from wizard.ui.shell.window import Window


def _card(window: Window, question_id: str) -> QuestionCard:
    page = window.frame.stage.page
    assert isinstance(page, QuestionsPage)
    card = page.part_of(question_id)
    assert isinstance(card, QuestionCard)
    return card


def test_one_of_several_answers_is_picked_with_space_and_arrows(
    session: Session, hands: Hands
) -> None:
    """Radio buttons must work as they do everywhere."""
    assert hands.name == "No"

    hands.press(Key.Key_Space)
    assert session.answers["k-one"].value == "no"
    hands.press(Key.Key_Down)

    assert session.answers["k-one"].value == "yes"


@pytest.mark.parametrize("way", [NONE, SHIFT], ids=["on", "back"])
def test_tab_comes_to_the_answer_that_is_picked(
    session: Session, window: Window, hands: Hands, way: Qt.KeyboardModifier
) -> None:
    """Who pressed Space there, to read on, picked another answer than the one they had given."""
    session.answer("k-one", "yes")
    session.answer("k-follow", "yes")
    answers = _card(window, "k-follow").findChild(ChoicesAnswer)
    assert answers is not None
    while not answers.isAncestorOf(hands.focus):
        hands.press(Key.Key_Tab, way)

    assert hands.name == "Yes"
    hands.press(Key.Key_Tab, way)
    assert not answers.isAncestorOf(hands.focus), "one group, one stop"


def test_a_digit_picks_while_the_question_has_the_focus(session: Session, hands: Hands) -> None:
    """The quickest way through a list of questions."""
    hands.press(Key.Key_3)

    assert session.answers["k-one"].value == "unsure"
    assert hands.name == "I am not sure"


def test_a_digit_is_only_a_digit_where_words_are_written(
    session: Session, window: Window, hands: Hands
) -> None:
    """Single keys must not act outside a question's answers."""
    window.go("k-second")
    hands.write("3 sheep")
    hands.press(Key.Key_Tab)

    assert session.answers["k-line"].value == "3 sheep"


def test_advice_appears_under_the_answer_at_once(
    session: Session, window: Window, hands: Hands
) -> None:
    """It comes where the eye is, and goes when the answer changes."""
    hands.press(Key.Key_2)
    advice = _card(window, "k-one").findChild(Advice)

    assert advice is not None
    assert "Take the picture out." in advice.text()
    hands.press(Key.Key_1)
    assert advice.isHidden()


def test_not_sure_names_whom_to_ask(session: Session, window: Window, hands: Hands) -> None:
    """Not sure is a good answer: it leads to a person."""
    hands.press(Key.Key_3)
    advice = _card(window, "k-one").findChild(Advice)

    assert advice is not None
    assert "Head" in advice.text()


def test_an_answer_opens_and_closes_the_question_that_hangs_on_it(
    session: Session, window: Window, hands: Hands
) -> None:
    """The page follows the answers, and Tab follows the page."""
    hands.press(Key.Key_2)

    assert _card(window, "k-follow").isVisible()
    hands.press(Key.Key_Tab)
    hands.tab_to("No")
    assert hands.focus.accessibleDescription() == "Can you see a pupil's face?"
    hands.press(Key.Key_1)
    session.answer("k-one", "no")

    assert _card(window, "k-follow").isHidden()
    assert session.answers["k-follow"].value == "no"


def test_several_answers_are_ticked(session: Session, hands: Hands) -> None:
    """Check boxes give all that is ticked, in the order of the page."""
    hands.tab_to("My own wall & page")
    hands.press(Key.Key_Space)
    hands.tab_to("The class blog")
    hands.press(Key.Key_Space)

    assert session.answers["k-several"].chosen == {"blog", "wall"}
    hands.press(Key.Key_Space)
    assert session.answers["k-several"].chosen == {"wall"}


def test_longer_words_are_kept_as_typed(session: Session, window: Window, hands: Hands) -> None:
    """Mark-up is only words here, and Tab leaves the field."""
    window.go("k-second")
    hands.tab_to("What does it say?")
    hands.write("<b>We & the sheep</b>")
    hands.press(Key.Key_Return)
    hands.write("Second line")
    hands.press(Key.Key_Tab)

    assert session.answers["k-text"].value == "<b>We & the sheep</b>\nSecond line"


def test_typing_is_kept_a_moment_after_it_stops(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nobody has to leave the field for the words to be safe."""
    window.go("k-second")
    hands.write("Lambs")

    until(lambda: session.answers["k-line"].value == "Lambs")


def test_a_day_is_read_as_people_write_it(session: Session, window: Window, hands: Hands) -> None:
    """Kept as ISO, shown in words."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("3/12/2026")
    hands.press(Key.Key_Return)

    assert session.answers["k-date"].value == "2026-12-03"
    assert hands.focus.property("text") == "3 December 2026"


def test_a_day_that_can_not_be_read_stays_and_says_how(
    session: Session, window: Window, hands: Hands
) -> None:
    """What was typed is never taken away, nor is the answer kept before."""
    session.answer("k-date", "2026-12-03")
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.press(Key.Key_A, CTRL)
    hands.write("next week")
    hands.press(Key.Key_Tab)
    card = _card(window, "k-date")
    warning = card.findChild(Warn)

    assert session.answers["k-date"].value == "2026-12-03"
    assert warning is not None
    assert warning.isVisible()
    assert "21 November 2026" in warning.text()


def test_risks_are_added_row_by_row(session: Session, window: Window, hands: Hands) -> None:
    """A row is a small form; empty rows are not kept."""
    window.go("k-second")
    hands.tab_to("Add a risk")
    hands.press(Key.Key_Space)
    assert hands.name == "What could go wrong?, risk 1"
    hands.write("Names are shown")
    hands.press(Key.Key_Tab)
    hands.write("Pupils")
    for _ in range(2):
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)

    kept = RiskRow(hazard="Names are shown", who_harmed="Pupils", likelihood=1, severity=2)
    assert session.answers["k-risks"].value == (kept,)


def test_a_note_is_private_unless_its_box_is_ticked(
    session: Session, window: Window, hands: Hands
) -> None:
    """The default is the one that can do no harm."""
    hands.tab_to("Note, question 1")
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Tab)
    hands.tab_to("Note on question 1")
    hands.write("We are at the museum until 3.")
    hands.press(Key.Key_Tab)

    answer = session.answers["k-one"]
    assert answer.note == "We are at the museum until 3."
    assert not answer.show_note
    assert not answer.is_given
    hands.press(Key.Key_Space)
    assert session.answers["k-one"].show_note


def test_who_opens_the_note_writes_at_once(session: Session, hands: Hands) -> None:
    """The words went to the button: its note opened and closed with each blank typed."""
    hands.tab_to("Note, question 1")
    hands.press(Key.Key_Space)
    hands.write("Four pupils from behind")
    hands.press(Key.Key_Tab)

    assert session.answers["k-one"].note == "Four pupils from behind"


def test_an_answer_can_be_cleared_and_brought_back(session: Session, hands: Hands) -> None:
    """Radio buttons alone can not be unpicked; undo brings back what was."""
    hands.press(Key.Key_2)
    remove(hands, "Clear my answer, question 1")
    assert not session.answers["k-one"].is_given
    hands.press(Key.Key_Z, CTRL)

    assert session.answers["k-one"].value == "yes"


def test_the_page_shows_what_undo_brought_back(
    session: Session, window: Window, hands: Hands
) -> None:
    """Screen and answers never part."""
    hands.press(Key.Key_2)
    hands.press(Key.Key_1)
    hands.press(Key.Key_Z, CTRL)
    choices = _card(window, "k-one").findChild(ChoicesAnswer)

    assert choices is not None
    assert choices.first().accessibleName() == "Yes"


def test_why_and_policy_are_folded_until_wanted(
    session: Session, window: Window, hands: Hands
) -> None:
    """Explanations wait; the policy's words come from the desk."""
    from wizard.ui.parts.reading.document import Document

    card = _card(window, "k-one")
    assert card.findChild(Document) is None
    hands.tab_to("What the policy says, question 1")
    hands.press(Key.Key_Space)
    document = card.findChild(Document)

    assert document is not None
    assert "Think first." in document.toPlainText()


def test_who_reads_on_by_the_arrow_keys_changes_nothing(
    session: Session, window: Window, hands: Hands
) -> None:
    """Looked through again, what was finished said something else after two presses."""
    session.answer("k-one", "no")
    session.answer("k-several", ("blog",))
    told = session.answers
    window.go("k-second")
    window.go("k-first")
    hands.on_page("The post")
    for _ in range(3):
        hands.press(Key.Key_Down)

    assert session.answers == told
