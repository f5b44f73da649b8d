"""A place of one of several people whose disk is out: it is told, and may come back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.desk.refusing import refusing
from tests.ui.hands import Hands, Key, until
from tests.ui.locking_up import unlock
from tests.ui.taking_names import HERS, go_apart, words
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window


@pytest.mark.parametrize("out", ["", "one"])
def test_a_disk_with_places_that_is_out_is_told(
    window: Window, gate: Gate, places: Places, tmp_path: Path, out: str
) -> None:
    """With all of them, or with hers alone: the next start showed a program never used before."""
    go_apart(window, Hands(window))
    gate.close()
    (hers,) = (places.data / "people").iterdir()
    there = hers if out else hers.parent
    there.rename(tmp_path / "taken out")
    there.symlink_to(tmp_path / "nowhere")
    other = Window()
    other.show()
    Gate(other, places).begin()
    if out:
        Hands(other).press(Key.Key_Space)

    until(lambda: "is gone. Put it back" in words(other))
    assert state(places.data) is State.NEW
    other.close()
    other.deleteLater()


def _is_asked_or_told(window: Window) -> bool:
    return "Who are you?" in words(window) or "cannot be written" in words(window)


@pytest.mark.parametrize("many", [1, 2])
def test_names_that_can_not_be_looked_at_for_a_moment_let_nobody_in(
    window: Window, gate: Gate, places: Places, many: int
) -> None:
    """Nobody was asked who they are, or a page without a name and a word stood there."""
    go_apart(window, Hands(window))
    gate.close()
    first, is_refused = 0, True
    while is_refused:
        other = Window()
        other.show()
        with refusing(places.data / "people", first, many) as looks:
            Gate(other, places).begin()
        first, is_refused = first + 1, looks.refused > 0

        until(partial(_is_asked_or_told, other))
        assert state(places.data) is State.NEW
        other.close()
        other.deleteLater()


def test_whose_disk_was_out_comes_in_once_it_is_back(
    window: Window, gate: Gate, places: Places, tmp_path: Path
) -> None:
    """One sentence and no button: nobody else came in either until the program was started anew."""
    hands = Hands(window)
    go_apart(window, hands)
    gate.lock_now()
    until(lambda: "Answers of Siân" in words(window))
    (hers,) = (places.data / "people").iterdir()
    there = hers.rename(tmp_path / "another disk")
    hers.symlink_to(tmp_path / "nowhere")
    hands.tab_to("I am somebody else")
    hands.press(Key.Key_Space)
    until(lambda: "Who are you?" in words(window))
    hands.press(Key.Key_Space)
    until(lambda: "is gone. Put it back" in words(window))
    assert "I am somebody else" in words(window)

    hers.unlink()
    hers.symlink_to(there)
    unlock(window, hands, HERS)
    until(lambda: hands.name == "Carry on, Tiny")
