"""The copy that the store makes of itself, a little at a time, while nobody asks it for anything.

No copy today is no reason to keep somebody from their answers: what goes wrong here is
logged, and never stops the store.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import apsw

from wizard.clock import Clock, local_day
from wizard.errors import StoreProblem
from wizard.safe.key_change import own_key
from wizard.store import backup, database, failures, put_back
from wizard.store.keys import Keys


class SideCopy:
    """At most one copy under way.  Only the store's thread may use it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._copying: backup.Copying | None = None
        self._folder = Path()
        self._day: date | None = None
        self.is_put_back = False
        """Whether the store was found to be an older one than its copies, as it was opened."""

    @property
    def is_under_way(self) -> bool:
        """Whether there is something left to copy."""
        return self._copying is not None

    @property
    def is_for_today(self) -> bool:
        """Whether one was begun today, if any was needed: a window may be open for weeks."""
        return self._day == local_day(self._clock.now())

    def make_room_for(self, connection: apsw.Connection, folder: Path, key: bytes) -> None:
        """Let a copy of a store that was put back from elsewhere come behind those there are.

        Raises ``StoreDamaged`` where that one can not be read.
        """
        try:
            self.is_put_back |= put_back.make_room(connection, folder, key)
        except (apsw.Error, OSError) as fault:
            failures.warn("errors.store.no-copy", fault, folder)

    def begin(self, connection: apsw.Connection, folder: Path, key: bytes) -> None:
        """Begin a copy of the store in ``folder`` if it holds changes that no copy has."""
        self._folder, self._day = folder, local_day(self._clock.now())
        try:
            if not self.is_under_way and backup.is_due(connection, folder):
                self._copying = backup.Copying(connection, folder, key, self._clock)
        except (apsw.Error, OSError) as fault:
            failures.warn("errors.store.no-copy", fault, self._folder)

    def make_now(self, connection: apsw.Connection, folder: Path, key: bytes, besides: str) -> bool:
        """Copy what no copy has yet, all at once; the copy ``besides`` stays, however old.

        Before going back to that one: whoever took the wrong one finds what there was.  Returns
        whether they would; not where the store is damaged.  Raises ``apsw.Error`` and
        ``OSError`` where only the disk refuses another copy.
        """
        self.drop()
        try:
            if not backup.is_due(connection, folder):
                if backup.holds(folder, key):
                    return True
                # The copy that counts as many has gone bad, or is that of another store.
                put_back.count_beyond(connection, folder)
            backup.make(connection, folder, key, self._clock, besides)
            return backup.holds(folder, key)
        except apsw.ReadOnlyError:
            # Another file was put in its place: that one is in no copy.
            return False
        except apsw.Error as fault:
            if not failures.is_of_reading(fault):
                raise
            failures.warn("errors.store.no-copy", fault, folder)
            return False

    def keep(self, connection: apsw.Connection, folder: Path, keys: Keys) -> None:
        """Keep in a copy what is open, and about to be closed, if its file went.

        A share or a backup can put another one in its place at any time.
        """
        # Where the folder went, too, there is no place for one; the next act says so.
        with suppress(apsw.Error, OSError, StoreProblem):
            # What a key in clear opens is brought under a lock that came with the other file.
            is_found = keys.is_kept(keys.key) or own_key(folder) == keys.key
            if is_found and database.has_moved(connection):
                put_back.keep(connection, folder, keys.key, self._clock)

    def leave(self, connection: apsw.Connection, folder: Path, key: bytes) -> None:
        """Put a copy that ``key`` opens on the list, beside answers that took the place of these.

        Logs what is refused.
        """
        self.drop()
        day = local_day(self._clock.now())
        try:
            backup.put(connection, folder, key, backup.latest(folder) + 1, day)
        except (apsw.Error, OSError, StoreProblem, ValueError) as fault:
            # It may be closed already, where the disk refused what came just before.
            failures.warn("errors.store.no-copy", fault, folder)

    def go_on(self) -> None:
        """Copy a few pages of the one under way."""
        assert self._copying is not None
        try:
            if self._copying.step():
                self._copying = None
        except Exception as fault:  # noqa: BLE001 - the thread must live, or nothing is ever saved
            failures.warn("errors.store.no-copy", fault, self._folder)
            self.drop()

    def finish(self, connection: apsw.Connection, folder: Path, key: bytes) -> None:
        """Have a copy before the store is closed: an older file may be put there behind that."""
        if not database.has_moved(connection):
            # What came while that was read through would be in no copy.
            self.drop()
            self.begin(connection, folder, key)
            while self.is_under_way:
                self.go_on()

    def drop(self) -> None:
        """Leave nothing of a copy under way behind."""
        if self._copying is not None:
            copying, self._copying = self._copying, None
            try:
                copying.abandon()
            except (apsw.Error, OSError) as fault:
                # What is left of it is taken away at the next start.
                failures.warn("errors.store.half-copy", fault, self._folder)
