"""A disk that takes its time, as long as a test wants."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 60
"""Seconds after which it goes on by itself: a test that failed must not hang."""


class StuckDisk:
    """Holds up the one thread that writes, until it is let go."""

    def __init__(self, ask: Callable[[], Future[T]]) -> None:
        """Hold up the store that ``ask`` asks for anything."""
        self._go, self._called = threading.Event(), threading.Event()
        self._is_stuck = False
        while not self._is_stuck:
            # A callback runs on the store's thread unless the work is done already.
            self._called.clear()
            ask().add_done_callback(self._hold)
            self._called.wait()

    def let_go(self) -> None:
        """Let the thread go on."""
        self._go.set()

    def _hold(self, _done: object) -> None:
        self._is_stuck = threading.current_thread() is not threading.main_thread()
        self._called.set()
        if self._is_stuck:
            self._go.wait(PATIENCE)
