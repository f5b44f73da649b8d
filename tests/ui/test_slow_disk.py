"""A disk that takes its time: the person at the keyboard must not notice."""

from __future__ import annotations

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, until
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
