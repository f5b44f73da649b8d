"""Copies of the store: made when it changed, the last few kept, encrypted as it is.

A copy is read page by page through the seal of each page, so a damaged store never
replaces a good copy.  Copies are named and ordered by the number of changes they hold,
never by the clock.  What was typed and taken back is left out of them.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import apsw

from wizard import there
from wizard.clock import Clock, local_day
from wizard.errors import StoreProblem
from wizard.safe import disk
from wizard.safe.key import BACKUP_FOLDER, COPY_NAME, STORE_FILE
from wizard.store import database, lineage, runs, set_aside, whole

KEPT = 5
"""How many copies are kept; of those that are ``LEFT`` as many beside them."""

LEFT = "-left"
"""Marks what was gone back from, or is ahead of a store put back: no daily copy pushes it out."""

BACK = "-back"
"""Marks what was gone back to: who goes on to the next one from there leaves nothing of theirs."""

_HALF_MADE = re.compile(r"\.answers.*\.part.*", re.DOTALL)

_PAGES = 200
"""Pages of 4 kB copied at a time, about a millisecond: a save waits no longer for it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its file name, how many changes it holds, the day it was made, and its mark."""

    name: str
    changes: int
    day: date
    mark: str


def copies(folder: Path) -> tuple[Copy, ...]:
    """Return the copies kept for the store in ``folder``, the latest first.  Raises ``OSError``."""
    where, found = folder / BACKUP_FOLDER, []
    for name in there.names(where):
        match = COPY_NAME.fullmatch(name)
        if match and _may_be_copy(where / name):
            try:
                day = date.fromisoformat(match["day"])
            except ValueError:
                continue
            found.append(Copy(name, int(match["changes"]), day, match["mark"]))
    return tuple(sorted(found, key=lambda copy: (copy.changes, copy.name), reverse=True))


def _may_be_copy(path: Path) -> bool:
    try:
        return not stat.S_ISDIR(there.kind(path))
    except OSError:
        # One that says nothing keeps nobody from the others.
        return True


def find(kept: Sequence[Copy], name: str) -> Copy | None:
    """Return the copy of this name, which may have been marked since that was on a list."""
    match = COPY_NAME.fullmatch(name)
    asked = match and (int(match["changes"]), match["day"])
    return next((copy for copy in kept if (copy.changes, f"{copy.day:%Y%m%d}") == asked), None)


def is_due(connection: apsw.Connection, folder: Path) -> bool:
    """Say whether the store holds changes that no copy has."""
    return runs.changes(connection) > latest(folder)


def holds(folder: Path, key: bytes) -> bool:
    """Say whether the latest copy is whole and has what the file of the store has.

    A count alone may be that of another store, put back by hand and gone on with since.  The file
    may be another one than what is open: a share can put it there at any time.
    """
    newest = copies(folder)[:1]
    if not newest:
        return False
    try:
        with closing(database.open_file(folder / STORE_FILE, key)) as store:
            copy = folder / BACKUP_FOLDER / newest[0].name
            return newest[0].changes == runs.changes(store) and whole.is_of(store, copy, key)
    except (apsw.Error, StoreProblem):
        return False


def hold_answers(folder: Path, keys: Sequence[bytes]) -> bool:
    """Say whether a copy holds any self-assessment, or may: what can not be read counts.

    So does a damaged store that was set aside.
    """
    if set_aside.is_any(folder):
        return True
    for copy in copies(folder):
        path = folder / BACKUP_FOLDER / copy.name
        try:
            key = database.fitting(path, keys)
            opened = database.open_file(path, key)
        except (apsw.Error, StoreProblem):
            return True
        try:
            if next(opened.execute("SELECT 1 FROM run"), None) is not None:
                return True
        except apsw.Error:
            return True
        finally:
            opened.close()
    return False


class Copying:
    """A copy on its way, made a few pages at a time between other work."""

    def __init__(
        self,
        connection: apsw.Connection,
        folder: Path,
        key: bytes,
        clock: Clock,
        besides: str = "",
    ) -> None:
        """Begin.  ``besides`` is a copy that stays, however old.

        Raises ``apsw.Error`` or ``OSError`` if the copy can not be begun.
        """
        self._besides = besides
        self._where = _place(folder)
        self._day = local_day(clock.now())
        self._spare = disk.spare_name(self._where / "answers.db")
        self._store = connection
        self._target = database.create_file(self._spare, key)
        self._pages = self._target.backup("main", connection, "main")
        self._unread, self._is_whole = whole.look_through(self._target), True

    def step(self) -> bool:
        """Copy a few pages; say whether the copy is now whole and in its place.

        Raises ``apsw.Error`` or ``OSError`` if it can not go on; then call ``abandon``.
        """
        if not self._pages.done:
            if self._pages.step(_PAGES):
                self._pages.finish()
            return False
        try:
            for _piece in self._unread:
                return False
        except apsw.CorruptError:
            self._is_whole = False
        self._finish()
        return True

    def abandon(self) -> None:
        """Stop and leave nothing behind."""
        self._pages.close(True)
        self._target.close(True)
        database.remove_journal(self._spare)
        disk.remove(self._spare)

    def _finish(self) -> None:
        mark = lineage.new_mark()
        with database.transaction(self._target):
            _leave_out_what_was_taken_back(self._target)
            lineage.put(self._target, mark)
        number = runs.changes(self._target)
        self._target.close()
        database.remove_journal(self._spare)
        disk.sync_file(self._spare)
        # Before there is a copy of that mark.  Nothing can be put into a store whose file another
        # one took the place of.
        with suppress(apsw.ReadOnlyError):
            lineage.put(self._store, mark)
        disk.move(self._spare, self._where / named(number, self._day))
        kept = copies(self._where.parent)
        daily = [copy for copy in kept if copy.mark != LEFT]
        if self._is_whole:
            go = (*_too_many(daily), *[copy for copy in kept if copy.mark == LEFT][KEPT:])
        else:
            # Those of the days before may have what this one lost: what goes is of its own kind.
            go = (*daily[1 : 1 + max(0, len(daily) - 2 * KEPT)],)
        for old in go:
            if old.name != self._besides:
                disk.remove(self._where / old.name)


def _too_many(daily: Sequence[Copy]) -> list[Copy]:
    """Return which of these copies go, the latest first: what is of a day that has a later one.

    Else those of one busy day would push out the days before.  Where none is, the oldest go.
    """
    stay, go = list(daily), []
    while len(stay) > KEPT:
        earlier = [copy for later, copy in pairwise(stay) if later.day == copy.day]
        go.append((earlier or stay)[-1])
        stay.remove(go[-1])
    return go


def make(
    connection: apsw.Connection, folder: Path, key: bytes, clock: Clock, besides: str = ""
) -> None:
    """Make a copy now, before anything else happens; ``besides`` is one that stays."""
    copying = Copying(connection, folder, key, clock, besides)
    try:
        while not copying.step():
            pass
    except BaseException:
        copying.abandon()
        raise


def remove_all(folder: Path) -> None:
    """Take every copy away, half-made ones too."""
    remove_half_made(folder)
    for copy in copies(folder):
        disk.remove(folder / BACKUP_FOLDER / copy.name)
    if there.kind(folder / BACKUP_FOLDER):
        disk.sync_folder(folder / BACKUP_FOLDER)


def remove_half_made(folder: Path) -> None:
    """Take away what a program that died while copying left behind."""
    for where in (folder, folder / BACKUP_FOLDER):
        for name in there.names(where):
            if _HALF_MADE.fullmatch(name):
                disk.remove(where / name)


def leave(folder: Path, copy: Copy) -> None:
    """Mark a copy as one of what was left: it stays beside the daily ones."""
    where = folder / BACKUP_FOLDER
    disk.move(where / copy.name, where / named(copy.changes, copy.day, LEFT))


def put(connection: apsw.Connection, folder: Path, key: bytes, number: int, day: date) -> None:
    """Put what a store holds among the copies as one of what was left, under this ``key``."""
    copy = _place(folder) / named(number, day, LEFT)
    spare = disk.spare_name(copy)
    try:
        database.copy_file(connection, spare, key)
        with closing(database.open_file(spare, key)) as found, database.transaction(found):
            _leave_out_what_was_taken_back(found)
        database.remove_journal(spare)
        disk.move(spare, copy)
    except BaseException:
        disk.remove(spare)
        raise


def _leave_out_what_was_taken_back(copy: apsw.Connection) -> None:
    if copy.table_exists("main", "answer_event"):
        copy.execute("DELETE FROM answer_event")


def _place(folder: Path) -> Path:
    where = folder / BACKUP_FOLDER
    # Nothing above it: a disk that went must find its own place free when it is back.
    where.mkdir(mode=0o700, exist_ok=True)
    disk.sync_folder(folder)
    return where


def named(number: int, day: date, mark: str = "") -> str:
    """Return the file name of the copy that counts ``number`` changes, made on ``day``."""
    return f"answers-{number:012}-{day:%Y%m%d}{mark}.db"


def latest(folder: Path) -> int:
    """Return how many changes the latest copy counts, 0 where there is none."""
    return max((copy.changes for copy in copies(folder)), default=0)


def count(connection: apsw.Connection, changes: int) -> None:
    """Let a store count so many changes; inside a transaction."""
    connection.execute("UPDATE state SET changes = ?", (changes,))
