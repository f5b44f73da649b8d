"""What a page puts down by itself, as it makes room, takes nothing that was taken back."""

from __future__ import annotations

from tests.ui.hands import CTRL, Hands, Key, until
from wizard.model.answers import Action, Answer, Earlier, RiskRow
from wizard.session import Session
from wizard.ui.shell.window import Window


def test_a_page_that_is_left_ends_no_redo(shipped: Window) -> None:
    """A day that can not be read went to where words are kept: a note that one press of Ctrl+Z
    had just taken was gone for good.
    """
    shipped.start("class-project")
    hands = Hands(shipped)
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    _first, beside, *_others = session.sections()
    noted = beside.questions[0].id
    session.note(noted, "River study")
    hands.tab_to("When do you hope to start?")
    hands.write("some day")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Z, CTRL)
    assert not session.answers[noted].note
    hands.press(Key.Key_Y, CTRL)

    assert session.answers[noted].note == "River study"
    assert "some day" in repr(session.answers)


def test_what_a_page_put_there_meanwhile_stands_beside_what_comes_again(shipped: Window) -> None:
    """It joined the very note that had been taken back: as that came again its words were gone."""
    shipped.start("class-project")
    hands = Hands(shipped)
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    session.note("cp-start", "Ask Mrs Oakes first")
    hands.tab_to("When do you hope to start?")
    hands.write("after half-term")
    hands.press(Key.Key_Tab)
    session.undo()
    for place in session.sections()[1:5]:
        for _ in range(2):
            shipped.go(place.id)
    assert session.answers["cp-start"].note == "after half-term"
    hands.press(Key.Key_Y, CTRL)

    assert session.answers["cp-start"].note == "Ask Mrs Oakes first"
    (kept,) = session.answers.earlier["cp-start"]
    assert kept == Earlier("When do you hope to start?", "after half-term")


def test_words_put_to_a_plan_or_a_risk_meanwhile_stand_beside_what_comes_again(
    session: Session,
) -> None:
    """They were under it, and came back only while nothing else was done."""
    session.plan("k-one", Action("Mr Pugh"))
    session.answer("k-risks", (RiskRow("Rain"),))
    session.note("k-several", "River study")
    stood = session.answers
    for _ in range(3):
        session.undo()
    with session.unasked():
        session.plan("k-one", Action("after half-term"))
        session.answer("k-risks", (RiskRow(further="in June"),))
        session.note("k-one", "some day")
    for _ in range(3):
        session.redo()

    assert (session.answers.actions, session.answers["k-risks"]) == (
        stood.actions, Answer((RiskRow("Rain"),)),
    )  # fmt: skip
    assert session.answers["k-one"].note == "some day"
    said = {key: [one.said for one in beside] for key, beside in session.answers.earlier.items()}
    assert said == {"k-one": ["after half-term"], "k-risks": ["in June"]}
