"""Files while they are being written or brought in: told before any of them is cut short."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import Any


class FileWork:
    """Of one window, which asks before it closes, and says after a lock what became of them."""

    def __init__(self) -> None:
        self._files: tuple[Future[Any], ...] = ()
        self.asked = 0
        """How many files were written or brought in so far, with those under way."""

    @property
    def all_under_way(self) -> tuple[Future[Any], ...]:
        """Those that are being written or brought in now, as they were asked for."""
        return tuple(one for one in self._files if not one.done())

    @property
    def under_way(self) -> Future[Any] | None:
        """The one of them that was asked for last, None where none is."""
        return next(reversed(self.all_under_way), None)

    def add(self, file: Future[Any]) -> None:
        """Remember a file while it is being written or brought in."""
        self._files = (*self.all_under_way, file)
        self.asked += 1

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
