"""A school's file on a share that is dead by the time somebody unlocks."""

from __future__ import annotations

import sys

import pytest

from tests.ui.hands import Hands, until, words
from tests.ui.locking_up import WORDS, lock_with, unlock
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
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
