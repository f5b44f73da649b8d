"""What a screen reader finds: roles, names, headings, groups."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.hands import Hands, Key
from wizard.session import Session
from wizard.ui import tab_order
from wizard.ui.shell.window import Window

Role = QAccessible.Role
Name = QAccessible.Text.Name


def _tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    pending = [QAccessible.queryAccessibleInterface(widget)]
    while pending:
        thing = pending.pop(0)
        if thing.state().invisible:
            continue
        yield thing
        pending += [thing.child(n) for n in range(thing.childCount())]


def _stage(window: Window) -> QWidget:
    page = window.frame.stage.page
    assert page is not None
    return page


def _named(window: Window, role: QAccessible.Role) -> list[str]:
    return [thing.text(Name) for thing in _tree(_stage(window)) if thing.role() == role]


def test_headings_are_headings(window: Window, hands: Hands) -> None:
    """A label that looks like a heading is none unless it says so."""
    assert "Before You Post" in _named(window, Role.Heading)


def test_headings_tell_their_level(session: Session, window: Window) -> None:
    """The page is one, what is on it two: whoever leaps from heading to heading knows where."""
    level = QAccessible.Attribute.Level
    levels = {
        thing.text(Name): thing.attributesInterface().attributeValue(level)
        for thing in _tree(_stage(window))
        if thing.role() == Role.Heading
    }

    assert levels["The post"] == 1
    assert levels["Does it have a picture?"] == 2


def test_each_question_is_a_group_with_its_words(session: Session, window: Window) -> None:
    """Whoever comes to an answer hears which question it answers."""
    groups = _named(window, Role.Grouping)

    assert "1. Does it have a picture?" in groups
    assert "3. Where will it go?" in groups


def test_answers_have_the_role_and_the_words_on_screen(session: Session, window: Window) -> None:
    """Real buttons: what is seen is what is heard, ampersands too."""
    assert _named(window, Role.RadioButton) == ["No", "Yes", "I am not sure"]
    boxes = _named(window, Role.CheckBox)
    assert boxes == ["The class blog", "My own wall & page", "A group"]


def test_a_picked_answer_says_so(session: Session, window: Window, hands: Hands) -> None:
    """The drawn circle is for eyes only; the state is for everybody."""
    hands.press(Key.Key_2)
    states = {
        thing.text(Name): bool(thing.state().checked)
        for thing in _tree(_stage(window))
        if thing.role() == Role.RadioButton
        and thing.text(QAccessible.Text.Description).startswith("Does")
    }

    assert states == {"No": False, "Yes": True, "I am not sure": False}


def test_the_side_list_says_how_far_each_section_is(
    session: Session, window: Window, hands: Hands
) -> None:
    """Word, shape and count; the word is what can be heard."""
    hands.press(Key.Key_1)
    window.resize(1100, 700)
    names = [stop.accessibleName() for stop in tab_order.stops(window.frame.side)]

    assert "The post, 1 of 2, in progress, you are here" in names
    assert "In your own words, 0 of 4, not started" in names


def test_nothing_that_takes_the_focus_is_without_a_name(
    session: Session, window: Window, hands: Hands
) -> None:
    """On every page: an unnamed control is a wall."""
    session.answer("k-one", "yes")
    for place in ("k-first", "k-second", "review", "outcome"):
        window.go(place)
        for stop in tab_order.stops(window):
            if stop.isVisible():
                name = QAccessible.queryAccessibleInterface(stop).text(Name)
                assert name, f"{type(stop).__name__} on {place}"


def test_none_is_counted_right(application: object) -> None:
    """PySide6 6.12 gives away a reference of None in each call, and dies after thousands."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(2000):
        label.setText("x")

    assert sys.getrefcount(None) > before - 100
