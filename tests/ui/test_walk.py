"""A journey from first to last page and back again, by the keyboard alone."""

from __future__ import annotations

from tests.ui.hands import ALT, CTRL, Hands, Key, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui import start
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.parts.notice import Notice
from wizard.ui.shell.window import Window


def test_a_whole_journey_by_keyboard(window: Window, hands: Hands, desk: Desk) -> None:
    """Start, answer, go on, check, change, finish: no mouse, no dead end."""
    hands.tab_to("Tiny")
    hands.press(Key.Key_Space)
    hands.on_page("The post")
    hands.press(Key.Key_2)
    hands.tab_to("Carry on")
    hands.press(Key.Key_Space)
    hands.on_page("In your own words")
    hands.write("Spring lambs")
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")
    hands.tab_to("Change 1. Does it have a picture? Yes")
    hands.press(Key.Key_Space)
    hands.on_page("The post")
    hands.press(Key.Key_1)
    hands.tab_to("Back to where I was")
    hands.press(Key.Key_Space)
    hands.on_page("Check your answers")
    hands.press(Key.Key_Return, CTRL)
    until(lambda: "Nothing found so far" in hands.title)
    session = window.bridge.session
    assert session.answers["k-line"].value == "Spring lambs"
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Before You Post")

    cards = desk.runs.list().result()
    assert [card.finished is not None for card in cards] == [True]


def test_back_leads_all_the_way_home(window: Window, hands: Hands) -> None:
    """Back loses nothing and never ends in nowhere."""
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_3)
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("In your own words")
    hands.press(Key.Key_Left, ALT)
    hands.on_page("The post")
    assert hands.name == "The class blog"
    hands.press(Key.Key_Left, ALT)

    hands.on_page("Before You Post")


def test_a_page_nobody_answered_is_never_in_the_way(window: Window, hands: Hands) -> None:
    """Next always works; the gaps come first in the review."""
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("In your own words")
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")

    assert hands.name == "1. Does it have a picture?"
    hands.press(Key.Key_Space)
    hands.on_page("The post")
    assert hands.focus.accessibleDescription() == "Does it have a picture?"


def test_a_folded_page_is_passed_by_but_can_be_reached(window: Window, hands: Hands) -> None:
    """Essentials first: the rest is there for whoever wants it, in the side list."""
    window.start("tiny")
    hands.on_page("The post")
    hands.tab_to("More, if you like, 0 of 1, not started. Only if you like.")
    hands.press(Key.Key_Space)

    hands.on_page("More, if you like")
    hands.press(Key.Key_1)
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")


def test_what_was_begun_is_offered_at_the_same_page(places: Places, application: object) -> None:
    """Close it anywhere, open it again: the same page, the same answers."""
    desk = Desk(places)
    window = start.open_window(desk)
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("In your own words")
    hands.write("Half a sente")
    window.close()
    desk.close()
    window.deleteLater()

    desk = Desk(places)
    window = start.open_window(desk)
    hands = Hands(window)
    until(lambda: hands.name == "Carry on, Tiny")
    hands.press(Key.Key_Space)
    hands.on_page("In your own words")
    session = window.bridge.session
    window.close()
    desk.close()
    window.deleteLater()
    assert session.answers["k-line"].value == "Half a sente"


def test_the_plan_of_an_open_point_is_kept(window: Window, hands: Hands) -> None:
    """Who and by when, typed where the point stands."""
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    hands.press(Key.Key_E, CTRL)
    hands.on_page("Change this first")
    hands.tab_to("Who does it")
    hands.write("Ms Ŵyn")
    hands.press(Key.Key_Tab)
    hands.write("28 Nov 2026")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)

    action = window.bridge.session.answers.action("k-one")
    assert (action.who, action.by, action.done) == ("Ms Ŵyn", "2026-11-28", True)


def test_undo_shows_what_it_took_back(window: Window, hands: Hands) -> None:
    """Taking back an answer on another page would be a riddle."""
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("In your own words")
    hands.tab_to("Add a risk")
    hands.press(Key.Key_Z, CTRL)

    hands.on_page("The post")
    assert not window.bridge.session.answers["k-one"].is_given


def test_sections_can_be_reached_where_letters_leave_no_room(window: Window, hands: Hands) -> None:
    """The side list folds into a bar, and opens over the page."""
    window.resize(640, 700)
    window.start("tiny")
    hands.on_page("The post")
    assert not window.frame.side.isVisible()
    hands.tab_to("Sections")
    hands.press(Key.Key_Space)
    assert window.frame.side.isVisible()
    hands.tab_to("In your own words, 0 of 4, not started")
    hands.press(Key.Key_Space)

    hands.on_page("In your own words")
    assert not window.frame.side.isVisible()


def _told(window: Window) -> list[str]:
    return [one.words.text() for one in window.findChildren(Notice) if one.isVisible()]


def test_who_finishes_is_told_and_stays_at_the_top_of_home(window: Window, hands: Hands) -> None:
    """Home came without a word, and then went to the bottom, where the finished ones stand."""
    window.resize(800, 300)
    hands.tab_to("Read or search guides, policies and words")
    window.start("tiny")
    hands.on_page("The post")
    hands.tab_to("No")
    hands.press(Key.Key_1)
    window.go("outcome")
    window.go_on()
    hands.on_page("Before You Post")
    assert _told(window) == ["Finished: Tiny. You find it again below, whenever you need it."]
    until(lambda: any(row.isVisible() for row in window.findChildren(RunRow)))
    until(lambda: window.frame.stage.verticalScrollBar().value() == 0)

    window.go_home()

    until(lambda: not _told(window))
    # In a window as low as this no journey is in sight.
    assert hands.name == "Before You Post"


def test_who_answers_nothing_is_not_told_of_anything_kept(window: Window, hands: Hands) -> None:
    """Nothing is stored before the first answer: a promise to find it again would be untrue."""
    window.start("tiny")
    hands.on_page("The post")
    window.go("outcome")
    window.go_on()
    hands.on_page("Before You Post")

    assert not _told(window)
