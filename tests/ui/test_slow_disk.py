"""A disk that takes its time: the person at the keyboard must not notice."""

from __future__ import annotations

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, Key, until
from wizard.desk.desk import Desk
from wizard.session import Session
from wizard.ui.shell.window import Window
from wizard.words import say


def test_typing_never_waits_for_the_disk(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Every key shows at once, "Saved" only when it is, and nothing typed meanwhile is lost."""
    window.go("k-second")
    disk = StuckDisk(desk.runs.list)
    state = window.frame.footer.state
    hands.write("Lambs in ")
    until(lambda: session.answers["k-line"].value == "Lambs in ")
    hands.write("spring")

    assert hands.focus.property("text") == "Lambs in spring"
    assert state.text() != say("ui.footer.saved")
    disk.let_go()
    until(lambda: session.answers["k-line"].value == "Lambs in spring")
    until(lambda: state.text() == say("ui.footer.saved"))


def test_saved_is_not_said_of_words_that_are_only_on_the_screen(
    session: Session, window: Window, hands: Hands
) -> None:
    """It stood beside a half-written line until the typing stopped, and was not so."""
    window.go("k-second")
    state = window.frame.footer.state
    hands.write("L")
    assert state.text() == say("ui.footer.saving")
    until(lambda: state.text() == say("ui.footer.saved"))
    hands.write("a")
    assert state.text() == say("ui.footer.saving")
    until(lambda: state.text() == say("ui.footer.saved"))
    assert session.answers["k-line"].value == "La"


def test_a_letter_that_was_taken_back_leaves_it_saved(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nothing is written then, so nobody tells that it was."""
    window.go("k-second")
    state = window.frame.footer.state
    hands.write("L")
    until(lambda: state.text() == say("ui.footer.saved"))
    hands.write("a")
    hands.press(Key.Key_Backspace)

    until(lambda: state.text() == say("ui.footer.saved"))
