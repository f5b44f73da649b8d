"""A lock that falls in the very moment in which a page comes."""

from __future__ import annotations

import gc
import weakref

from tests.ui.hands import until
from tests.ui.locking_up import WORDS
from wizard.session import Session
from wizard.ui.shell.gate import Gate
from wizard.ui.shell.window import Window


def test_what_comes_as_the_lock_falls_does_not_stay(window: Window, gate: Gate) -> None:
    """What was still to scroll to it kept page and answers until the program ended."""
    window.bridge.desk.lock.choose(WORDS).result()
    gate.watch()
    window.start("tiny")
    until(lambda: window.bridge.has_session)
    session: weakref.ref[Session] = weakref.ref(window.bridge.session)
    gate.lock_now()

    def is_gone() -> bool:
        gc.collect()
        return session() is None

    until(is_gone)
