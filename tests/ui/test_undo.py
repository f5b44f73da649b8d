"""Ctrl+Z where words are written, and elsewhere: what was done last comes back first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.hands import CTRL, SHIFT, Hands, Key, remove, until
from wizard.model.answers import Action, Person, RiskRow
from wizard.session import Session
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.shell.window import Window


def _risks(*names: str) -> tuple[RiskRow, ...]:
    return tuple(RiskRow(hazard=name) for name in names)


def test_a_risk_removed_by_mistake_comes_back_at_once(
    session: Session, window: Window, hands: Hands
) -> None:
    """The focus then stands in a field of the next row, which kept Ctrl+Z to itself.

    It stays in the rows that are made anew: the page must not be gone through again.
    """
    window.go("k-second")
    session.answer("k-risks", _risks("Rain", "Wind"))
    remove(hands, "Remove risk 1")
    assert hands.name == "What could go wrong?, risk 1"
    hands.press(Key.Key_Z, CTRL)

    assert session.answers["k-risks"].value == _risks("Rain", "Wind")
    assert hands.name == "What could go wrong?, risk 1"


def test_a_risk_written_at_once_and_removed_by_mistake_comes_back(
    session: Session, window: Window, hands: Hands
) -> None:
    """Removing it leads back to what was before it was written; Ctrl+Z took that away too."""
    window.go("k-second")
    session.answer("k-risks", _risks("Rain"))
    hands.tab_to("Add a risk")
    hands.press(Key.Key_Space)
    hands.write("Wind")
    remove(hands, "Remove risk 2")
    assert session.answers["k-risks"].value == _risks("Rain")
    hands.press(Key.Key_Z, CTRL)

    assert session.answers["k-risks"].value == _risks("Rain", "Wind")


@pytest.mark.parametrize("field", ["k-line", "note"])
def test_words_go_first_then_what_was_done_before(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """Words taken back in their field are no new act, or the next Ctrl+Z brings them back."""
    hands.press(Key.Key_2)
    if field == "note":
        hands.tab_to("Note, question 1")
        hands.press(Key.Key_Space)
        hands.tab_to("Note on question 1")
    else:
        window.go("k-second")
    hands.write("Sheep")
    window.frame.stage.page.flush()  # type: ignore[union-attr]
    hands.press(Key.Key_Z, CTRL)
    assert session.answers["k-one"].value == "yes"
    hands.press(Key.Key_Z, CTRL)

    assert not session.answers["k-line"].is_given
    assert not session.answers["k-one"].note
    assert not session.answers["k-one"].is_given


def _at_an_open_point(session: Session, window: Window, hands: Hands) -> None:
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("Who does it, question 1")


def test_the_focus_stays_above_when_undo_takes_an_open_point_away(
    session: Session, window: Window, hands: Hands
) -> None:
    """It fell on a field far below, and the page with it."""
    _at_an_open_point(session, window, hands)
    hands.press(Key.Key_Z, CTRL)

    assert not session.answers["k-one"].is_given
    assert hands.name == hands.title


def test_a_day_that_can_not_be_read_outlives_its_point(
    session: Session, window: Window, hands: Hands
) -> None:
    """The points are drawn anew as answers change; what was typed there joins the name."""
    _at_an_open_point(session, window, hands)
    hands.write("Mair")
    hands.press(Key.Key_Tab)
    hands.write("after half-term")
    window.change("k-one")
    session.answer("k-one", "unsure")
    window.go_on()

    assert session.answers.action("k-one").who == "Mair – after half-term"


def test_what_came_back_out_of_sight_is_brought_into_sight(
    session: Session, window: Window, hands: Hands
) -> None:
    """Who sees nothing change presses again, and takes back what was meant to stay."""
    window.go("k-second")
    session.answer("k-risks", _risks("Rain", "Wind", "Snow"))
    session.answer("k-line", "Sheep")
    hands.tab_to("Back")
    stage = window.frame.stage
    bar = stage.verticalScrollBar()
    card = stage.page.part_of("k-line")  # type: ignore[union-attr]
    assert card is not None
    until(lambda: bar.maximum() > stage.viewport().height())
    bar.setValue(bar.maximum())
    until(card.visibleRegion().isEmpty)
    hands.press(Key.Key_Z, CTRL)
    until(lambda: not card.visibleRegion().isEmpty())

    assert hands.name == "Back"


@pytest.mark.parametrize("aside", ["Keys", "Blank checklists"])
def test_beside_the_journey_nothing_is_taken_back_unseen(
    session: Session, window: Window, hands: Hands, aside: str
) -> None:
    """Held down in a field that was empty by then, it took the answers behind the page."""
    session.answer("k-one", "yes")
    session.note("k-one", "What I saw")
    if aside == "Keys":
        hands.press(Key.Key_F1)
    else:
        hands.press(Key.Key_P, CTRL)
        hands.tab_to("Copies of each")
        hands.write("2")
    hands.on_page(aside)
    for _ in range(6):
        hands.press(Key.Key_Z, CTRL)

    assert hands.title == aside
    assert session.answers["k-one"].value == "yes"
    assert session.answers["k-one"].note == "What I saw"


def test_where_answers_are_typed_up_the_last_one_is_taken_back(
    session: Session, window: Window, hands: Hands
) -> None:
    """That page stands beside the journey, too, and what comes back is seen on it."""
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.on_page("Enter from paper: Tiny")
    session.answer("k-one", "yes")
    hands.press(Key.Key_Z, CTRL)

    assert hands.title == "Enter from paper: Tiny"
    assert not session.answers["k-one"].is_given


@pytest.mark.parametrize("place", ["review", "outcome"])
def test_what_a_page_of_the_whole_does_not_show_is_gone_back_to(
    session: Session, window: Window, hands: Hands, place: str
) -> None:
    """Words went unseen on pages that show none of them, and there is no way forward again."""
    session.note("k-several", "What I saw")
    window.go(place)
    hands.press(Key.Key_Z, CTRL)
    assert not session.answers["k-several"].note
    assert hands.title == "The post"
    hands.press(Key.Key_Return, CTRL)

    assert session.place == place


@pytest.mark.parametrize("place", ["review", "outcome"])
def test_what_a_page_of_the_whole_shows_is_taken_back_there(
    session: Session, window: Window, hands: Hands, place: str
) -> None:
    """The answer stands on the one, and what becomes of it on the other."""
    session.answer("k-one", "yes")
    window.go(place)
    hands.press(Key.Key_Z, CTRL)

    assert not session.answers["k-one"].is_given
    assert session.place == place


def test_where_answers_are_typed_up_the_page_of_the_last_one_is_turned_to(shipped: Window) -> None:
    """It was taken back on the first page while the second was in sight."""
    hands = Hands(shipped)
    shipped.start("class-project")
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    hands.press(Key.Key_E, CTRL | SHIFT)
    question = session.sections()[0].questions[0]
    session.note(question.id, "On the first page")
    hands.press(Key.Key_Return, CTRL)
    shown = shipped.frame.stage.page
    assert shown is not None
    assert shown.part_of(question.id) is None
    hands.press(Key.Key_Z, CTRL)
    now = shipped.frame.stage.page
    assert now is not None

    assert not session.answers[question.id].note
    assert now.part_of(question.id) is not None
    assert hands.title == shown.heading.accessibleName()


def test_a_line_typed_up_that_is_not_asked_for_is_taken_back_in_sight(
    session: Session, window: Window, hands: Hands
) -> None:
    """It went from the sheet, and no page told which line it was."""
    session.answer("k-one", "no")
    hands.press(Key.Key_E, CTRL | SHIFT)
    hands.on_page("Enter from paper: Tiny")
    session.note("k-follow", "Two of them wave")
    window.leave_aside()
    hands.press(Key.Key_Z, CTRL)

    assert not session.answers["k-follow"].note
    assert hands.title == "Check your answers"


def _texts(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(LineField) if one.isVisible()]


def test_a_name_that_was_typed_up_is_taken_back_in_its_field(
    session: Session, window: Window, hands: Hands
) -> None:
    """It stayed there as if it were kept, and stood on no paper."""
    window.more.papers.show_entry()
    hands.on_page("Enter from paper: Tiny")
    hands.tab_to("Name")
    hands.write("Alice Jones")
    hands.press(Key.Key_Return)
    hands.write("Teacher")
    hands.press(Key.Key_Return)
    assert "Alice Jones" in _texts(hands.page)
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)

    assert not session.answers.people
    assert "Alice Jones" not in _texts(hands.page)
    assert "Teacher" not in _texts(hands.page)


@pytest.mark.parametrize("what", ["name", "plan", "title"])
@pytest.mark.parametrize("where", ["questions", "typing up"])
def test_a_name_or_a_plan_is_gone_to_where_it_is_taken_back(
    session: Session, window: Window, hands: Hands, what: str, where: str
) -> None:
    """Pages that show neither took it unseen."""
    session.answer("k-one", "yes")
    if what == "name":
        session.person("staff", Person("Alice Jones"))
    elif what == "title":
        session.rename("Alice Jones")
    else:
        session.plan("k-one", Action("Alice Jones"))
    if where == "typing up":
        window.more.papers.show_entry()
        hands.on_page("Enter from paper: Tiny")
    hands.press(Key.Key_Z, CTRL)

    assert "Alice Jones" not in _texts(hands.page)
    is_here = (what, where) == ("name", "typing up")
    assert hands.title == "Enter from paper: Tiny" if is_here else session.place == "outcome"
    assert session.answers["k-one"].is_given


def test_who_took_back_what_a_page_hangs_on_goes_on_from_there(shipped: Window) -> None:
    """The way back led to a page without a question, under the title of the one before."""
    shipped.start("school-account")
    hands = Hands(shipped)
    until(lambda: shipped.bridge.has_session)
    shipped.bridge.session.answer("sa-part", ("lead",))
    first = hands.title
    shipped.go("sa-leaders")
    hands.press(Key.Key_Z, CTRL)
    hands.on_page(first)
    hands.press(Key.Key_Return, CTRL)

    assert hands.title != first
    assert hands.name
    assert shipped.bridge.session.place != "sa-leaders"
