"""The points of a question: one's own school's in sight, those of others a key away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import until
from wizard.desk.reading import on_screen
from wizard.model.clause import ALL_POLICIES
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.text import Number, Points, QuestionText, bullets
from wizard.ui.parts.writing.choices import RadioChoice
from wizard.ui.shell.window import Window

OTHERS = "What other policies say, question 1"


def _cards(window: Window) -> list[QuestionCard]:
    page = window.frame.stage.page
    assert page is not None
    return [card for card in page.findChildren(QuestionCard) if card.isVisible()]


def _begin(card: QuestionCard) -> tuple[str, int]:
    number, words = card.findChild(Number), card.findChild(QuestionText)
    assert number is not None
    assert words is not None
    return number.text(), words.x()


def _card(window: Window, question_id: str) -> QuestionCard:
    def found() -> list[QuestionCard]:
        return [card for card in _cards(window) if card.question.id == question_id]

    until(lambda: bool(found()))
    return found()[0]


@pytest.fixture
def card(shipped: Window) -> QuestionCard:
    """The first question before posting, at a school with the policy of Newport."""
    shipped.start("before-posting")
    until(lambda: shipped.bridge.has_session)
    card = _card(shipped, "bp-what")
    shipped.bridge.session.choose_policy("newport")
    return card


def _words(card: QuestionCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(Points) if one.isVisible())


def _fold(card: QuestionCard) -> FoldButton:
    return next(one for one in card.findChildren(FoldButton) if one.accessibleName() == OTHERS)


def test_the_rules_of_other_schools_are_a_key_away(card: QuestionCard) -> None:
    """Four rules that do not hold here stood between the question and its answers."""
    assert "(St Luke’s)" not in _words(card)

    QTest.keyClick(_fold(card), Qt.Key.Key_Return)

    assert "Leave out a pupil whose parents or carers said no. (St Luke’s)" in _words(card)


def test_the_way_to_the_rules_of_other_schools_stands_below_the_answers(
    card: QuestionCard,
) -> None:
    """Above them it was a line on nearly every question that nobody in a hurry wants."""
    last = max(
        one.mapTo(card, one.rect().bottomLeft()).y() for one in card.findChildren(RadioChoice)
    )

    assert _fold(card).y() > last


def test_the_rules_of_ones_own_school_are_in_sight(card: QuestionCard, shipped: Window) -> None:
    """They are to be kept; and who has chosen another policy meanwhile sees them at once."""
    QTest.keyClick(_fold(card), Qt.Key.Key_Return)

    shipped.bridge.session.choose_policy("st-lukes")

    until(lambda: "Leave out a pupil whose parents or carers said no." in _words(card))
    assert "said no. (St Luke’s)" not in _words(card)


def test_where_all_policies_hold_there_are_no_others(card: QuestionCard, shipped: Window) -> None:
    """A fold with nothing in it is a door to an empty room."""
    QTest.keyClick(_fold(card), Qt.Key.Key_Return)

    shipped.bridge.session.choose_policy("all")

    until(lambda: not _fold(card).isVisible())
    assert "said no. (St Luke’s)" in _words(card)


def test_the_words_of_a_page_begin_in_one_line(shipped: Window) -> None:
    """15b needs more room than 15: its question, answers and note stood aside of the others."""
    shipped.start("induction")
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    session.answer("pc-names-school", "one")
    shipped.go("in-words")
    until(lambda: len(_cards(shipped)) > 4)

    begins = dict(_begin(card) for card in _cards(shipped))

    assert {"15", "15b"} <= begins.keys()
    assert len(set(begins.values())) == 1


def test_what_a_page_says_at_its_top_follows_the_policy_at_once(shipped: Window) -> None:
    """Whoever widens the policy reads on; the old steps stood there until they came again."""
    shipped.start("working-safely")
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    session.choose_policy("newport")
    shipped.go("ws-messages")
    section = next(one for one in session.journey.sections if one.id == "ws-messages")
    narrow = on_screen.steps(session.pack, section, "newport")
    wide = on_screen.steps(session.pack, section, ALL_POLICIES)
    assert wide != narrow
    session.choose_policy(ALL_POLICIES)
    page = shipped.frame.stage.page
    assert page is not None

    assert page.heading.accessibleDescription() == bullets(wide)
