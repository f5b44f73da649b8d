"""A disk that takes its time: the person at the keyboard must not notice."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from tests.ui.hands import PATIENCE, Hands, until
from wizard.desk.desk import Desk
from wizard.model.run import RunCard
from wizard.session import Session
from wizard.ui.shell.window import Window
from wizard.words import say


class StuckDisk:
    """Holds up the one thread that writes, until it is let go."""

    def __init__(self, desk: Desk) -> None:
        self._go, self._called = threading.Event(), threading.Event()
        self._is_stuck = False
        while not self._is_stuck:
            # A callback runs on the store's thread unless the work is done already.
            self._called.clear()
            desk.runs.list().add_done_callback(self._hold)
            self._called.wait()

    def let_go(self) -> None:
        """Let the thread go on."""
        self._go.set()

    def _hold(self, _done: Future[tuple[RunCard, ...]]) -> None:
        self._is_stuck = threading.current_thread() is not threading.main_thread()
        self._called.set()
        if self._is_stuck:
            self._go.wait(PATIENCE / 1000)


def test_typing_never_waits_for_the_disk(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Every key shows at once, "Saved" only when it is, and nothing typed meanwhile is lost."""
    window.go("k-second")
    disk = StuckDisk(desk)
    state = window.frame.footer.state
    hands.write("Lambs in ")
    until(lambda: session.answers["k-line"].value == "Lambs in ")
    hands.write("spring")

    assert hands.focus.property("text") == "Lambs in spring"
    assert state.text() != say("ui.footer.saved")
    disk.let_go()
    until(lambda: session.answers["k-line"].value == "Lambs in spring")
    until(lambda: state.text() == say("ui.footer.saved"))
