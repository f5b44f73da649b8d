"""A program that saves one number after the other and says each that it believes saved.

``python -m tests.store.power_cut.writer FOLDER WAY``.  ``ours`` is the store itself, in
three sittings with copies between them and a deletion; ``delete`` and ``wal`` are the
same library with the settings that most programs use.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import apsw

from tests.store import numbers, samples
from tests.store.child import open_worker, say
from tests.store.copied import copies_once
from wizard.safe.key import own_login_key
from wizard.store import database

SITTINGS = 3
SAVES = 15


def ours(folder: Path) -> None:
    """Save through the store's own door."""
    number = 0
    for sitting in range(SITTINGS):
        worker = open_worker(folder / "answers")
        if sitting == 0:
            worker.create(samples.draft(), samples.CONTENT, (0, 4)).result()
        else:
            # Lets the copy of the last sitting be made, and part of it in between.
            copies_once(folder / "answers")
        run = worker.load("one").result()
        for _ in range(SAVES):
            number += 1
            run, changed = numbers.put(run, number, words=200)
            worker.save(run, changed, (1, 4)).result()
            say(number)
        if sitting == 1:
            worker.create(samples.draft("two"), samples.CONTENT, (0, 4)).result()
            worker.erase("two").result()
        worker.close().result()


def usual(folder: Path, journal: str, synchronous: str) -> None:
    """Save as most programs do."""
    place = folder / "answers"
    connection = database.create_file(place / "answers.db", own_login_key(place))
    connection.execute(f"PRAGMA journal_mode={journal}")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute("CREATE TABLE answer (q INTEGER PRIMARY KEY, number INTEGER, words TEXT)")
    for number in range(1, SITTINGS * SAVES + 1):
        with database.transaction(connection):
            for question in (0, 1 + number % 9):
                connection.execute(
                    "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)",
                    (question, number, "words " * 200),
                )
        say(number)
    connection.close()


def read_usual(folder: Path) -> int:
    """Return the last number that such a program finds."""
    key = own_login_key(folder / "answers")
    connection = apsw.Connection(str(folder / "answers" / "answers.db"))
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", f"raw:{key.hex()}")
    try:
        row = connection.execute("SELECT number FROM answer WHERE q = 0").fetchone()
        return 0 if row is None else int(row[0])
    finally:
        connection.close()


WAYS: dict[str, Callable[[Path], None]] = {
    "ours": ours,
    "delete": lambda folder: usual(folder, "DELETE", "FULL"),
    "wal": lambda folder: usual(folder, "WAL", "NORMAL"),
}

if __name__ == "__main__":
    WAYS[sys.argv[2]](Path(sys.argv[1]))
