"""Wrong passphrases are counted, and each makes the next one wait; a restart changes nothing.

This slows down somebody who sits at the keyboard.  Somebody who took the files away is
slowed down by Argon2id alone, and stopped by a good passphrase.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wizard.clock import Clock
from wizard.safe import disk
from wizard.safe.regular import read_regular

TRIES_FILE = "lock.tries"

DELAYS = (0, 0, 0, 5, 15, 60, 300)
"""Seconds to wait after that many wrong passphrases in a row; the last for all beyond."""

_MOST_BYTES = 1_000


class TriesInMemory:
    """The wrong passphrases since the last right one, for as long as this is held."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._record: tuple[int, datetime | None] = (0, None)

    @property
    def wrong(self) -> int:
        """How many in a row were wrong."""
        return self._read()[0]

    @property
    def wait(self) -> int:
        """Seconds until the next may be tried; 0 for at once."""
        wrong, last = self._read()
        delay = DELAYS[min(wrong, len(DELAYS) - 1)]
        if not delay or last is None:
            return 0
        now = self._clock.now()
        if last > now:
            # The clock was put back: from here on it is waited once, not until it is as late
            # again, which took years where it had been far on.
            self._write(wrong, now)
            return delay
        return int(max(0.0, delay - (now - last).total_seconds()))

    def count(self) -> None:
        """Count one before it is tried: ending the program in between wins nothing."""
        self._write(self.wrong + 1, self._clock.now())

    def forget(self) -> None:
        """The right one was given."""
        self._record = (0, None)

    def _write(self, wrong: int, last: datetime) -> None:
        self._record = (wrong, last)

    def _read(self) -> tuple[int, datetime | None]:
        return self._record


class Tries(TriesInMemory):
    """The same, kept in ``folder``.

    Whoever may fill the disk, or put something else in its place, may delete the count as
    well: where nothing can be written the owner must come in all the same.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(clock)
        self._path = folder / TRIES_FILE

    def forget(self) -> None:
        """The right one was given."""
        with suppress(OSError):
            disk.remove(self._path)

    def _write(self, wrong: int, last: datetime) -> None:
        record = {"wrong": wrong, "last": last.isoformat()}
        with suppress(OSError):
            disk.write_over(self._path, json.dumps(record).encode())

    def _read(self) -> tuple[int, datetime | None]:
        # A record that can not be read must not lock its owner out.
        try:
            record = json.loads(read_regular(self._path, _MOST_BYTES) or b"")
            last = datetime.fromisoformat(record["last"])
            wrong = int(record["wrong"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return 0, None
        return (max(wrong, 0), last) if last.tzinfo else (0, None)
