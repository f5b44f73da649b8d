"""The shape of the store, version by version.

Step number n brings a store from version n - 1 to n.  A step that was published is
never changed; the next shape is a new step.
"""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from wizard.errors import StoreNewer
from wizard.store.database import transaction
from wizard.words import say

Step = tuple[str, ...]
"""Statements, one each: several in one string would be committed piece by piece."""

STEPS: tuple[Step, ...] = (
    (
        # Every change of any kind counts one up: the order of changes never hangs on a
        # clock, and a copy knows whether it is behind.
        "CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), changes INTEGER NOT NULL)",
        "INSERT INTO state VALUES (1, 0)",
        "CREATE TABLE content (digest TEXT PRIMARY KEY, body BLOB NOT NULL)",
        """CREATE TABLE run (
            id TEXT PRIMARY KEY,
            journey TEXT NOT NULL,
            content TEXT NOT NULL REFERENCES content (digest),
            policy TEXT NOT NULL,
            title TEXT NOT NULL,
            place TEXT NOT NULL,
            answered INTEGER NOT NULL,
            asked INTEGER NOT NULL,
            started TEXT NOT NULL,
            changed TEXT NOT NULL,
            finished TEXT,
            last_change INTEGER NOT NULL
        )""",
        "CREATE INDEX run_last_change ON run (last_change)",
        "CREATE INDEX run_content ON run (content)",
        """CREATE TABLE answer (
            run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            item TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (run, item)
        ) WITHOUT ROWID""",
        """CREATE TABLE answer_event (
            sequence INTEGER PRIMARY KEY,
            run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            item TEXT NOT NULL,
            body TEXT
        )""",
        "CREATE INDEX answer_event_run ON answer_event (run)",
        """CREATE TABLE paper (
            id INTEGER PRIMARY KEY,
            run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            reference TEXT NOT NULL,
            reader TEXT NOT NULL,
            made TEXT NOT NULL,
            path BLOB NOT NULL
        )""",
        "CREATE INDEX paper_run ON paper (run)",
    ),
    (
        """CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            reference TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            decided TEXT NOT NULL,
            who TEXT NOT NULL,
            role TEXT NOT NULL,
            day TEXT NOT NULL,
            conditions TEXT NOT NULL,
            review TEXT NOT NULL,
            recorded TEXT NOT NULL
        )""",
        "CREATE INDEX decision_run ON decision (run)",
    ),
    (
        # A paper saved before has none: its file, if it is still there, has to be opened.
        "ALTER TABLE paper ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE paper ADD COLUMN has_data INTEGER NOT NULL DEFAULT 1",
    ),
    ("CREATE TABLE copied (number INTEGER PRIMARY KEY AUTOINCREMENT, mark BLOB NOT NULL UNIQUE)",),
)


def version(connection: apsw.Connection) -> int:
    """Return the version of the store, 0 for one that is still empty."""
    found = connection.pragma("user_version")
    assert isinstance(found, int)
    return found


def is_behind(connection: apsw.Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Say whether the store must be brought up to date.

    Raises ``StoreNewer`` if a later program wrote it.
    """
    found = version(connection)
    if found > len(steps):
        sentence = say("errors.store.newer", found=found, known=len(steps))
        raise StoreNewer(sentence, found, len(steps))
    return found < len(steps)


def migrate(connection: apsw.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the store up to date, each step whole or not at all.

    Raises ``StoreNewer`` if a later program wrote it, ``apsw.Error`` if a step fails;
    the store is then as the step before left it.
    """
    is_behind(connection, steps)
    for number in range(version(connection) + 1, len(steps) + 1):
        with transaction(connection):
            for statement in steps[number - 1]:
                connection.execute(statement)
            connection.pragma("user_version", number)
