"""What is done once Qt has gone round, in the order it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import ref

from PySide6.QtCore import QTimer
from shiboken6 import isValid


def next_round(act: Callable[..., None], *parts: Any) -> None:
    """Call ``act`` with ``parts`` when Qt comes round next, unless one of them is gone by then.

    What waits holds on to no part: one that goes before its turn, as all do in a lock, would be
    kept for ever, with what was written in it.  So ``act`` may hold none either.
    """
    held = [ref(part) for part in parts]

    def act_once() -> None:
        alive = [one() for one in held]
        if all(one is not None and isValid(one) for one in alive):
            act(*alive)

    # Not a timer of a part: its turn comes after all that was asked for later, and what
    # scrolled to the top then left the words that were being written out of sight.
    QTimer.singleShot(0, act_once)


def soon(act: Callable[..., None], *parts: Any) -> None:
    """Call ``act`` then, and once more when what is around the parts has grown too.

    The layout of a page just shown is settled only when Qt has gone round once.
    """

    def act_twice(*alive: Any) -> None:
        act(*alive)
        next_round(act, *alive)

    next_round(act_twice, *parts)
