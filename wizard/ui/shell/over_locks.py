"""What stays in memory over a lock, for nobody but whoever left it there."""

from __future__ import annotations

from typing import Generic, TypeVar

from wizard.desk.lock.locking import Lock

T = TypeVar("T")


class OverLocks(Generic[T]):
    """Of each person the last that was left, until they take it."""

    def __init__(self) -> None:
        self._left: dict[Lock, T] = {}

    def leave(self, lock: Lock, left: T) -> None:
        """Leave something for whoever has this lock."""
        self._left[lock] = left

    def take(self, lock: Lock) -> T | None:
        """Take out what was left for whoever has this lock, by where their answers are by now.

        They may have taken a name since; another lock of the same answers is theirs, too.
        """
        theirs = [one for one in self._left if one.places.answers == lock.places.answers]
        return [self._left.pop(one) for one in theirs][-1] if theirs else None
