"""What is handed in on any thread, done on the window's."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from queue import SimpleQueue

from PySide6.QtCore import QCoreApplication, QEvent, QObject


class Post(QObject):
    """Does things in the order they were handed in, each when Qt comes round.

    Never within the act that asked: what was done in no time would come before what was asked
    earlier, and find a page half made.  It outlives every window: telling one itself could
    meet it while it is being destroyed, and that ends the program.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def hand_in(self, deliver: Callable[[], None]) -> None:
        """Have something done; from any thread."""
        # A queued signal would do the same, and naming that kind costs an eighth of the start.
        self._waiting.put(deliver)
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, event: QEvent) -> None:
        """Do what waits longest."""
        self._waiting.get()()


@cache
def post() -> Post:
    """Return the one there is.  Asked for first on the window's thread, where it lives."""
    return Post()
