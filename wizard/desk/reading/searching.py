"""Searching: all there is to read, brought together off the calling thread when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.desk.reading.room import ReadingRoom


class Searching:
    """Everything to read, brought together once, and anew after the school's file was saved.

    ``close`` ends its thread.
    """

    def __init__(
        self, content: Path, school_file: Callable[[], Path], saves: Callable[[], int] = int
    ) -> None:
        """Read ``content`` and the school's file; ``saves`` counts how often that was saved."""
        self._content = content
        self._school_file, self._saves = school_file, saves
        self._room_of_save = 0
        self._reader: ThreadPoolExecutor | None = None
        self._room: Future[ReadingRoom] | None = None

    def room(self) -> Future[ReadingRoom]:
        """Return the reading room.  It holds ``ContentFaults`` if it can not be opened."""
        if self._reader is None:
            self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading-room")
        failed = self._room is not None and self._room.done() and self._room.exception() is not None
        if self._room is None or failed or self._room_of_save != self._saves():
            # Questions of the school's own can be found as soon as they are asked.
            self._room_of_save = self._saves()
            self._room = self._reader.submit(self._open)
        return self._room

    def close(self) -> None:
        """Wait for what is being read."""
        if self._reader is not None:
            self._reader.shutdown(wait=True)

    def _open(self) -> ReadingRoom:
        # YAML and all the content: nobody who only answers questions needs them.
        from wizard.desk.reading.room import open_room

        return open_room(self._content, self._school_file())
