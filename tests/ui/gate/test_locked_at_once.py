"""A lock that falls in the very moment in which something is under way: nothing of it stays."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import Future

import pytest

from tests.ui.hands import until
from tests.ui.locking_up import WORDS
from wizard.session import Session
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.window import Window


def _page(_window: Window) -> None:
    """One is still to be scrolled to."""


def _file(window: Window) -> Future[Session]:
    """One is being brought in."""
    file: Future[Session] = Future()
    window.bridge.files.add(file)
    window.bridge.when_done(file, lambda _brought: None)
    return file


def _told_file(window: Window) -> None:
    """One was told of as the window was to be closed, and has come."""
    session = window.bridge.session
    file = _file(window)
    assert not window.close()
    file.set_result(session)


@pytest.mark.parametrize("begin", [_page, _file, _told_file])
def test_what_comes_as_the_lock_falls_does_not_stay(
    begin: Callable[[Window], object], window: Window, gate: Gate
) -> None:
    """What was waited for kept page and answers in memory until the program ended."""
    window.bridge.desk.lock.choose(WORDS).result()
    gate.watch()
    window.start("tiny")
    until(lambda: window.bridge.has_session)
    session: weakref.ref[Session] = weakref.ref(window.bridge.session)
    begin(window)
    gate.lock_now()
    until(lambda: isinstance(window.centralWidget(), Unlocking))

    def is_gone() -> bool:
        gc.collect()
        return session() is None

    until(is_gone)
