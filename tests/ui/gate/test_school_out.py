"""A school's file on a share that is dead by the time somebody unlocks."""

from __future__ import annotations

import sys

import pytest

from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.locking_up import WORDS, lock_with, unlock
from tests.ui.school_hands import open_school
from tests.ui.taking_names import fill, go_apart
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


def test_a_school_file_that_can_not_be_read_is_told_where_one_unlocks(
    window: Window, gate: Gate, places: Places
) -> None:
    """The right passphrase did nothing, and the first cross did not close the window."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    gate.lock_now()
    file = places.data / "school.yaml"
    # Reading it fails, as it does where a share is dead.
    file.symlink_to(file)
    unlock(window, hands)
    until(lambda: "cannot be read" in words(window))
    assert "Your answers are locked" in words(window)

    file.unlink()
    unlock(window, hands)
    hands.on_page("Before You Post")
    gate.lock_now()
    assert window.close()


def test_what_was_written_of_the_school_outlives_a_lock_that_would_not_open(
    window: Window, gate: Gate, places: Places
) -> None:
    """It was taken up by the first try, went with it, and nothing ever told of it."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    window.bridge.desk.lock.choose(WORDS).result()
    open_school(window, hands)
    hands.tab_to("Name of the school")
    hands.write("Riverside")
    gate.lock_now()
    file = places.data / "school.yaml"
    file.symlink_to(file)
    unlock(window, hands)
    until(lambda: "cannot be read" in words(window))
    file.unlink()
    unlock(window, hands)
    hands.on_page("Before You Post")

    open_school(window, hands)
    hands.tab_to("Name of the school")
    assert hands.focus.property("text") == "Riverside"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_somebody_new_is_told_that_nobody_has_the_code_where_nothing_could_be_shown(
    window: Window, gate: Gate, places: Places, mistakes: list[object]
) -> None:
    """The code was to stand on a page that did not come, which ended in a traceback."""
    hands = Hands(window)
    go_apart(window, hands)
    gate.lock_now()
    press(hands, "I am somebody else")
    until(lambda: "Who are you?" in words(window))
    press(hands, "Add a person")
    fill(hands, ("Name", "Passphrase", "The same once more"), "Owen", WORDS)
    file = places.data / "school.yaml"
    file.symlink_to(file)
    hands.press(Key.Key_Return)
    until(lambda: "cannot be read" in words(window))

    assert mistakes == []
    file.unlink()
    unlock(window, hands)
    until(lambda: "newest recovery sheet" in window.frame.sentence)
