"""Ctrl+Shift+Z and Ctrl+Y: what one press too many took comes back, wherever the focus is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from tests.ui.hands import ALT, CTRL, NONE, SHIFT, Hands, Key, press, until
from wizard.desk.desk import Desk
from wizard.model.answers import Action, Answers, RiskRow
from wizard.session import Session
from wizard.ui.pages.page import Page
from wizard.ui.shell.window import Window

Keys = tuple[Key, Qt.KeyboardModifier]

AGAIN: list[Keys] = [(Key.Key_Z, CTRL | SHIFT), (Key.Key_Y, CTRL)]

FIELDS = {
    "line": ("k-second", "What is it called?"),
    "text": ("k-second", "What does it say?"),
    "day": ("k-second", "When will it go up?"),
    "risk": ("k-second", "Add a risk"),
    "note": ("k-first", "Note, question 1"),
    "plan": ("outcome", "Who does it, question 1"),
    "title": ("outcome", "A name for this check"),
    "line typed up": ("entry", "4. What is it called?"),
    "note typed up": ("entry", "Note, line 1"),
}


def _flush(hands: Hands) -> None:
    page = hands.page
    assert isinstance(page, Page)
    page.flush()


def _go_to(window: Window, hands: Hands, field: str) -> None:
    place, name = FIELDS[field]
    if place == "entry":
        window.more.papers.show_entry()
        hands.on_page("Enter from paper: Tiny")
    else:
        window.go(place)
    hands.tab_to(name)
    if field in ("risk", "note"):
        press(hands, name)


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("field", FIELDS)
def test_one_press_too_many_takes_nothing_for_good(
    session: Session, window: Window, hands: Hands, field: str, again: Keys
) -> None:
    """The field's own redo answered first, as a new act: what the window took was gone."""
    session.note("k-several", "River study")
    session.answer("k-one", "yes")
    _go_to(window, hands, field)
    states = [_told(session)]
    for words in ("1 May 2027", "2 May 2027") if field == "day" else ("Class", " 7b"):
        if field == "day":
            hands.press(Key.Key_A, CTRL)
        hands.write(words)
        _flush(hands)
        states.append(_told(session))
    for stood in reversed(states[:-1]):
        hands.press(Key.Key_Z, CTRL)
        assert _told(session) == stood
    for _ in range(2):
        hands.press(Key.Key_Z, CTRL)
    assert session.answers == Answers()
    hands.press(*again)
    for stood in states:
        hands.press(*again)
        assert _told(session) == stood

    hands.press(*again)
    assert _told(session) == states[-1]


def _told(session: Session) -> tuple[Answers, str]:
    return session.answers, session.run.title


@pytest.mark.parametrize("field", ["line", "text"])
def test_no_other_way_of_a_field_takes_back_by_itself(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """What a field took back counted as written: nothing that was taken back before came again."""
    session.note("k-several", "River study")
    window.undo()
    _go_to(window, hands, field)
    hands.write("x")
    hands.press(Key.Key_Backspace)
    hands.press(Key.Key_Backspace, ALT)
    stands = hands.focus
    if isinstance(stands, QPlainTextEdit):
        stands = stands.viewport()
    middle = stands.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, stands.mapToGlobal(middle), NONE
    )
    QApplication.sendEvent(stands, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = {one.objectName() for one in menu.actions() if one.isVisible()}
    menu.close()

    assert "edit-paste" in shown
    assert not shown & {"edit-undo", "edit-redo"}
    window.redo()
    assert session.answers["k-several"].note == "River study"


def test_beside_the_answers_a_field_takes_back_by_itself(window: Window, hands: Hands) -> None:
    """Nobody else keeps what is written there."""
    hands.press(Key.Key_P, CTRL)
    hands.tab_to("Copies of each")
    field = hands.focus
    assert isinstance(field, QLineEdit)
    hands.write("2")
    written = field.text()
    hands.press(Key.Key_Z, CTRL)
    assert field.text() != written
    hands.press(Key.Key_Z, CTRL | SHIFT)

    assert field.text() == written


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("place", ["k-second", "outcome"])
def test_a_day_that_can_not_be_read_goes_first_and_comes_back(
    session: Session, window: Window, hands: Hands, place: str, again: Keys
) -> None:
    """It is told to nobody: what was saved before was taken in its place."""
    session.note("k-several", "River study")
    session.answer("k-one", "yes")
    window.undo()
    session.answer("k-one", "unsure")
    window.go(place)
    told = session.answers
    hands.tab_to("By when, question 1" if place == "outcome" else "When will it go up?")
    field = hands.focus
    assert isinstance(field, QLineEdit)
    hands.write("after half-term")
    hands.press(Key.Key_Z, CTRL)
    assert (field.text(), session.answers) == ("", told)
    hands.press(*again)

    assert (field.text(), session.answers) == ("after half-term", told)
    hands.press(Key.Key_Z, CTRL)
    session.note("k-several", "Sea study")
    hands.press(*again)
    assert not field.text()


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("k-second", "When will it go up?"),
        ("k-second", "By when?, risk 1"),
        ("outcome", "By when, question 1"),
    ],
)
def test_a_day_that_can_not_be_read_comes_back_from_another_page(
    session: Session, window: Window, hands: Hands, place: str, field: str, again: Keys
) -> None:
    """One press too many led to another page; what came back there was all that came back."""
    session.answer("k-one", "yes")
    session.answer("k-risks", (RiskRow(hazard="The river"),))
    window.go("k-first")
    session.note("k-several", "River study")
    window.go(place)
    told = session.answers
    hands.tab_to(field)
    hands.write("after half-term")
    for _ in range(3):
        hands.press(Key.Key_Z, CTRL)
    assert not session.answers["k-risks"].is_given
    window.go("review")
    for _ in range(4):
        hands.press(*again)
    assert session.answers == told
    hands.tab_to(field)
    line = hands.focus
    assert isinstance(line, QLineEdit)
    assert line.text() == "after half-term"


