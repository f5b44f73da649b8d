"""Files while they are being written or brought in: told before any of them is cut short."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from time import monotonic
from typing import Any


class FileWork:
    """Of one window, which asks before it closes, and says after a lock what became of them."""

    def __init__(self) -> None:
        self._files: tuple[Future[Any], ...] = ()
        self.asked = 0
        """How many files were written or brought in so far, with those under way."""
        self._failed = 0.0

    @property
    def under_way(self) -> Future[Any] | None:
        """The one that is being written or brought in and was asked for last, None if none is."""
        return next(reversed(self._under_way()), None)

    def ends(self, since: float) -> list[Future[bool]]:
        """Tell of each that is under way whether it came, once it ends.

        Without what it brings and who waits for it: these hold the answers.  One that failed
        ``since`` somebody was there last was told to nobody.
        """
        ends = [_end(file) for file in self._under_way()]
        if self._failed > since:
            ends.append(Future())
            ends[-1].set_result(False)
        return ends

    def add(self, file: Future[Any]) -> None:
        """Remember a file while it is being written or brought in."""
        self._files = (*self._under_way(), file)
        self.asked += 1
        file.add_done_callback(self._note)

    def draw(self, make: Callable[[], None]) -> Future[None]:
        """Make a paper, after those asked for before; nothing else waits for it.

        Whatever page was asked for it, and wherever somebody has gone since.
        """
        file = self._drawing.submit(make)
        self.add(file)
        return file

    @cached_property
    def _drawing(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="paper")

    def _note(self, file: Future[Any]) -> None:
        if file.exception() is not None:
            self._failed = monotonic()

    def _under_way(self) -> tuple[Future[Any], ...]:
        return tuple(one for one in self._files if not one.done())


def _end(file: Future[Any]) -> Future[bool]:
    end: Future[bool] = Future()
    file.add_done_callback(lambda done: end.set_result(done.exception() is None))
    return end
