"""What slow work brings comes in the order it was asked for, and never within the asking."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread

from tests.ui.hands import until
from wizard.ui.shell.window import Window


def test_what_was_done_in_no_time_waits_for_its_turn(window: Window) -> None:
    """Home asked twice and stood empty, as the older list came last; of a plan it made two rows."""
    bridge, came = window.bridge, list[str]()
    first, second = Future[str](), Future[str]()
    bridge.when_done(first, came.append)
    worker = Thread(target=first.set_result, args=("what was kept",))
    worker.start()
    worker.join()
    second.set_result("what is kept")

    bridge.when_done(second, came.append)

    assert not came
    until(lambda: len(came) == 2)
    assert came == ["what was kept", "what is kept"]
