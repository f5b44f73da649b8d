"""What is said of answers is true of how they stand: refused by the disk, or kept for a while."""

from __future__ import annotations

import sys

import pytest

from tests.desk.no_room import no_room
from tests.ui.hands import Hands, press, until, words
from tests.ui.school_hands import open_school
from wizard.ui.shell.window import Window

FOUND_AGAIN = "You find it again below"


def on_the_post(window: Window) -> Window:
    """Begin a journey in an open window."""
    window.bridge.desk.ready.result()
    window.start("tiny")
    Hands(window).on_page("The post")
    return window


@pytest.fixture
def begun(window: Window) -> Window:
    """A journey that is begun, on the page of its first question."""
    return on_the_post(window)


@pytest.fixture
def shared(window: Window) -> Window:
    """The same on a shared computer."""
    window.bridge.desk.ready.result()
    window.more.show_computer()
    press(Hands(window), "Keep nothing on this computer")
    Hands(window).on_page("Before You Post")
    return on_the_post(window)


def make_a_mistake(window: Window) -> str:
    """Let something beside the answers go wrong by our own fault; return what is told of it."""

    def go_wrong() -> None:
        raise ArithmeticError

    window.bridge.when_done(window.bridge.in_background(go_wrong), lambda _none: None)
    until(lambda: bool(window.frame.sentence))
    return window.frame.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_what_the_disk_refused_is_not_said_to_stand_at_home(begun: Window) -> None:
    """It is on no list there until there is room, and then it is without being asked for."""
    begun.go("outcome")
    with no_room():
        begun.bridge.session.answer("k-one", "yes")
        begun.go_on()
        until(begun.frame.footer.wrong.isVisible)
        said = words(begun)

    assert FOUND_AGAIN not in said
    until(lambda: "1 of" in words(begun) or "Finished on" in words(begun))


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")
def test_nobody_is_told_to_close_on_what_the_disk_refused(begun: Window) -> None:
    """Above "Not saved" stood "What you answered before is saved. Close the window"."""
    with no_room():
        begun.bridge.session.answer("k-one", "yes")
        until(begun.frame.footer.wrong.isVisible)
        told = make_a_mistake(begun)

    assert "is saved" not in told
    assert "before you close the window" in told


def test_nobody_is_told_to_close_where_nothing_is_kept(shared: Window) -> None:
    """All of it would go with the window."""
    shared.bridge.session.answer("k-one", "yes")
    assert shared.bridge.desk.runs.owed() is None

    assert "before you close the window" in make_a_mistake(shared)


def test_who_may_close_is_told_so(begun: Window) -> None:
    """What is saved stays."""
    begun.bridge.session.answer("k-one", "yes")
    assert begun.bridge.desk.runs.owed() is None

    assert "Close the window and start again" in make_a_mistake(begun)


def test_what_is_finished_where_nothing_is_kept_stands_until_one_closes(shared: Window) -> None:
    """Of what goes within the minute it was said: "whenever you need it"."""
    shared.bridge.session.answer("k-one", "yes")
    shared.go("outcome")
    shared.go_on()
    Hands(shared).on_page("Before You Post")

    until(lambda: "It stands below until you close this window." in words(shared))
    assert FOUND_AGAIN not in words(shared)


def test_the_school_s_file_is_told_to_be_everybody_s_at_this_login(shared: Window) -> None:
    """Of names that the next one there reads it was said: "This is for you"."""
    desk = shared.bridge.desk
    open_school(shared, Hands(shared))

    assert "counts for whoever uses this login" in words(shared)
    assert desk.school.path.parent == desk.places.data