def test_one_of_two_days_that_can_not_be_read_comes_back_beside_the_other(
    session: Session, window: Window, hands: Hands
) -> None:
    """The other went to its note as the page was left: nobody's act, and it ended the way back."""
    session.answer("k-risks", (RiskRow(hazard="The river"),))
    window.go("k-first")
    session.note("k-several", "River study")
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("at Easter")
    hands.tab_to("By when?, risk 1")
    hands.write("after half-term")
    for _ in range(2):
        hands.press(Key.Key_Z, CTRL)
    assert session.place == "k-first"
    assert session.answers["k-date"].note == "at Easter"
    for _ in range(2):
        hands.press(Key.Key_Y, CTRL)
    hands.tab_to("By when?, risk 1")

    assert session.answers["k-several"].note == "River study"
    assert isinstance(hands.focus, QLineEdit)
    assert hands.focus.text() == "after half-term"


@pytest.mark.parametrize("again", AGAIN)
def test_one_of_two_days_that_can_not_be_read_comes_back_in_its_row(
    session: Session, window: Window, hands: Hands, again: Keys
) -> None:
    """Where another row had one, too, it came by no way."""
    session.answer("k-risks", (RiskRow(hazard="The river"), RiskRow(hazard="The road")))
    window.go("k-second")
    hands.tab_to("By when?, risk 2")
    other = hands.focus
    assert isinstance(other, QLineEdit)
    hands.write("at Easter")
    hands.tab_to("By when?, risk 1")
    field = hands.focus
    assert isinstance(field, QLineEdit)
    hands.write("after half-term")
    hands.press(Key.Key_Z, CTRL)
    assert (field.text(), other.text()) == ("", "at Easter")
    hands.press(*again)

    assert (field.text(), other.text()) == ("after half-term", "at Easter")


def _write_no_day_and_take_back(window: Window, hands: Hands) -> None:
    """Write what can not be read as the day of a point, and take back the answer that made it."""
    window.go("outcome")
    hands.tab_to("By when, question 1")
    hands.write("after half-term")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Z, CTRL)


@pytest.mark.parametrize("again", AGAIN)
def test_a_point_that_goes_with_an_unread_day_ends_no_redo(
    session: Session, window: Window, hands: Hands, again: Keys
) -> None:
    """Its words went to who does it, as an act: the answer that made it a point was gone."""
    session.answer("k-one", "yes")
    session.note("k-several", "River study")
    told = session.answers
    window.undo()
    _write_no_day_and_take_back(window, hands)
    assert not session.answers["k-one"].is_given
    assert session.answers.action("k-one").who == "after half-term"
    for _ in range(2):
        hands.press(*again)
    assert session.answers == told.with_action("k-one", Action("after half-term"))


def test_a_paper_that_is_asked_for_ends_no_redo(
    session: Session, window: Window, hands: Hands
) -> None:
    """A day that can not be read went on it as words, as an act: what was taken back was gone."""
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("Who does it, question 1")
    hands.write("Mair")
    hands.tab_to("By when, question 1")
    hands.write("after half-term")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Z, CTRL)
    assert not session.answers.action("k-one").who
    press(hands, "Save PDF for SLT")
    assert session.answers.action("k-one").who == "after half-term"
    window.redo()

    assert session.answers.action("k-one").who == "Mair"
    assert "after half-term" in repr(session.answers.earlier)


@pytest.mark.parametrize("field", ["line", "text", "risk"])
def test_who_takes_back_goes_on_writing_there(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """The next words would stand before the first letter, or in another row."""
    _go_to(window, hands, field)
    hands.write("Anna and Ben")
    for _ in range(7):
        hands.press(Key.Key_Left)
    _flush(hands)
    hands.write("Jones ")
    _flush(hands)
    where = hands.focus
    hands.press(Key.Key_Z, CTRL)
    assert hands.focus is where
    hands.write("Lee ")
    _flush(hands)

    value = session.answers["k-risks" if field == "risk" else f"k-{field}"].value
    assert "Anna Lee and Ben" in repr(value)


def test_what_is_kept_is_what_a_step_leaves(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Words that had gone to who does it stood on the disk alone, and then on the screen alone."""

    def are_kept() -> bool:
        until(lambda: not desk.runs.is_behind)
        return desk.runs.look(session.run.id).result().answers == session.answers

    session.note("k-several", "River study")
    session.answer("k-one", "yes")
    session.note("k-several", "Sea study")
    window.undo()
    _write_no_day_and_take_back(window, hands)
    assert session.answers.action("k-one").who == "after half-term"
    assert are_kept()
    window.redo()
    assert session.answers["k-one"].is_given
    assert are_kept()
    session.plan("k-one", Action(done=True))
    for _ in range(2):
        window.undo()

    assert session.answers.action("k-one").who == "after half-term"
    assert are_kept()
