"""What outlives a lock lies in the window alone: where that goes, the next start tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.gate.test_gate import decided_in_half
from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.locking_up import WORDS, unlock
from tests.ui.school_hands import open_school
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.parts.writing import half_written
from wizard.ui.shell.window import Window

DRAFT = "The session ended before the school’s profile was saved."
DECISION = "The session ended before a decision was recorded."
FILE = "while a file was being written or brought in"


@pytest.fixture(autouse=True)
def locked(window: Window) -> None:
    """Answers that a passphrase locks."""
    window.bridge.desk.ready.result()
    window.bridge.desk.lock.choose(WORDS).result()


@pytest.fixture
def next_start(places: Places, window: Window) -> Iterator[Callable[[], Window]]:
    """End the program and start it once more, to be unlocked."""
    started = [window]

    def start() -> Window:
        started[-1].close()
        _gate(started[-1]).close()
        one = Window()
        one.resize(1180, 800)
        one.show()
        Gate(one, places).begin()
        started.append(one)
        return one

    yield start
    for one in started[1:]:
        one.close()
        _gate(one).close()
        one.deleteLater()


def _gate(window: Window) -> Gate:
    gate = window.gate
    assert isinstance(gate, Gate)
    return gate


def _lock_on_draft(window: Window) -> None:
    hands = Hands(window)
    open_school(window, hands)
    hands.tab_to("Name of the school")
    hands.write("Riverside")
    window.gate.lock_now()
    assert isinstance(window.centralWidget(), Unlocking)


def _lock_on_decision(window: Window) -> None:
    decided_in_half(window)
    window.gate.lock_now()
    assert isinstance(window.centralWidget(), Unlocking)


def _lock_on_file(window: Window) -> None:
    window.bridge.files.add(Future())
    window.gate.lock_now()
    assert isinstance(window.centralWidget(), Unlocking)


def _told(window: Window) -> str:
    """Unlock, and return what is said then."""
    unlock(window, Hands(window))
    opened: list[object] = []
    # What is told comes when the store is open, and before this.
    window.bridge.when_done(window.bridge.desk.runs.list(), opened.append)
    until(lambda: bool(opened))
    return window.frame.sentence


@pytest.mark.parametrize("ends", [Window.close, Window.end])
@pytest.mark.parametrize(
    ("lock_on", "lost"),
    [
        (_lock_on_draft, DRAFT),
        (_lock_on_decision, DECISION),
        (_lock_on_file, FILE),
    ],
)
def test_what_went_with_a_locked_window_is_told_once_at_the_next_start(
    window: Window,
    next_start: Callable[[], Window],
    ends: Callable[[Window], bool],
    lock_on: Callable[[Window], None],
    lost: str,
) -> None:
    """Ten idle minutes, then the computer was shut down: nobody ever heard of it again."""
    lock_on(window)
    assert ends(window)

    assert lost in _told(next_start())
    assert lost not in _told(next_start())


def test_what_was_taken_up_again_is_not_told_as_lost(
    window: Window, next_start: Callable[[], Window]
) -> None:
    """Whoever wrote it had it on the screen, and took it out or saved it."""
    _lock_on_draft(window)
    told = _told(window)
    assert window.bridge.desk.school.draft is not None
    window.bridge.desk.school.draft = None
    assert window.close()

    assert DRAFT not in told + _told(next_start())


def test_half_a_decision_waits_behind_the_lock(
    window: Window, next_start: Callable[[], Window]
) -> None:
    """Ten minutes at the telephone, with the signed paper in hand: its words were gone."""
    _lock_on_decision(window)
    told = _told(window)
    hands = Hands(window)
    assert not window.close()
    until(lambda: hands.title == "What SLT decided")
    assert "Mair Price" in half_written.read(hands.page).values()
    hands.tab_to("Who signed for SLT")
    for _letter in "Mair Price":
        hands.press(Key.Key_Backspace)
    assert window.close()

    assert DECISION not in told + _told(next_start())


def test_what_a_pdf_shall_not_hold_stays_out_of_it_over_a_lock(window: Window) -> None:
    """Ten idle minutes, and the answers were to go into the PDF for the Head after all."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.go("outcome")
    hands.tab_to("Put these answers inside the PDF")
    hands.press(Key.Key_Space)
    window.gate.lock_now()
    unlock(window, hands)
    until(lambda: "Carry on" in words(window))
    press(hands, "Carry on, Tiny")
    until(lambda: window.bridge.has_session)
    window.go("outcome")
    hands.tab_to("Put these answers inside the PDF")

    box = hands.focus
    assert isinstance(box, QAbstractButton)
    assert not box.isChecked()
