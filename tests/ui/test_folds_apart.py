"""What opens below a question: each part says what it is, and reads as all lists do."""

from __future__ import annotations

from tests.ui.hands import until
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.reading.document import Document
from wizard.ui.parts.text import BULLET, Overline
from wizard.ui.shell.window import Window


def _first_card(window: Window) -> QuestionCard:
    window.start("before-posting")
    until(lambda: window.bridge.has_session)
    window.bridge.session.choose_policy("newport")
    window.go("bp-the-post")
    page = window.frame.stage.page
    assert page is not None
    card = next(one for one in page.findChildren(QuestionCard) if one.question.id == "bp-what")
    until(card.isVisible)
    return card


def test_what_opens_below_a_question_says_what_it_is(shipped: Window) -> None:
    """With three open below one row of buttons nobody knew what belonged to which."""
    card = _first_card(shipped)
    for fold in card.findChildren(FoldButton):
        if fold.isVisible():
            fold.set_open(True)
    titles = [one.text() for one in card.findChildren(Overline) if one.isVisible()]

    assert titles == ["Why we ask", "What the policy says", "What other policies say"]


def test_points_to_read_have_the_bullet_of_all_lists(shipped: Window) -> None:
    """Qt's own was a large disc that touched the first letter."""
    text = "<p>Before</p><ul><li>One thing</li><li>Another</li></ul><p>After</p>"
    document = Document("A page", text)

    assert document.toPlainText().split("\n") == [
        "Before", f"{BULLET}One thing", f"{BULLET}Another", "After",
    ]  # fmt: skip
    block = document.document().findBlockByNumber(1)
    hung = block.blockFormat()
    assert hung.leftMargin() == -hung.textIndent() > 0
    document.deleteLater()
