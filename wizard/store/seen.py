"""How far the store is known to have come, so that no other file is gone on with.

The number of changes in the file is looked at before each act and after it.  A share or a
backup can put an older file in its place, or write one over it: that one holds fewer.  One
that counts as many, from another computer, is told by what was changed last in it, as the
file is opened again.
"""

from __future__ import annotations


class Seen:
    """What the file must hold; nothing is known before it was opened."""

    def __init__(self) -> None:
        self._count: int | None = None
        self._last = ""
        self._in_doubt = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the store was not opened so far."""
        return self._count is None

    @property
    def is_marked(self) -> bool:
        """Whether it is known what was changed last; looking for that reads many pages."""
        return bool(self._last)

    def forget(self) -> None:
        """Another file was put there on purpose."""
        self._count = None

    def fits(self, found: int, last: str = "") -> bool:
        """Say whether a file with ``found`` changes is the one that was seen last.

        ``last`` marks what was changed last in it, where it was opened anew.  After an act that
        failed there may be all of its changes: it can be on the disk although an error said
        that it is not.
        """
        if self._count is None:
            return True
        if found == self._count:
            return not last or not self._last or last == self._last
        return self._in_doubt > 0 and found == self._count + self._in_doubt

    def take(self, found: int) -> None:
        """The file was seen to hold so many changes."""
        self._count, self._last, self._in_doubt = found, "", 0

    def leave(self, last: str) -> None:
        """The file is let go of, and ``last`` marks what was changed last in it."""
        self._last = last

    def doubt(self, changes: int) -> None:
        """An act of so many changes begins; until it is seen that it ended well it may have."""
        self._in_doubt = changes
